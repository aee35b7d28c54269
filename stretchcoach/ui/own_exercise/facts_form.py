"""What is known of an exercise: position, sides, kind, muscles, things, dose, who asks first."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.advice.caution_words import caution_words
from stretchcoach.core.content.exercise_words import muscle_word
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.content.term_words import equipment_word, kind_word, position_word
from stretchcoach.core.content.terms import Caution, Equipment, ExerciseKind, Position
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.routine_words import level_words
from stretchcoach.files.edit.spans import Plain
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.customize.form.fields import AmountEdit
from stretchcoach.ui.own_exercise.exercise_document import ExerciseDocument
from stretchcoach.ui.own_exercise.fields import ManyChips
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.chips import ChipGroup, Option
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

PRIMARY, SECONDARY = ("targets", "primary"), ("targets", "secondary")
WORK = ("hold", "pace", "time")
USUAL_WORK = {"hold": "30s", "pace": "4s", "time": "1 min"}
USUAL_REST = "10s"
LEVELS = (1, 2, 3)


class FactsForm(QWidget):
    """Each choice is one key of the text. `more` is the half of them that stands elsewhere."""

    def __init__(
        self, theme: Theme, document: ExerciseDocument, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.position = ChipGroup(
            theme, tr("Position"), [Option(p.value, position_word(p)) for p in Position],
            may_be_none=True,
        )  # fmt: skip
        self.sides = ChipGroup(theme, tr("Sides"), _side_options())
        self.kind = ChipGroup(
            theme, tr("Kind"), [Option(k.value, kind_word(k)) for k in ExerciseKind]
        )
        self.level = ChipGroup(
            theme, tr("How demanding"), [Option(str(n), level_words(n)) for n in LEVELS]
        )
        muscles = [Option(m.value, muscle_word(m)) for m in Muscle]
        self.primary = ManyChips(theme, "primary", tr("Muscles it is for"), muscles)
        self.secondary = ManyChips(theme, "secondary", tr("Muscles that help"), muscles)
        things = [Option(e.value, equipment_word(e)) for e in Equipment]
        self.equipment = ManyChips(theme, "equipment", tr("What is needed"), things)
        cautions = [Option(c.value, caution_words(c).label) for c in Caution]
        self.cautions = ManyChips(
            theme, "cautions", tr("Who should ask a professional first"), cautions
        )
        self.sets = AmountEdit(theme, "sets", tr("Sets"), is_time=False)
        self.reps = AmountEdit(theme, "reps", tr("Reps"), is_time=False)
        self.work = ChipGroup(theme, tr("Usual dose"), _work_options())
        self.amount = AmountEdit(theme, "amount", tr("How long"), is_time=True)
        self.rest = AmountEdit(theme, "rest", tr("Rest"), is_time=True)
        self.phases = PlainLabel(
            theme, tr("Several phases a rep: change them in the text."), TextRole.SMALL, "ink2",
            wrap=True,
        )  # fmt: skip
        self._build()
        self._connect()

    def _build(self) -> None:
        self._amounts = QWidget()
        flow = FlowLayout(10, self._amounts)
        for amount in (self.sets, self.reps, self.amount, self.rest):
            flow.addWidget(amount)
        self.more = QWidget()
        for box, parts in (
            (self, (self.kind, self.sides, self.position, self.level, self.work, self._amounts,
                    self.phases)),
            (self.more, (self.primary, self.secondary, self.equipment, self.cautions)),
        ):  # fmt: skip
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(14)
            for part in parts:
                column.addWidget(part)

    def _connect(self) -> None:
        self.position.chosen.connect(self._on_position)
        self.sides.chosen.connect(self._on_sides)
        self.kind.chosen.connect(self._on_kind)
        self.level.chosen.connect(self._on_level)
        self.work.chosen.connect(self._on_work)
        for amount in (self.sets, self.reps, self.amount, self.rest):
            amount.edited.connect(self._on_amount)
        for chips in (self.primary, self.secondary, self.equipment, self.cautions):
            chips.changed.connect(self._on_many)

    def field_at(self, path: KeyPath) -> QWidget | None:
        """The field of the value at `path`."""
        groups: dict[KeyPath, QWidget] = {
            ("position",): self.position,
            ("sides",): self.sides,
            ("kind",): self.kind,
            ("level",): self.level,
            ("dose",): self.work,
            ("dose", self._work): self.amount.line,
            **{("dose", edit.key): edit.line for edit in (self.sets, self.reps, self.rest)},
            **self._many(),
        }
        return groups.get(path)

    def refresh(self) -> None:
        """Show what the text says."""
        reading = self._document.reading
        if reading.root is None:
            return
        for group, key, usual in (
            (self.position, "position", ""),
            (self.sides, "sides", Sides.BOTH.value),
            (self.kind, "kind", ExerciseKind.STRETCH.value),
            (self.level, "level", "1"),
            (self.work, "", self._work),
        ):
            said = (reading.words((key,)) if key else "") or usual
            group.set_key(said) if said == "" or group.has_key(said) else group.set_none()
        for path, chips in self._many().items():
            chips.show_keys(reading.listed(path))
        for amount, key, usual in (
            (self.sets, "sets", "1"),
            (self.reps, "reps", "1"),
            (self.rest, "rest", USUAL_REST),
            (self.amount, self._work, USUAL_WORK[self._work]),
        ):
            if not (amount.line.isModified() and amount.line.hasFocus()):  # it is being typed
                amount.show_value(reading.words(("dose", key)), usual)
        phased = reading.has(("dose", "rep"))
        self.phases.setVisible(phased)
        self.work.setVisible(not phased)
        self.amount.setVisible(not phased)

    def commit(self) -> None:
        """What was typed is meant."""
        for amount in (self.sets, self.reps, self.amount, self.rest):
            amount.commit()
            amount.line.setModified(False)

    @property
    def _work(self) -> str:
        """Which of hold, pace and time the dose gives."""
        reading = self._document.reading
        return next((key for key in WORK if reading.words(("dose", key))), WORK[0])

    def _many(self) -> dict[KeyPath, ManyChips]:
        return {
            PRIMARY: self.primary,
            SECONDARY: self.secondary,
            ("equipment",): self.equipment,
            ("cautions",): self.cautions,
        }

    def _on_position(self, key: str) -> None:
        self._document.set_keys({("position",): key or None})

    def _on_sides(self, key: str) -> None:
        self._document.set_keys({("sides",): key})

    def _on_kind(self, key: str) -> None:
        self._document.set_keys({("kind",): key})

    def _on_level(self, key: str) -> None:
        self._document.set_keys({("level",): key})

    def _on_work(self, key: str) -> None:
        """Only one of them may be said."""
        if key == self._work:
            return
        others: dict[KeyPath, Plain | None] = {
            ("dose", other): None
            for other in WORK
            if other != key and self._document.reading.words(("dose", other))
        }
        self._document.set_keys({**others, ("dose", key): USUAL_WORK[key]})

    def _on_amount(self, key: str, text: str) -> None:
        path = ("dose", self._work if key == self.amount.key else key)
        self._document.set_keys({path: text or None})

    def _on_many(self, key: str, on: list[Plain]) -> None:
        path = next(path for path, chips in self._many().items() if chips.key == key)
        if path == PRIMARY and not on:
            self._document.set_keys({("targets",): None})  # nothing helps what has no aim
        else:
            self._document.set_keys({path: list(on) or None})


def _side_options() -> tuple[Option, ...]:
    return (
        Option(Sides.EACH.value, tr("One side, then the other")),
        Option(Sides.ALTERNATE.value, tr("In turn, rep by rep")),
        Option(Sides.BOTH.value, tr("Both together")),
    )


def _work_options() -> tuple[Option, ...]:
    return (
        Option("hold", tr("A hold")),
        Option("pace", tr("A movement at a pace")),
        Option("time", tr("A time for the set")),
    )
