from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.key_caps import SessionButton
from stretchcoach.ui.widgets.layout.focus_ring import FocusRing


def test_an_ampersand_is_a_letter(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Rest & relax")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.label == "Rest & relax"
    assert button.accessibleName() == "Rest & relax"


def test_a_screen_reader_may_hear_more_than_is_written(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "10 s")
    qtbot.addWidget(button)
    button.setAccessibleName("Add 10 seconds")
    button.set_label("+10 s")
    assert (button.label, button.accessibleName()) == ("+10 s", "Add 10 seconds")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_presses_it(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    button = Button(theme, "Start", ButtonKind.PRIMARY)
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_a_click_leaves_the_focus_where_it_was(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Start")
    qtbot.addWidget(button)
    assert button.focusPolicy() is Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize(("height", "scale"), [(40, 1.0), (52, 1.5), (56, 2.0)])
def test_it_grows_with_the_text(qtbot: QtBot, theme: Theme, height: int, scale: float) -> None:
    button = Button(theme, "Start", height_px=height)
    qtbot.addWidget(button)
    narrow = button.sizeHint().width()
    theme.set_text_scale(scale)
    assert button.sizeHint().height() == round(height * scale)
    assert (button.sizeHint().width() > narrow) is (scale > 1)


@pytest.mark.parametrize("kind", ButtonKind)
@pytest.mark.parametrize("enabled", [True, False])
def test_every_kind_shows_something(
    qtbot: QtBot, theme: Theme, kind: ButtonKind, enabled: bool
) -> None:
    button = Button(theme, "Start", kind, IconName.PLAY)
    button.setEnabled(enabled)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    image = button.grab().toImage()
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert len(colours) > 10


def test_without_words_it_still_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Full screen <F11>", icon=IconName.FULL_SCREEN, icon_only=True)
    qtbot.addWidget(button)
    assert button.accessibleName() == "Full screen <F11>"
    assert button.toolTip() == "Full screen &lt;F11>"
    assert button.sizeHint().width() == button.sizeHint().height()


def test_a_session_button_can_do_without_words_and_key(qtbot: QtBot, theme: Theme) -> None:
    button = SessionButton(theme, "Pause", IconName.PAUSE, "Space")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.show_key(False)
    button.button.set_icon_only(True)
    assert button.key_cap.isHidden()
    assert button.sizeHint().width() < wide
    assert button.button.accessibleName() == "Pause"


def test_the_ring_goes_where_the_focus_goes(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    one, two, field = Button(theme, "One"), Button(theme, "Two"), QLineEdit()
    for widget in (one, two, field):
        row.addWidget(widget)
    ring = FocusRing(theme, qapp, window)
    with qtbot.waitActive(window):
        window.show()
    one.setFocus()
    assert ring.around is one
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert ring.around is two
    field.setFocus()
    assert ring.around is None


def test_the_ring_outlives_what_it_was_around(
    qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    page, other = QWidget(), Button(theme, "Other")
    inner = QHBoxLayout(page)
    gone = Button(theme, "Gone")
    inner.addWidget(gone)
    row.addWidget(page)
    row.addWidget(other)
    ring = FocusRing(theme, qapp, window)
    with qtbot.waitActive(window):
        window.show()
    gone.setFocus()
    assert ring.around is gone
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    other.setFocus()
    assert ring.around is other


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down])
def test_an_arrow_key_is_left_to_the_page(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    heard: list[int] = []

    class Page(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
            heard.append(event.key())

    page = Page()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    buttons = [Button(theme, "Skip"), Button(theme, "Go on"), Button(theme, "Back")]
    for button in buttons:
        row.addWidget(button)
    buttons[1].setFocus()
    QTest.keyClick(buttons[1], key)
    assert heard == [key]
    assert page.focusWidget() is buttons[1]


def test_the_ring_is_whole_around_what_fills_its_parent(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    focus_ring = FocusRing(theme, qapp)
    page, row = QWidget(), QWidget()
    qtbot.addWidget(page)
    outer, inner = QHBoxLayout(page), QHBoxLayout(row)
    outer.setContentsMargins(20, 20, 20, 20)
    inner.setContentsMargins(0, 0, 0, 0)
    button = Button(theme, "Left")
    inner.addWidget(button)
    outer.addWidget(row)
    page.show()
    qtbot.waitExposed(page)
    qapp.focusChanged.emit(None, button)
    assert focus_ring.around is button
    ring = page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    assert ring is not row
    assert page.rect().contains(ring.geometry())
    assert ring.geometry().contains(row.geometry())
    row.move(row.x(), row.y() + 7)
    assert ring.geometry().center() == row.geometry().center()


def test_a_label_without_end_may_be_cut_and_is_told_whole(qtbot: QtBot, theme: Theme) -> None:
    label = f"Do {'A' * 60} all the same"
    button = Button(theme, label)
    qtbot.addWidget(button)
    assert button.minimumSizeHint().width() < 200 < button.sizeHint().width()
    assert button.toolTip() == button.accessibleName() == label
    button.resize(200, 40)
    assert button._shown_label(180).endswith("…")
    button.set_label("Start")
    assert button.minimumSizeHint() == button.sizeHint()
    assert button.toolTip() == ""


def test_it_may_have_a_size_of_its_own(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Pause", icon=IconName.PAUSE, height_px=52)
    qtbot.addWidget(button)
    whole = button.sizeHint()
    theme.set_text_scale(2.0)
    button.set_scale(1.0, padding_px=8)
    assert button.sizeHint().height() == whole.height()
    narrower = whole.width() - button.sizeHint().width()
    assert narrower == pytest.approx(2 * (20 - 8), abs=3)
    button.set_scale(1.5, padding_px=8)
    assert button.sizeHint().height() == 78
    assert button.font().pixelSize() == 24
