from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.core.session.cues import Chime
from stretchcoach.core.session.events import IntervalStarted
from stretchcoach.core.session.record import Moment, new_record
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.files.diary.recorder import Recorder
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.running.awake import KeepAwake, NullLock
from stretchcoach.ui.running.lacks import Lack, Lacks, Trouble
from stretchcoach.ui.session.controller import SessionController
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.sound.voice import NullVoice
from stretchcoach.ui.theme.theme import Theme
from tests.ui.driven_time import DrivenClock
from tests.ui.session.sample import WITH_EASIER, a_performance


class HeardChimes:
    """Notes what would be heard."""

    def __init__(self) -> None:
        self.heard: list[Chime] = []
        self.volume = -1.0

    def play(self, chime: Chime, side: Side | None = None) -> None:
        self.heard.append(chime)

    def set_volume(self, volume: float) -> None:
        self.volume = volume


class Run:
    """A controller with all that it drives."""

    def __init__(self, theme: Theme, store: SettingsStore, unwritten: Path) -> None:
        self.clock, self.chimes, self.store = DrivenClock(), HeardChimes(), store
        self.lacks = Lacks()
        self.failures: list[str] = []
        self.page = SessionPage(theme)
        self.page.resize(1280, 800)
        performance = a_performance()
        start = Moment("2026-03-05T08:00:00.000Z", 0)
        record = new_record(
            "one", performance.routine, performance.timeline, AffectedSide.NONE, start
        )
        self.controller = SessionController(
            performance,
            self.page,
            self.clock,
            NullVoice(),
            self.chimes,
            store,
            Recorder(None, unwritten, record, lambda: start, self.failures.append),
            self.lacks,
        )
        self.runner = self.controller.runner

    def let_pass(self, passed_ms: int) -> None:
        while passed_ms > 0:
            step_ms = min(passed_ms, self.runner.session.to_next_ms)
            self.clock.forward(step_ms)
            self.runner._on_timeout()
            passed_ms -= step_ms


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def run(
    qtbot: QtBot,
    theme: Theme,
    store: SettingsStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    monkeypatch.setattr("stretchcoach.ui.running.awake.WakepyLock", NullLock)
    store.change(volume=0.6, sound_profile=SoundProfile.SOUNDS)
    run = Run(theme, store, tmp_path / "unwritten.jsonl")
    qtbot.addWidget(run.page)
    run.page.show()
    return run


def test_everybody_hears_of_the_session(run: Run) -> None:
    run.controller.start()
    run.let_pass(10_000)
    assert run.chimes.heard
    assert run.chimes.volume == pytest.approx(0.6)
    assert run.page.stage.ring.accessibleName() == "Hold"
    run.controller.close()


def test_it_begins_where_it_is_told_to(run: Run) -> None:
    begun: list[int] = []

    def hear(event: object) -> None:
        if isinstance(event, IntervalStarted):
            begun.append(event.index)

    run.runner.happened.connect(hear)
    run.controller.start(4)
    assert begun == [4]
    run.controller.close()


def test_after_closing_nothing_runs_and_closing_again_does_no_harm(run: Run) -> None:
    run.controller.start()
    run.let_pass(12_000)
    awake = run.controller.findChildren(KeepAwake)[0]
    assert awake._thread is not None
    run.controller.close()
    run.controller.close()
    assert awake._thread is None
    assert not run.runner.is_running
    assert not run.runner._timer.isActive()
    assert not run.page._ticker.is_active
    assert not run.page.stage.figure.is_moving


def test_the_sound_key_changes_the_profile_and_it_is_kept_for_this_routine(run: Run) -> None:
    run.controller.start()
    kept = []
    for _ in range(3):
        run.page.sound_asked.emit()
        kept.append(run.store.settings.sound_profile_for("hips"))
    assert kept == [SoundProfile.SILENT, SoundProfile.VOICE_AND_SOUNDS, SoundProfile.SOUNDS]
    assert run.store.settings.sound_profile is SoundProfile.SOUNDS
    run.controller.close()


def test_the_sound_that_was_chosen_is_told(run: Run) -> None:
    run.controller.start()
    run.page.sound_asked.emit()
    assert run.page.header.word == "Silent, for this routine"
    run.controller.close()


def test_easier_from_now_on_is_kept_for_this_routine(run: Run) -> None:
    run.controller.start(1)
    run.page.easier_kept.emit(WITH_EASIER)
    assert run.store.settings.step_choices == (("hips/figure-4/", StepChoice.EASIER),)
    run.controller.close()


def test_silence_is_silent(run: Run) -> None:
    run.page.sound_asked.emit()
    run.controller.start()
    run.let_pass(30_000)
    assert run.chimes.heard == []
    run.controller.close()


def test_without_a_breathing_guide_there_is_none(
    run: Run, qtbot: QtBot, theme: Theme, store: SettingsStore, tmp_path: Path
) -> None:
    run.controller.close()
    store.change(breathing_guide=False, sound_profile=SoundProfile.SILENT)
    run = Run(theme, store, tmp_path / "other.jsonl")
    qtbot.addWidget(run.page)
    run.page.show()
    run.controller.start(1)
    run.let_pass(1_000)
    assert not run.page.stage.breathing.isVisible()
    run.controller.close()


def test_its_end_is_told(qtbot: QtBot, run: Run) -> None:
    run.controller.start(len(run.controller.performance.timeline.intervals) - 1)
    with qtbot.waitSignal(run.controller.ended) as ended:
        run.runner.done()
    assert ended.args == [True]
    run.controller.close()


NO_VOICE = Trouble("The voice does not answer.", "Install one.")
NO_SOUND = Trouble("This computer plays no sounds.")


def test_a_voice_that_is_lost_is_told_once_and_the_chimes_go_on(run: Run) -> None:
    run.store.change(routine_sound_profiles=(("hips", SoundProfile.VOICE_AND_SOUNDS),))
    run.controller._player.set_profile(SoundProfile.VOICE_AND_SOUNDS)
    run.controller.start()
    assert run.page.word.sentence == ""
    run.lacks.note(Lack.VOICE, NO_VOICE)
    assert run.page.word.sentence == "The voice does not answer. The chimes go on."
    run.page.word._timer.timeout.emit()
    run.lacks.note(Lack.VOICE, None)
    run.lacks.note(Lack.VOICE, NO_VOICE)
    assert run.page.word.sentence == ""
    run.chimes.heard.clear()
    run.let_pass(20_000)
    assert Chime.COUNT in run.chimes.heard
    run.controller.close()


def test_what_was_lacking_before_the_start_is_told_at_the_start(run: Run) -> None:
    run.controller._player.set_profile(SoundProfile.VOICE_AND_SOUNDS)
    run.lacks._troubles = {Lack.VOICE: NO_VOICE, Lack.SOUNDS: NO_SOUND}
    run.controller.start()
    assert run.page.word.sentence == "The voice does not answer."
    run.page.word._timer.timeout.emit()
    assert run.page.word.sentence == "This computer plays no sounds."
    run.page.word._timer.timeout.emit()
    assert run.page.word.sentence == ""
    run.controller.close()


def test_nobody_is_told_that_what_they_did_not_want_is_lacking(run: Run) -> None:
    run.controller.start()
    run.lacks.note(Lack.VOICE, NO_VOICE)
    run.controller._player.set_profile(SoundProfile.SILENT)
    run.lacks.note(Lack.SOUNDS, NO_SOUND)
    assert run.page.word.sentence == ""
    run.controller.close()


def test_a_screen_that_goes_dark_is_noted_for_the_settings(
    qtbot: QtBot, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NullLock, "take", lambda self: "No way to keep it on.")
    with qtbot.waitSignal(run.lacks.changed):
        run.controller.start()
    trouble = run.lacks.trouble(Lack.AWAKE)
    assert trouble is not None
    assert (trouble.sentence, bool(trouble.remedy)) == ("No way to keep it on.", True)
    assert run.page.word.sentence == ""
    monkeypatch.setattr(NullLock, "take", lambda self: "")
    run.runner.pause()
    with qtbot.waitSignal(run.lacks.changed):
        run.runner.resume()
    assert run.lacks.trouble(Lack.AWAKE) is None
    run.controller.close()
