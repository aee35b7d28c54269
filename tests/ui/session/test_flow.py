"""The flow of sessions where the whole program would be too slow or too sure of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.session.record import SessionState
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.running.awake import NullLock
from stretchcoach.ui.running.lacks import Lacks
from stretchcoach.ui.session.after_page import AfterPage
from stretchcoach.ui.session.coming import Coming
from stretchcoach.ui.session.flow import SessionFlow
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.main_window import Destination, MainWindow
from tests.e2e.driven_app import SilentBox
from tests.ui.driven_time import DrivenClock
from tests.ui.session.sample import a_performance
from tests.ui.window.test_main_window import Memory


class Flow:
    def __init__(self, theme: Theme, data: Path) -> None:
        paths = Paths(data)
        destination = Destination("routines", "Routines", IconName.ROUTINES, QWidget)
        self.clock = DrivenClock()
        self.window = MainWindow(theme, "Stretch Coach", [destination], Memory())
        self.window.show_page("routines")
        self.diary = DiaryKeeper(paths)
        self.store = SettingsStore(SettingsFile(paths.settings))
        self.flow = SessionFlow(
            theme,
            self.window,
            self.store,
            self.diary,
            SilentBox(self.clock, Lacks()),  # type: ignore[arg-type]
            self.clock,
            Coming(self.store, self.diary, tuple),
        )

    def state(self) -> SessionState:
        assert self.diary.db is not None
        (row,) = self.diary.db.rows("SELECT state FROM session")
        return SessionState(row["state"])


@pytest.fixture
def flow(qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flow:
    monkeypatch.setattr("stretchcoach.ui.running.awake.WakepyLock", NullLock)
    flow = Flow(theme, tmp_path / "data")
    qtbot.addWidget(flow.window)
    with qtbot.waitActive(flow.window):
        flow.window.show()
    return flow


def test_a_stop_at_the_very_moment_of_the_end_is_the_end(flow: Flow) -> None:
    performance = a_performance()
    last = len(performance.timeline.intervals) - 1
    flow.flow.start(performance)
    page = flow.window.current
    assert isinstance(page, SessionPage)
    runner = flow.flow._controller.runner if flow.flow._controller else None
    assert runner is not None
    runner.go_to(last)
    runner.next()
    runner.done()
    page.stop_asked.emit()
    after = flow.window.current
    assert isinstance(after, AfterPage)
    assert not after._go_on.isVisible()
    assert flow.state() is SessionState.FINISHED
    flow.flow.close()


def test_closing_twice_or_without_a_session_does_no_harm(flow: Flow) -> None:
    flow.flow.close()
    flow.flow.start(a_performance())
    assert flow.flow.is_active
    flow.flow.close()
    flow.flow.close()
    assert not flow.flow.is_active
    assert flow.state() is SessionState.OPEN


def test_who_starts_again_leaves_nothing_of_the_session_before(qtbot: QtBot, flow: Flow) -> None:
    flow.flow.start(a_performance())
    first = flow.window.current
    assert first is not None
    with qtbot.waitSignal(first.destroyed):
        flow.flow.start(a_performance())
    assert flow.diary.db is not None
    states = [row["state"] for row in flow.diary.db.rows("SELECT state FROM session")]
    assert sorted(states) == ["open", "stopped"]
    flow.flow.close()


def test_full_screen_reaches_the_page_and_is_left_with_it(qtbot: QtBot, flow: Flow) -> None:
    flow.window.toggle_full_screen()
    flow.flow.start(a_performance())
    page = flow.window.current
    assert isinstance(page, SessionPage)
    assert not page.pointer.is_near
    page.stop_asked.emit()
    after = flow.window.current
    assert isinstance(after, AfterPage)
    with qtbot.waitSignal(flow.flow.left):
        after._done.click()
    assert not flow.window.isFullScreen()
    assert flow.state() is SessionState.STOPPED


def test_a_session_left_for_later_stays_open_with_what_was_said(qtbot: QtBot, flow: Flow) -> None:
    flow.flow.start(a_performance())
    page = flow.window.current
    assert isinstance(page, SessionPage)
    page.stop_asked.emit()
    after = flow.window.current
    assert isinstance(after, AfterPage)
    after._note.edit.setPlainText("The phone rang.")
    with qtbot.waitSignal(flow.flow.left):
        after._later.click()
    assert not flow.flow.is_active
    assert flow.state() is SessionState.OPEN
    assert flow.diary.db is not None
    (row,) = flow.diary.db.rows("SELECT note FROM session")
    assert row["note"] == "The phone rang."


def test_what_is_only_tried_leaves_nothing_behind(qtbot: QtBot, flow: Flow) -> None:
    performance = a_performance()
    flow.flow.try_out(performance, 3)
    page = flow.window.current
    assert isinstance(page, SessionPage)
    assert flow.flow._controller is not None
    assert flow.flow._controller.runner.session.index == 3
    flow.flow.keep()
    page.easier_kept.emit(performance.exercises["figure-4"])
    with qtbot.waitSignal(flow.flow.tried):
        page.stop_asked.emit()
    assert not flow.flow.is_active
    assert not isinstance(flow.window.current, (SessionPage, AfterPage))
    assert flow.diary.db is None or list(flow.diary.db.rows("SELECT id FROM session")) == []
    assert flow.store.settings.step_choices == ()


def test_sessions_may_begin_in_full_screen(qtbot: QtBot, flow: Flow) -> None:
    flow.store.change(full_screen_sessions=True)
    flow.flow.start(a_performance())
    assert flow.window.isFullScreen()
    page = flow.window.current
    assert isinstance(page, SessionPage)
    assert not page.pointer.is_near
    page.stop_asked.emit()
    after = flow.window.current
    assert isinstance(after, AfterPage)
    after._later.click()
    assert not flow.window.isFullScreen()


def test_what_was_held_before_a_session_was_cut_off_is_in_the_strip(flow: Flow) -> None:
    performance = a_performance()
    flow.flow.start(performance)
    assert flow.flow._controller is not None
    runner = flow.flow._controller.runner
    runner.next()
    for _ in range(5):
        flow.clock.forward(1_000)
        runner.add_time(0)
    runner.pause()
    flow.flow.close()
    record = flow.diary.open_session()
    assert record is not None
    flow.flow.resume(performance, record)
    page = flow.window.current
    assert isinstance(page, SessionPage)
    assert page.strip._fill is not None
    assert page.strip._fill.held_ms[1] == 5_000
    flow.flow.close()
