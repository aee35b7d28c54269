"""The form for the routine as a whole, while no step is selected."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.bench.dose_form import routine_fields
from stretchcoach.core.content.side_words import order_word
from stretchcoach.core.content.sides import SideOrder
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.routine_words import level_words
from stretchcoach.files.edit.spans import MapSpan, Plain, find
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.form.amount_row import AmountRow
from stretchcoach.ui.customize.form.fields import WordsField
from stretchcoach.ui.customize.form.schedule_fields import ScheduleFields
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.chips import ChipGroup, Option
from stretchcoach.ui.widgets.controls.choices import side_options
from stretchcoach.ui.widgets.controls.menu_button import Choice, MenuButton
from stretchcoach.ui.widgets.text.labels import PlainLabel

OPEN = "open"
LEVELS = (1, 2, 3)


class RoutineForm(QWidget):
    """Title, for whom, what for, a note, whose side, how often, how hard, what usually holds."""

    def __init__(self, theme: Theme, bench: BenchDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.head = PlainLabel(theme, tr("The routine"), TextRole.SECTION)
        self.words = [
            WordsField(theme, key, label)
            for key, label in (
                ("title", tr("Title")),
                ("for", tr("For whom")),
                ("goal", tr("What it is for")),
                ("note", tr("A word before the start")),
                ("author", tr("Author")),
            )
        ]
        usual = Option(OPEN, tr("The client's own"))
        self.affected = ChipGroup(theme, tr("Affected side"), (usual, *side_options()))
        self.schedule_head = PlainLabel(theme, tr("How often"), TextRole.BODY_STRONG)
        self.schedule = ScheduleFields(theme)
        levels = [Choice(str(level), level_words(level)) for level in LEVELS]
        self.level = MenuButton(theme, tr("How demanding"), levels)
        self.usual_head = PlainLabel(
            theme, tr("For every step that says nothing else"), TextRole.BODY_STRONG, wrap=True
        )
        self.usual = AmountRow(theme)
        orders = [Choice(order.value, order_word(order)) for order in SideOrder]
        self.order = MenuButton(theme, tr("First side"), orders)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for part in (self.head, *self.words, self.affected, self.schedule_head, self.schedule,
                     self.level, self.usual_head, self.usual, self.order):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        for field in self.words:
            field.edited.connect(self._on_words)
        self.affected.chosen.connect(self._on_affected)
        self.schedule.written.connect(self._write)
        self.level.changed.connect(self._on_level)
        self.usual.edited.connect(self._on_usual)
        self.order.changed.connect(self._on_order)

    def refresh(self) -> None:
        """Show what the text says."""
        root = self._bench.reading.root
        if root is None:
            return
        for field in self.words:
            field.show_value(_text(root, (field.key,)))
        side = _text(root, ("affected",)) or OPEN
        if self.affected.has_key(side):
            self.affected.set_key(side)
        else:
            self.affected.set_none()
        self.schedule.show_schedule(_keys(root, "schedule"))
        self.level.choose([_text(root, ("level",))])
        defaults = _keys(root, "defaults")
        self.usual.show_fields(routine_fields(), [defaults])
        self.order.choose([defaults.get("order", "")])

    def commit(self) -> None:
        """What was typed is meant."""
        for field in self.words:
            field.commit()
        self.schedule.commit()
        self.usual.commit()

    def _write(self, wanted: Mapping[KeyPath, Plain | None]) -> None:
        self._bench.set_keys(wanted)

    def _on_words(self, key: str, text: str) -> None:
        self._write({(key,): text or None})

    def _on_affected(self, key: str) -> None:
        self._write({("affected",): None if key == OPEN else key})

    def _on_level(self) -> None:
        self._write({("level",): _first(self.level)})

    def _on_usual(self, key: str, text: str) -> None:
        self._write({("defaults", key): text or None})

    def _on_order(self) -> None:
        self._write({("defaults", "order"): _first(self.order)})


def _first(button: MenuButton) -> str | None:
    return next((str(value) for value in button.chosen), None)


def _keys(root: MapSpan, key: str) -> Mapping[str, Plain]:
    found = root.value(key)
    plain = found.plain if found is not None else {}
    return plain if isinstance(plain, dict) else {}


def _text(root: MapSpan, path: KeyPath) -> str:
    found = find(root, path)
    plain = found.plain if found is not None else ""
    return plain if isinstance(plain, str) else ""
