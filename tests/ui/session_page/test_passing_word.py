"""A word in passing over the session: seen, heard by screen readers, and in nobody's way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.session_page.passing_word import SHOWN_MS, PassingWord
from stretchcoach.ui.theme.theme import Theme
from tests.ui.driven_time import DrivenClock, DrivenTimer

LONG = "The voice does not answer. " * 8


class Bench:
    def __init__(self, theme: Theme) -> None:
        self.page = QWidget()
        self.timer = DrivenTimer(DrivenClock())
        self.timer.setInterval(SHOWN_MS)
        self.word = PassingWord(theme, self.page, self.timer)
        self.page.resize(900, 600)
        self.page.show()


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme) -> Bench:
    bench = Bench(theme)
    qtbot.addWidget(bench.page)
    return bench


def test_words_come_one_after_the_other_and_go_by_themselves(bench: Bench) -> None:
    assert bench.word.sentence == ""
    bench.word.tell("No voice.")
    bench.word.tell("No sounds.")
    assert bench.word.sentence == "No voice."
    bench.timer.let_pass(SHOWN_MS)
    assert bench.word.sentence == "No sounds."
    bench.timer.let_pass(SHOWN_MS)
    assert bench.word.sentence == ""


def test_it_takes_neither_mouse_nor_keyboard(bench: Bench) -> None:
    bench.word.tell("No voice.")
    assert bench.word.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert bench.word.focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("size", [(1280, 800), (720, 540), (480, 400)])
@pytest.mark.parametrize("sentence", ["No voice.", LONG])
def test_it_is_whole_on_a_page_of_any_size(
    bench: Bench, size: tuple[int, int], sentence: str
) -> None:
    bench.word.tell(sentence)
    bench.page.resize(*size)
    assert bench.page.rect().contains(bench.word.geometry())
    words = bench.word._words
    assert words.height() >= words.heightForWidth(words.width())


def test_screen_readers_hear_it(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def hear(event: object) -> None:
        heard.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    bench.word.tell("No voice.")
    assert heard == ["No voice."]
    assert bench.word.accessibleName() == "No voice."
