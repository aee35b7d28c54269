from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.fitted import LEAST_PX, FittedText
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE

ADVICE = "Make the movement smaller, or hold with less pull. Nothing should hurt."


def a_text(qtbot: QtBot, theme: Theme, words: str, width: int, height: int) -> FittedText:
    text = FittedText(theme, TextRole.CUE)
    qtbot.addWidget(text)
    text.set_text_size(26)
    text.resize(width, height)
    text.setText(words)
    return text


def lines(text: FittedText) -> list[str]:
    """The words as they are broken into lines."""
    metrics, words = QFontMetrics(text.font()), text.text().split()
    width = text.contentsRect().width()
    found = [words[0]]
    for word in words[1:]:
        longer = f"{found[-1]} {word}"
        used = metrics.boundingRect(QRect(0, 0, width, 1000), Qt.TextFlag.TextWordWrap, longer)
        if used.height() > metrics.lineSpacing() * 1.5:
            found.append(word)
        else:
            found[-1] = longer
    return found


def test_few_words_have_their_full_size(qtbot: QtBot, theme: Theme) -> None:
    text = a_text(qtbot, theme, "Tailbone heavy", 800, 80)
    assert text.font().pixelSize() == 26
    assert text.contentsMargins().right() == 0


def test_many_words_are_smaller_and_all_there(qtbot: QtBot, theme: Theme) -> None:
    text = a_text(qtbot, theme, f"{ADVICE} {ADVICE} {ADVICE}", 800, 80)
    assert LEAST_PX <= text.font().pixelSize() < 26
    assert text.heightForWidth(text.width()) <= 80
    text.setText("Tailbone heavy")
    assert text.font().pixelSize() == 26


def shown(text: FittedText) -> str:
    """What is written, which may be less than what is meant."""
    return QLabel.text(text)


def test_no_text_is_smaller_than_can_be_read_and_no_line_is_cut(qtbot: QtBot, theme: Theme) -> None:
    text = a_text(qtbot, theme, ADVICE * 20, 300, 40)
    assert text.font().pixelSize() == LEAST_PX
    assert shown(text).endswith("…")
    assert text.heightForWidth(300) <= 40
    assert text.text() == text.accessibleName() == ADVICE * 20
    assert text.toolTip() == ADVICE * 20
    text.resize(800, 400)
    text.setText(ADVICE)
    assert (shown(text), text.toolTip()) == (ADVICE, "")


def test_a_number_is_not_parted_from_its_unit(qtbot: QtBot, theme: Theme) -> None:
    text = a_text(qtbot, theme, "Next: relax 2 s, then rep 3", 160, 80)
    assert "2\N{NO-BREAK SPACE}s" in shown(text)
    assert text.text() == "Next: relax 2 s, then rep 3"


def test_no_word_stands_alone_on_the_last_line(qtbot: QtBot, theme: Theme) -> None:
    whole = QFontMetrics(theme.font(TextRole.CUE, 26)).horizontalAdvance(ADVICE)
    for short_px in (5, 60, 120):  # the last word alone would be on a line of its own
        text = a_text(qtbot, theme, ADVICE, whole - short_px, 80)
        first, last = lines(text)
        assert len(last) > len(first) / 2


def test_it_asks_for_no_room(qtbot: QtBot, theme: Theme) -> None:
    text = a_text(qtbot, theme, ADVICE, 300, 40)
    assert text.minimumSizeHint().isEmpty()
    assert text.sizeHint().isEmpty()


@pytest.mark.parametrize("words", ["", "Hold"])
def test_it_is_fitted_anew_when_the_box_or_the_size_changes(
    qtbot: QtBot, theme: Theme, words: str
) -> None:
    text = a_text(qtbot, theme, words, 800, 20)
    text.resize(800, 100)
    text.set_text_size(60)
    assert text.font().pixelSize() == (60 if words else 26)
    text.set_text_size(None)
    assert text.text() == words


def test_lines_in_the_middle_stay_in_the_middle(qtbot: QtBot, theme: Theme) -> None:
    text = FittedText(theme, TextRole.CUE, align=ALIGN_CENTRE)
    qtbot.addWidget(text)
    text.resize(400, 120)
    text.setText(ADVICE)
    margins = text.contentsMargins()
    assert margins.left() > 0
    assert abs(margins.left() - margins.right()) <= 1
