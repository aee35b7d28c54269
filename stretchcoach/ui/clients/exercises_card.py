"""How each exercise of a diary went, side by side, beside what was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from stretchcoach.core.content.side_words import small_side_word
from stretchcoach.core.content.sides import Side
from stretchcoach.core.diary.by_exercise import ExerciseLine, Went
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.surfaces.table import Column, TableModel, TableView
from stretchcoach.ui.widgets.text.labels import PlainLabel

MOST_ROWS = 30


class ExercisesCard(Card):
    """A row an exercise: asked for, done, eased off, in part, left out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        title = tr("Exercise by exercise")
        columns = (
            Column(tr("Exercise"), is_strong=True, is_main=True),
            Column(tr("Asked for"), is_quiet=True),
            Column(tr("Done")),
            Column(tr("Eased off")),
            Column(tr("In part")),
            Column(tr("Left out")),
        )
        self.model = TableModel(theme, columns)
        self.table = TableView(theme, title, self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(6)
        column.addWidget(PlainLabel(theme, title, TextRole.SECTION))
        column.addWidget(self.table)

    def show_lines(self, lines: Sequence[ExerciseLine]) -> None:
        self.model.set_rows([_row(line) for line in lines])
        rows = min(len(lines), MOST_ROWS)
        header_px = self.table.horizontalHeader().sizeHint().height()
        bar_px = self.table.horizontalScrollBar().sizeHint().height()  # a narrow window needs it
        self.table.setFixedHeight(self.table.row_px * rows + header_px + bar_px)


def _row(line: ExerciseLine) -> tuple[str, ...]:
    name = " ".join(line.name.split()) or line.exercise
    return (name, line.dose, *(_counts(line, went) for went in Went))


def _counts(line: ExerciseLine, went: Went) -> str:
    """“left 10 of 12, right 11 of 12”; “–” for never, which is told of what was done as well."""
    words = []
    for side in (Side.LEFT, Side.RIGHT, None):
        count, times = line.count(went, side), line.times(side)
        if not times or (not count and went is not Went.DONE):
            continue
        amount = str(count)
        if went is Went.DONE:
            amount = tr("{n} of {times}", n=count, times=times)
        if side is not None:
            words.append(tr("{side} {n}", side=small_side_word(side), n=amount))
        elif line.times(Side.LEFT) or line.times(Side.RIGHT):
            words.append(tr("both {n}", n=amount))
        else:
            words.append(amount)
    return ", ".join(words) or "–"
