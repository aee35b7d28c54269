"""The settings page: each control writes its setting at once, and shows what is set elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.core.settings import LookChoice, Motion, Settings
from stretchcoach.files.catalogs import Language
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers import open_folder
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.running.lacks import Lack, Lacks, Trouble
from stretchcoach.ui.settings.apply import SettingsApplier
from stretchcoach.ui.settings.settings_page import SettingsPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Look
from stretchcoach.ui.widgets.controls.slider import Stepper

LANGUAGES = (Language("de", "Deutsch"), Language("en", "English"))


class FolderProgram:
    """Stands for the program that shows folders; `works` says whether there is one."""

    def __init__(self, works: bool) -> None:
        self.works = works
        self.urls: list[QUrl] = []

    def openUrl(self, url: QUrl) -> bool:  # noqa: N802
        self.urls.append(url)
        return self.works


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "mine")


@pytest.fixture
def store(paths: Paths) -> SettingsStore:
    return SettingsStore(SettingsFile(paths.settings))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, store: SettingsStore, paths: Paths) -> SettingsPage:
    page = SettingsPage(theme, store, paths, LANGUAGES)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def click(widget: QWidget) -> None:
    QApplication.processEvents()  # what the click before it moved is in its place
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_every_control_writes_its_setting(
    qtbot: QtBot, page: SettingsPage, store: SettingsStore, paths: Paths
) -> None:
    click(page.side.side.button("right"))
    press(page.side.extra, Qt.Key.Key_Right)
    click(page.sound.profile.button("sounds"))
    press(page.sound.volume, Qt.Key.Key_Home)
    click(page.sound.pan)
    press(page.breathing.breathe_in, Qt.Key.Key_Left)
    press(page.breathing.breathe_out, Qt.Key.Key_End)
    click(page.breathing.guide)
    press(page.look.text_size, Qt.Key.Key_Up)
    click(page.look.look.button("dark"))
    click(page.look.motion.button("reduced"))
    click(page.look.full_screen)
    assert page.look.language is not None
    click(page.look.language.button("de"))
    click(page.cautions.boxes[Caution.NERVE])
    press(page.cautions.boxes[Caution.OSTEOPOROSIS], Qt.Key.Key_Space)
    wanted = Settings(
        affected=AffectedSide.RIGHT,
        extra_get_ready_ms=5_000,
        sound_profile=SoundProfile.SOUNDS,
        volume=0.0,
        pan_to_side=True,
        breathing_guide=False,
        breathe_in_s=3,
        breathe_out_s=12,
        look=LookChoice.DARK,
        motion=Motion.REDUCED,
        full_screen_sessions=True,
        text_scale=1.1,
        language="de",
        hidden_cautions=(Caution.OSTEOPOROSIS, Caution.NERVE),
    )
    assert store.settings == wanted
    assert SettingsFile(paths.settings).read().settings == wanted


def test_what_is_set_elsewhere_is_shown_and_not_set_again(
    qtbot: QtBot, page: SettingsPage, store: SettingsStore
) -> None:
    seen: list[Settings] = []
    store.changed.connect(seen.append)
    store.change(
        affected=AffectedSide.BOTH,
        volume=0.35,
        text_scale=1.3,
        extra_get_ready_ms=10_000,
        hidden_cautions=(Caution.KNEE,),
        breathing_guide=False,
        language="xx",
    )
    assert len(seen) == 1
    assert page.side.side.key == "both"
    assert page.side.extra.value() == 10
    assert page.sound.volume.value() == 35
    assert page.look.text_size.value() == 130
    assert page.cautions.boxes[Caution.KNEE].isChecked()
    assert not page.breathing.guide.isChecked()
    assert not page.breathing.in_row.isVisible()


def test_a_time_that_is_no_choice_is_rounded_up(page: SettingsPage, store: SettingsStore) -> None:
    store.change(extra_get_ready_ms=7_000)
    assert store.settings.profile.extra_get_ready_ms == 10_000
    assert page.side.extra.value() == 10
    assert store.settings.extra_get_ready_ms == 7_000


def test_one_language_is_no_choice(
    qtbot: QtBot, theme: Theme, store: SettingsStore, paths: Paths
) -> None:
    page = SettingsPage(theme, store, paths, LANGUAGES[1:])
    qtbot.addWidget(page)
    assert page.look.language is None


def test_nothing_is_to_be_heard_when_it_is_silent(
    qtbot: QtBot, page: SettingsPage, store: SettingsStore
) -> None:
    with qtbot.waitSignal(page.hear_requested):
        click(page.sound.hear)
    store.change(sound_profile=SoundProfile.SILENT)
    assert not page.sound.hear.isEnabled()


def test_the_first_pages_can_be_asked_for(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.welcome_requested):
        click(page.welcome)


@pytest.mark.parametrize("works", [True, False])
def test_the_folder_is_made_and_opened(
    page: SettingsPage, paths: Paths, monkeypatch: pytest.MonkeyPatch, works: bool
) -> None:
    program = FolderProgram(works)
    monkeypatch.setattr(open_folder, "QDesktopServices", program)
    click(page.files.open)
    assert [url.toLocalFile() for url in program.urls] == [paths.routines.as_posix()]
    assert paths.routines.is_dir()
    assert page.files.problem.isVisible() is not works


def test_a_folder_that_cannot_be_made_is_said(
    qtbot: QtBot, page: SettingsPage, paths: Paths
) -> None:
    paths.data.mkdir()
    paths.routines.write_text("no folder")
    click(page.files.open)
    assert page.files.problem.isVisible()


def test_a_broken_file_is_told_on_the_page(qtbot: QtBot, theme: Theme, paths: Paths) -> None:
    paths.data.mkdir()
    paths.settings.write_text("{")
    store = SettingsStore(SettingsFile(paths.settings))
    page = SettingsPage(theme, store, paths)
    qtbot.addWidget(page)
    page.show()
    assert page.problem.isVisible()
    assert "settings.json.broken" in page.problem.sentence


def test_what_could_not_be_saved_is_told_until_it_can(
    page: SettingsPage, store: SettingsStore, paths: Paths
) -> None:
    assert not page.problem.isVisible()
    paths.data.write_text("in the way")
    store.change(volume=0.1)
    assert page.problem.isVisible()
    paths.data.unlink()
    store.change(volume=0.2)
    assert not page.problem.isVisible()
    assert SettingsFile(paths.settings).read().settings.volume == 0.2


def test_all_controls_can_be_reached_by_tab(qtbot: QtBot, page: SettingsPage) -> None:
    wanted: list[QWidget] = [
        page.side.side.button("none"),
        page.side.extra,
        page.sound.profile.button("voice-and-sounds"),
        page.sound.volume,
        page.sound.hear,
        page.sound.pan,
        page.breathing.guide,
        page.breathing.breathe_in,
        page.breathing.breathe_out,
        page.look.text_size,
        page.look.look.button("system"),
        page.look.motion.button("system"),
        *page.cautions.boxes.values(),
        page.paper.practice,
        page.paper.choose,
        page.files.open,
        page.welcome,
    ]
    for widget in wanted:
        assert widget.accessibleName()
    page.side.side.button("none").setFocus()
    met = []
    for _ in range(len(wanted) + 2):
        met.append(page.focusWidget())
        page.focusNextChild()
    assert [widget for widget in wanted if widget not in met] == []


@pytest.mark.parametrize("width", [560, 700, 1400])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_at_the_right(
    qtbot: QtBot, page: SettingsPage, theme: Theme, width: int, scale: float
) -> None:
    theme.set_text_scale(scale)
    page.resize(max(width, round(560 * min(scale, 1.3))), 700)
    qtbot.waitUntil(lambda: page.viewport().width() > 0)
    content = page.widget()
    assert content is not None
    assert content.width() <= page.viewport().width()
    for box in page.cautions.boxes.values():
        right = box.mapTo(content, QPoint(box.width(), 0)).x()
        assert right <= content.width()


def test_the_theme_follows_the_settings(theme: Theme, store: SettingsStore) -> None:
    applier = SettingsApplier(theme, store)
    store.change(look=LookChoice.DARK, text_scale=1.5, motion=Motion.REDUCED)
    assert (theme.look, theme.text_scale, theme.reduced_motion) == (Look.DARK, 1.5, True)
    store.change(look=LookChoice.CONTRAST, text_scale=1.0, motion=Motion.FULL)
    assert (theme.look, theme.text_scale, theme.reduced_motion) == (Look.CONTRAST, 1.0, False)
    applier.apply(Settings(motion=Motion.SYSTEM))
    assert theme.look is Look.SYSTEM


def test_what_this_computer_lacks_stands_where_it_matters_with_what_helps(
    qtbot: QtBot, theme: Theme, store: SettingsStore, paths: Paths
) -> None:
    lacks = Lacks()
    lacks.note(Lack.AWAKE, Trouble("The screen may go dark.", "Let it stay on."))
    page = SettingsPage(theme, store, paths, LANGUAGES, lacks=lacks)
    qtbot.addWidget(page)
    page.show()
    assert page.awake.sentence == "The screen may go dark. Let it stay on."
    assert page.sound.lacking.isHidden()
    sound_server = "See whether a sound server runs."
    lacks.note(Lack.VOICE, Trouble("There is no voice.", "Install one."))
    lacks.note(Lack.SOUNDS, Trouble("There are no sounds.", sound_server))
    assert page.sound.lacking.isVisible()
    assert page.sound.lacking.sentence.splitlines() == [
        "There is no voice. Install one.",
        f"There are no sounds. {sound_server}",
    ]
    lacks.note(Lack.VOICE, None)
    lacks.note(Lack.SOUNDS, None)
    assert page.sound.lacking.isHidden()


def test_text_of_another_size_waits_until_the_pointer_is_away(
    page: SettingsPage, store: SettingsStore
) -> None:
    stepper = page.look.text_size
    here = QPointF(stepper.width() - 5, 5)
    QApplication.sendEvent(stepper, QEnterEvent(here, here, here))
    for _ in range(5):
        QTest.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=here.toPoint())
    assert store.settings.text_scale == 1.0
    assert page.look.sample.font().pixelSize() == round(15 * 1.5)
    QApplication.sendEvent(stepper, QEvent(QEvent.Type.Leave))
    assert store.settings.text_scale == 1.5
    QTest.keyClick(stepper, Qt.Key.Key_Right)
    assert store.settings.text_scale == 1.6


def test_steppers_below_each_other_are_of_one_width(page: SettingsPage) -> None:
    steppers = page.findChildren(Stepper)
    assert len(steppers) > 2
    assert len({stepper.sizeHint().width() for stepper in steppers}) == 1
