"""The table that some clinics use to judge a day: information, the same for everybody."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from stretchcoach.core.advice.safety import DayRow, day_rows
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.labels import ALIGN_TOP_LEFT, PlainLabel

NARROW_BELOW_PX = 460


class DayTable(QWidget):
    """Three moments of a day, and what many people do; line below line where it is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow: bool | None = None
        heads, *lines = (_texts(row) for row in day_rows())
        self._lines = [[self._label(text) for text in line] for line in lines]
        # In the narrow form each line has the headings before its cells.
        self._heads = [[self._label(text, TextRole.BODY_STRONG) for text in heads] for _ in lines]
        self._table = QGridLayout(self)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._table.setHorizontalSpacing(16)
        self._arrange(narrow=True)
        theme.follow(self)

    @property
    def is_narrow(self) -> bool:
        return self._narrow is True

    def refresh_theme(self) -> None:
        self._arrange(narrow=self.width() < self._theme.scaled(NARROW_BELOW_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.refresh_theme()

    def _label(self, text: str, role: TextRole = TextRole.BODY) -> PlainLabel:
        return PlainLabel(self._theme, text, role, wrap=True, align=ALIGN_TOP_LEFT, parent=self)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for label in (label for line in (*self._lines, *self._heads) for label in line):
            self._table.removeWidget(label)
        for number, (heads, cells) in enumerate(zip(self._heads, self._lines, strict=True)):
            for place, (head, cell) in enumerate(zip(heads, cells, strict=True)):
                head.setVisible(narrow or number == 0)
                if narrow:
                    below = number * len(cells) + place
                    self._table.addWidget(head, below, 0)
                    self._table.addWidget(cell, below, 1)
                else:
                    self._table.addWidget(cell, number + 1, place)
                    if number == 0:
                        self._table.addWidget(head, 0, place)
        self._table.setVerticalSpacing(6 if narrow else 10)
        for column in range(len(self._lines[0])):
            self._table.setColumnStretch(column, 1 if column < 2 or not narrow else 0)


def _texts(row: DayRow) -> tuple[str, ...]:
    return (row.before, row.during, row.next_morning, row.what_many_do)
