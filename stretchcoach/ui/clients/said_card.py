"""What else stands in a diary: what went otherwise than planned, activities, notes."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout

from stretchcoach.core.diary.visit_report import VisitReport
from stretchcoach.core.diary.visit_report_words import Titles, rating_words
from stretchcoach.core.language.day_words import day_words
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

MOST_LINES = 40  # of a part, the latest


class SaidCard(Card):
    """The parts of a report that are text, each below its title; hidden while there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 20)
        self._column.setSpacing(8)
        self.labels: list[PlainLabel] = []
        self.hide()

    def show_report(self, report: VisitReport) -> None:
        for label in self.labels:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.labels = []
        for title, lines in _parts(report):
            if lines:
                self._add(title, TextRole.SECTION)
                self._add("\n".join(_latest(lines)), TextRole.BODY)
        self.setVisible(bool(self.labels))

    def _add(self, words: str, role: TextRole) -> None:
        label = PlainLabel(self._theme, words, role, wrap=True)
        self.labels.append(label)
        self._column.addWidget(label)


def _parts(report: VisitReport) -> Iterator[tuple[str, list[str]]]:
    yield Titles.changes(), [_named(day_words(one.day), one.text) for one in report.changes]
    yield Titles.activities(), [_named(a.name, rating_words(a.ratings)) for a in report.activities]
    yield Titles.notes(), [_named(day_words(one.day), one.text) for one in report.notes]


def _latest(lines: list[str]) -> Iterator[str]:
    before = len(lines) - MOST_LINES
    if before > 0:
        yield trn("({n} earlier one)", "({n} earlier ones)", before)
    yield from lines[-MOST_LINES:]


def _named(name: str, value: str) -> str:
    return tr("{name}: {value}", name=name, value=value)
