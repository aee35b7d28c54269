"""An exercise while it is written: its text and its pictures, with one undo for both."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.files.edit.keys import Wanted
from stretchcoach.files.edit.spans import EditRefusedError
from stretchcoach.files.own_exercises.pictures import Pictures
from stretchcoach.files.own_exercises.reading import ExerciseReading, read_exercise
from stretchcoach.files.own_exercises.texts import set_exercise_keys

MOST_STEPS = 300


class State(NamedTuple):
    """`pictures` is None as long as the picture is what the text names."""

    text: str
    pictures: Pictures | None = None


class ExerciseDocument(QObject):
    """`changed` follows each change; `refused` has the reason why one was not made."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, known: Mapping[str, Exercise], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._path = Path()
        self._state = State("")
        self._before: list[State] = []
        self._after: list[State] = []
        self._about = ""
        self._reading = read_exercise(self._path, "")

    @property
    def path(self) -> Path:
        """Where it is or will be saved."""
        return self._path

    @property
    def state(self) -> State:
        return self._state

    @property
    def reading(self) -> ExerciseReading:
        """What the text says."""
        return self._reading

    @property
    def known(self) -> Mapping[str, Exercise]:
        """All other exercises."""
        return self._known

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        return bool(self._after)

    def set_known(self, known: Mapping[str, Exercise]) -> None:
        """Other exercises are known now."""
        self._known = known

    def open(self, path: Path, state: State) -> None:
        """Begin with `state`, with nothing to undo."""
        self._path = path
        self._before, self._after = [], []
        self._show(state)

    def set_path(self, path: Path) -> None:
        self._path = path

    def set_keys(self, wanted: Wanted, about: str = "") -> bool:
        """Let values be what is wanted; None takes a key away. Whether it could be done.

        Changes that follow each other and are `about` the same field are undone together.
        """
        try:
            text = set_exercise_keys(self._state.text, wanted)
        except EditRefusedError as error:
            self.refused.emit(str(error))
            self.changed.emit()  # so that the field shows again what stands there
            return False
        self.change(self._state._replace(text=text), about)
        return True

    def set_text(self, text: str) -> None:
        """The whole text, as it was typed."""
        self.change(self._state._replace(text=text), "text")

    def set_pictures(
        self, pictures: Pictures | None, about: str = "", wanted: Wanted | None = None
    ) -> None:
        """Other pictures, and with them what is `wanted` of the text."""
        text = self._state.text
        if wanted:
            with suppress(EditRefusedError):  # the pictures are what matters
                text = set_exercise_keys(text, wanted)
        self.change(State(text, pictures), about)

    def change(self, state: State, about: str = "") -> None:
        if state == self._state:
            return
        if not about or about != self._about or self._after or not self._before:
            self._before = [*self._before, self._state][-MOST_STEPS:]
        self._after = []
        self._show(state)
        self._about = about

    def amend(self, state: State) -> None:
        """What is there now, said otherwise: nothing that one would undo."""
        self._show(state)

    def settle(self) -> None:
        """What comes next is undone by itself."""
        self._about = ""

    def undo(self) -> None:
        if self._before:
            self._after.append(self._state)
            self._show(self._before.pop())

    def redo(self) -> None:
        if self._after:
            self._before.append(self._state)
            self._show(self._after.pop())

    def _show(self, state: State) -> None:
        self._about = ""
        if state.text != self._reading.text:
            self._reading = read_exercise(self._path, state.text, self._known)
        self._state = state
        self.changed.emit()
