"""An exercise of one's own to work on, and the hands for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stretchcoach.ui.own_exercise.exercise_editor import ExerciseEditor
from tests.ui.own_exercise.conftest import Place

CONTROL = Qt.KeyboardModifier.ControlModifier
SLIDE = """\
format: stretchcoach-exercise/1
id: towel-slide
name: Towel slide  # at the gym
instructions: {move: Slide the heel.}
dose: {reps: 8, pace: 4s}
"""


def press(editor: ExerciseEditor, key: Qt.Key) -> None:
    QTest.keyClick(editor, key, CONTROL)


def type_into(editor: ExerciseEditor, at: int, words: str) -> None:
    """Into one of the fields of how it is done."""
    field = editor.words.how[at].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def with_slide(place: Place) -> ExerciseEditor:
    place.paths.exercises.mkdir(parents=True, exist_ok=True)
    place.own_file("towel-slide.yaml").write_text(SLIDE)
    place.read()
    place.ways.change_asked.emit("towel-slide")
    return place.editor
