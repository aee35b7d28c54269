from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import DARK, LIGHT, Look, TextRole
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE, ElidedLabel, PlainLabel

HOSTILE = "<img src='file:///etc/passwd'><b>x</b> & y"


def ink(label: PlainLabel) -> str:
    return label.palette().color(QPalette.ColorRole.WindowText).name().upper()


def test_markup_is_shown_and_not_read(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel(theme, HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_alignment_by_number_is_the_one_that_is_meant(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel(theme, "x", align=ALIGN_CENTRE)
    qtbot.addWidget(label)
    assert label.alignment() == Qt.AlignmentFlag.AlignCenter


def test_a_label_follows_the_theme(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel(theme, "x", TextRole.SMALL, "ink2")
    qtbot.addWidget(label)
    assert ink(label) == LIGHT.ink2
    theme.set_look(Look.DARK)
    assert ink(label) == DARK.ink2
    theme.set_text_scale(2.0)
    assert label.font().pixelSize() == 28
    label.set_text_size(64)
    assert label.font().pixelSize() == 64


def test_a_label_that_is_gone_is_no_longer_told(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel(theme, "x")
    label.deleteLater()
    with qtbot.waitSignal(label.destroyed):
        pass
    theme.set_look(Look.DARK)
    assert theme.palette is DARK


@pytest.mark.parametrize("text", ["A rather long name for a routine", HOSTILE * 3])
def test_a_long_text_is_cut_and_can_still_be_read(qtbot: QtBot, theme: Theme, text: str) -> None:
    label = ElidedLabel(theme, text)
    qtbot.addWidget(label)
    label.resize(100, 30)
    label.show()
    assert label.text().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= 100
    assert label.accessibleName() == " ".join(text.split())
    assert "<" not in label.toolTip()
    label.resize(4000, 30)
    assert label.text() == label.whole_text
    assert label.toolTip() == ""


def test_one_line_stays_one_line(qtbot: QtBot, theme: Theme) -> None:
    label = ElidedLabel(theme, "a\nb\tc")
    qtbot.addWidget(label)
    assert label.whole_text == "a b c"


def test_a_size_set_late_stays_when_the_label_moves_into_a_window(
    qtbot: QtBot, theme: Theme
) -> None:
    window, page = QWidget(), QWidget()
    qtbot.addWidget(window)
    column, inner = QVBoxLayout(window), QVBoxLayout(page)
    label = PlainLabel(theme, "Left side", TextRole.SIDE)
    label.ensurePolished()  # as whoever asks for its size does
    label.set_text_size(42)
    inner.addWidget(label)
    column.addWidget(page)
    assert label.font().pixelSize() == 42


# A word without end

LONG_WORD = "Oberschenkelrückseitenmuskulatur" * 3


def test_a_word_that_is_too_long_for_the_line_is_broken(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel(theme, f"The {LONG_WORD} of it", wrap=True)
    qtbot.addWidget(label)
    line = label.fontMetrics().height()
    assert label.minimumSizeHint().width() < 200
    assert label.heightForWidth(2000) < 2 * line
    assert label.heightForWidth(200) > 4 * line
    label.resize(200, label.heightForWidth(200))
    inked = label.grab().toImage()
    low = QRect(0, label.height() - line, 200, line)
    assert inked.copy(low) != inked.copy(QRect(0, 0, 200, 1)).scaled(200, line)  # the last line


def test_whole_words_are_kept_where_they_fit(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel(theme, "Hold behind the other thigh.", wrap=True)
    qtbot.addWidget(label)
    usual = label.heightForWidth(90)
    label.setText("Hold behind the other thigh.\nDraw it slowly toward you.")
    assert label.heightForWidth(90) > usual
    assert not label._breaks_at(90)


def test_the_width_of_words_follows_the_size_of_the_text(qtbot: QtBot, theme: Theme) -> None:
    label = PlainLabel(theme, "Muscles", wrap=True)
    qtbot.addWidget(label)
    width = label.fontMetrics().horizontalAdvance("Muscles") + 4
    assert not label._breaks_at(width)
    theme.set_text_scale(2.0)
    assert label._breaks_at(width)
