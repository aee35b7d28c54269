"""A note with a limit that is seen, and never cuts what stood there before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.core.diary.limits import MAX_NOTE
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.text.note_edit import NEAR, NoteEdit


def a_note(qtbot: QtBot, theme: Theme, note: str) -> NoteEdit:
    edit = NoteEdit(theme, note, "Note")
    qtbot.addWidget(edit)
    edit.show()
    return edit


def paste(note: NoteEdit, text: str) -> None:
    content = QMimeData()
    content.setText(text)
    note.edit.insertFromMimeData(content)


def test_the_limit_comes_into_sight_when_it_is_near(qtbot: QtBot, theme: Theme) -> None:
    note = a_note(qtbot, theme, "x" * (MAX_NOTE - NEAR - 1))
    note.edit.moveCursor(QTextCursor.MoveOperation.End)
    assert not note.limit.isVisible()
    QTest.keyClicks(note.edit, "y")
    assert note.limit.isVisible()
    assert note.limit.text() == f"Room for {NEAR} characters more."


@pytest.mark.parametrize("letter", ["x", "\N{SMILING FACE WITH SMILING EYES}"])
def test_what_does_not_fit_is_not_taken_and_it_is_said(
    qtbot: QtBot, theme: Theme, letter: str
) -> None:
    before = letter * (MAX_NOTE - 4)
    note = a_note(qtbot, theme, before)
    cursor = note.edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, n=3)
    note.edit.setTextCursor(cursor)
    paste(note, "1234567")
    assert note.note == letter * 3 + "1234" + letter * (MAX_NOTE - 7)
    assert note.limit.text() == "The note is full: 3 characters did not fit."
    QTest.keyClicks(note.edit, "8")
    assert note.note == letter * 3 + "1234" + letter * (MAX_NOTE - 7)
    assert note.limit.text() == "The note is full: 1 character did not fit."


def test_a_text_that_is_put_there_whole_loses_its_end(qtbot: QtBot, theme: Theme) -> None:
    note = a_note(qtbot, theme, "")
    note.edit.setPlainText("a" + "x" * MAX_NOTE)
    assert note.note == "a" + "x" * (MAX_NOTE - 1)


def test_an_edit_is_told_once(qtbot: QtBot, theme: Theme) -> None:
    note = a_note(qtbot, theme, "x" * MAX_NOTE)
    edits: list[str] = []
    note.edited.connect(lambda: edits.append(note.note))
    paste(note, "more")
    assert edits == ["x" * MAX_NOTE]
