"""What an exercise says: its name, how it is done, and short reminders."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.own_exercise.exercise_document import ExerciseDocument
from stretchcoach.ui.own_exercise.fields import WordsBox
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.labels import PlainLabel

INSTRUCTIONS, CUES = "instructions", "cues"


class WordsForm(QWidget):
    """Each field is one key of the text."""

    def __init__(
        self, theme: Theme, document: ExerciseDocument, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.name = WordsBox(theme, "name", tr("Name"), high=False)
        self.how = [
            WordsBox(theme, "setup", tr("Set up"), tr("How to get into the start")),
            WordsBox(theme, "move", tr("Move"), tr("How to get from the start to the hold")),
            WordsBox(theme, "feel", tr("Feel it"), tr("Where it should be felt")),
            WordsBox(theme, "avoid", tr("Avoid"), tr("The mistakes people make")),
            WordsBox(theme, "stop", tr("Ease off"), tr("When to ease off, in a few words")),
        ]
        self.cues = WordsBox(
            theme, CUES, tr("Reminders, one a line"), tr("Short; one is said in a hold")
        )
        words = tr("Where left and right differ, write both: the (right|left) knee.")
        self.about_sides = PlainLabel(theme, words, TextRole.SMALL, "ink3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self.name, *self.how, self.cues, self.about_sides):
            column.addWidget(part)
        for box in self.boxes:
            box.edited.connect(self._on_edited)
            box.left.connect(document.settle)

    @property
    def boxes(self) -> tuple[WordsBox, ...]:
        return (self.name, *self.how, self.cues)

    def field_at(self, path: KeyPath) -> QWidget | None:
        """The field of the value at `path`."""
        known: dict[KeyPath, WordsBox] = {("name",): self.name, (CUES,): self.cues}
        for how in self.how:
            known[INSTRUCTIONS, how.key] = how
        box = known.get(path)
        return box.field if box is not None else None

    def refresh(self) -> None:
        """Show what the text says."""
        reading = self._document.reading
        if reading.root is None:
            return
        self.name.show_value(reading.words(("name",)))
        for box in self.how:
            box.show_value(reading.words((INSTRUCTIONS, box.key)))
        self.cues.show_value("\n".join(reading.listed((CUES,))))

    def commit(self) -> None:
        """What was typed is meant."""
        for box in self.boxes:
            box.commit()

    def _on_edited(self, key: str, text: str) -> None:
        if key == CUES:
            lines = [" ".join(line.split()) for line in text.split("\n")]
            self._document.set_keys({(CUES,): [line for line in lines if line] or None}, key)
        elif key == "name":
            self._document.set_keys({("name",): text}, key)
        else:
            said = " ".join(text.split())
            self._document.set_keys({(INSTRUCTIONS, key): said or None}, key)
