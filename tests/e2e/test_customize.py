"""A routine is shaped as a therapist would do it, in the whole program, key by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.files.disk.paths import user_paths
from stretchcoach.ui.customize.customize_page import CustomizePage
from stretchcoach.ui.own_exercise.exercise_editor import ExerciseEditor
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.widgets.controls.rail import RailItem
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import DrivenApp
from tests.ui.window.closing import asked, question

MOST_KEYS = 60
ALONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def app(start: Starter) -> DrivenApp:
    return start()


class Hands:
    """Presses and clicks, and counts all but the letters of words."""

    def __init__(self, app: DrivenApp) -> None:
        self._app = app
        self.counted = 0
        self.of_doses = 0

    def click(self, widget: QWidget) -> None:
        self.counted += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = ALONE) -> None:
        """A key with its modifiers is one stroke."""
        self.counted += 1
        focus = self._app.focus
        assert focus is not None
        QTest.keyClick(focus, key, modifier)

    def write(self, *parts: str) -> None:
        """Words and doses in turn; what has a digit is a dose, and each of its signs counts."""
        focus = self._app.focus
        assert isinstance(focus, QLineEdit)
        text = " ".join(parts)
        QTest.keyClicks(focus, text)
        assert focus.text() == text
        self.of_doses += sum(len(part) + 1 for part in parts if any(map(str.isdigit, part)))


def customize(app: DrivenApp, hands: Hands) -> CustomizePage:
    """By way of the rail."""
    (item,) = (one for one in app.window.findChildren(RailItem) if one.key == "customize")
    hands.click(item)
    return app.page(CustomizePage)


def test_a_programme_of_six_exercises_in_sixty_keys(
    app: DrivenApp, capsys: pytest.CaptureFixture[str]
) -> None:
    """Doses for all, a note, one more set on the affected side; from nothing to the saved file."""
    hands = Hands(app)
    page = customize(app, hands)
    hands.press(Qt.Key.Key_Return)  # the focus stands on “New routine”
    for line in (
        ("knee to chest", "2x20"),
        ("hamstring strap", "2x30"),
        ("lying figure", "2x30", "affected", "3", "note Stop short of any tingling."),
        ("bridge", "2x10 hold 5"),
        ("clamshell", "2x10"),
        ("side leg", "2x8"),
    ):
        hands.write(*line)
        hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_0, CONTROL)
    focus = app.focus
    assert isinstance(focus, QLineEdit)
    hands.press(Qt.Key.Key_A, CONTROL)
    hands.write("Hips after the first visit")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_S, CONTROL)
    saved = user_paths(app.data).routines / "hips-after-the-first-visit.yaml"
    text = saved.read_text(encoding="utf-8")
    assert text.count("- exercise: ") == 6
    assert "    affected: {sets: 3}\n    note: Stop short of any tingling.\n" in text
    assert not page.bench.reading.problems
    with capsys.disabled():
        print(f"\nkeys and clicks: {hands.counted}, and {hands.of_doses} signs of doses")
    assert hands.counted + hands.of_doses <= MOST_KEYS


def test_a_routine_is_tried_from_a_step_and_nothing_is_kept_of_it(
    app: DrivenApp, qtbot: QtBot
) -> None:
    hands = Hands(app)
    page = customize(app, hands)
    (glide,) = (b for b in page.start.new_buttons if b.label == "Two stretches and a glide")
    hands.click(glide)
    page.page.view.select([("steps", 2)])
    app.click("Try from here")
    session = app.page(SessionPage)
    assert "Knee to opposite shoulder" in app.texts()
    assert any("nothing of it gets into your diary" in text for text in app.texts())
    app.let_pass(20_000)
    app.press(Qt.Key.Key_Escape)
    assert app.page(CustomizePage) is page
    assert app.records() == []
    assert not app.navigator.sessions.is_active
    app.click("Try it")
    assert app.page(SessionPage) is not session
    qtbot.waitUntil(lambda: len(app.coach.findChildren(SessionRunner)) == 1)
    app.let_pass(sum(i.duration_ms or 0 for i in app.session.timeline.intervals))
    assert app.page(CustomizePage) is page
    assert app.records() == []


def test_what_has_problems_is_not_tried(app: DrivenApp) -> None:
    hands = Hands(app)
    page = customize(app, hands)
    hands.click(page.start.new_buttons[0])
    app.click("Try it")
    assert app.page(CustomizePage) is page
    assert page.page.notice.words.text() == "It can be tried once its problems are mended."


def with_what_cannot_be_kept(app: DrivenApp) -> CustomizePage:
    """A routine that is changed, while no draft of it can be written."""
    hands = Hands(app)
    page = customize(app, hands)
    hands.click(page.start.new_buttons[1])
    user_paths(app.data).drafts.write_text("a file in the place of the folder")
    page.page.add_rest.click()
    return page


def test_closing_asks_where_something_would_be_lost(app: DrivenApp) -> None:
    page, drafts = with_what_cannot_be_kept(app), user_paths(app.data).drafts
    app.window.close()
    assert app.window.isVisible()
    QTest.mouseClick(question(app.window).copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == page.bench.text
    app.window.close()  # asked once is enough
    QTest.keyClick(question(app.window), Qt.Key.Key_Escape)
    assert asked(app.window) is None
    assert app.window.isVisible()
    drafts.unlink()
    app.window.close()
    assert not app.window.isVisible()
    assert asked(app.window) is None
    assert len(list(drafts.iterdir())) == 1
    app.stray_windows.seen.clear()  # the question is one that was meant


def test_who_wants_to_lose_it_may_close(app: DrivenApp) -> None:
    with_what_cannot_be_kept(app)
    app.window.close()
    QTest.mouseClick(question(app.window).close_anyway, Qt.MouseButton.LeftButton)
    assert not app.window.isVisible()
    app.stray_windows.seen.clear()


def test_what_was_given_up_is_asked_about_again_by_who_goes_on_working(app: DrivenApp) -> None:
    page = with_what_cannot_be_kept(app)
    page.new_exercise_asked.emit()
    QTest.keyClicks(app.page(ExerciseEditor).words.name.field, "Towel slide")
    app.window.close()
    QTest.mouseClick(question(app.window).close_anyway, Qt.MouseButton.LeftButton)
    QTest.mouseClick(question(app.window).copy, Qt.MouseButton.LeftButton)
    assert "name: Towel slide" in QGuiApplication.clipboard().text()
    QTest.keyClick(question(app.window), Qt.Key.Key_Escape)
    page.page.add_rest.click()
    app.window.close()
    QTest.mouseClick(question(app.window).copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == page.bench.text
    for _ in range(2):
        QTest.mouseClick(question(app.window).close_anyway, Qt.MouseButton.LeftButton)
    assert not app.window.isVisible()
    app.stray_windows.seen.clear()


def test_when_the_system_ends_the_program_nobody_is_asked(app: DrivenApp) -> None:
    with_what_cannot_be_kept(app)
    app.window.close_now()
    assert not app.window.isVisible()
    assert asked(app.window) is None
