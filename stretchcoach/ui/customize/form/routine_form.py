"""The form for the routine as a whole, while no step is selected."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.language.day_words import Weekday
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.edit.spans import ListSpan, MapSpan, Plain, find
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.form.fields import AmountEdit, WordsField
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.chips import ChipGroup, Option
from stretchcoach.ui.widgets.controls.choices import side_options
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

OPEN = "open"


class RoutineForm(QWidget):
    """Title, for whom, what for, a note, whose side, how often."""

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
        self.per_day = AmountEdit(theme, "per_day", tr("Times a day"), is_time=False)
        self.per_week = AmountEdit(theme, "per_week", tr("Days a week"), is_time=False)
        self.days = WordsField(theme, "days", tr("On which days"))
        names = ", ".join(day.value for day in list(Weekday)[:3])
        self.days.line.setPlaceholderText(names)
        times = QWidget()
        flow = FlowLayout(10, times)
        flow.addWidget(self.per_day)
        flow.addWidget(self.per_week)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for part in (self.head, *self.words, self.affected, times, self.days):
            column.addWidget(part)
        column.addStretch(1)
        for field in self.words:
            field.edited.connect(self._on_words)
        for field in (self.per_day, self.per_week):
            field.edited.connect(self._on_schedule)
        self.days.edited.connect(self._on_days)
        self.affected.chosen.connect(self._on_affected)

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
        self.per_day.show_value(_text(root, ("schedule", "per_day")), "1")
        self.per_week.show_value(_text(root, ("schedule", "per_week")))
        days = find(root, ("schedule", "days"))
        plain = days.plain if days is not None else ""
        names = ", ".join(map(str, plain)) if isinstance(days, ListSpan) else str(plain)
        self.days.show_value(names, tr("mon, wed, fri"))

    def _on_words(self, key: str, text: str) -> None:
        self._bench.set_keys({(key,): text or None})

    def _on_affected(self, key: str) -> None:
        self._bench.set_keys({("affected",): None if key == OPEN else key})

    def _on_schedule(self, key: str, text: str) -> None:
        change: dict[KeyPath, Plain | None] = {("schedule", key): text or None}
        if key == "per_week" and text:
            change[("schedule", "days")] = None
        self._bench.set_keys(change)

    def _on_days(self, key: str, text: str) -> None:
        names: list[Plain] = [name for name in text.replace(",", " ").split() if name]
        change: dict[KeyPath, Plain | None] = {("schedule", "days"): names or None}
        if names:
            change[("schedule", "per_week")] = None
        if names == ["daily"]:
            change[("schedule", "days")] = "daily"
        self._bench.set_keys(change)


def _text(root: MapSpan, path: KeyPath) -> str:
    found = find(root, path)
    plain = found.plain if found is not None else ""
    return plain if isinstance(plain, str) else ""
