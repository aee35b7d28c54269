"""A card with a chart, and behind it the same as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.progress.charts.chart import Chart
from stretchcoach.ui.progress.charts.legend import Legend
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.surfaces.table import Column, TableModel, TableView
from stretchcoach.ui.widgets.text.labels import PlainLabel

PADDING_PX = 24
LINK_PX = 24


class ChartCard(Card):
    """Title, chart, legend, and the link to its table.

    `head` is the row of the title and `foot` that of the link, for what a card needs beside.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        chart: Chart,
        columns: Sequence[Column],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self.title = PlainLabel(theme, title, TextRole.SECTION, wrap=True)
        self.chart = chart
        self.rows = TableModel(theme, columns)
        self.table = TableView(theme, tr("{chart}, as a table", chart=title), self.rows)
        self.legend = Legend(theme)
        self.switch = Button(theme, "", ButtonKind.LINK, height_px=LINK_PX)
        self.switch.clicked.connect(self._on_switch)
        self._stack = QStackedWidget()
        self._stack.addWidget(chart)
        self._stack.addWidget(self.table)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.addWidget(self.title, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self.foot.addWidget(self.switch)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PADDING_PX, 16, PADDING_PX, 12)
        self.column.setSpacing(8)
        self.column.addLayout(self.head)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self.legend)
        self.column.addLayout(self.foot)
        self._name_switch()

    @property
    def shows_table(self) -> bool:
        return self._stack.currentIndex() == 1

    def _on_switch(self) -> None:
        self._stack.setCurrentIndex(0 if self.shows_table else 1)
        self._name_switch()

    def _name_switch(self) -> None:
        shows_table = self.shows_table
        self.switch.set_label(tr("Show as a chart") if shows_table else tr("Show as a table"))
        self.switch.setAccessibleDescription(self.title.text())
