"""A diary that was sent, to be read: what was done, eased off, left out, and how it felt."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.by_exercise import by_exercise
from stretchcoach.core.diary.from_records import held_sums_of, summary_of
from stretchcoach.core.diary.period import Period, PlannedOf, progress
from stretchcoach.core.diary.stats import days_done
from stretchcoach.core.diary.visit_report import VisitReport, visit_report
from stretchcoach.core.diary.visit_report_words import (
    affected_words,
    figures,
    period_words,
    routine_words,
)
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import SessionRecord
from stretchcoach.files.exchange.read_sent import SentDiary
from stretchcoach.ui.clients.exercises_card import ExercisesCard
from stretchcoach.ui.clients.keep_menu import KeepRow
from stretchcoach.ui.clients.said_card import SaidCard
from stretchcoach.ui.progress.charts.three_charts import CalendarCard, FeelingCard, WeeksCard
from stretchcoach.ui.progress.overview import turn
from stretchcoach.ui.progress.sessions import SessionsCard
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.chips import Option, SegmentRow
from stretchcoach.ui.widgets.controls.way_back import WayBack
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.layout.scroll_page import ScrollPage
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

COLUMN_PX = 1480
TWO_COLUMNS_PX = 980
CHART_LEAST_PX, LIST_LEAST_PX = 280, 260


class SentPage(ScrollPage):
    """`back_asked` leaves it; `session_chosen` has a SessionRecord to look at."""

    back_asked = Signal()
    session_chosen = Signal(object)

    def __init__(
        self, theme: Theme, title: str, diary: SentDiary, planned_of: PlannedOf, keep: KeepRow
    ) -> None:
        super().__init__(theme, title, COLUMN_PX)
        self._diary, self._planned_of = diary, planned_of
        self._period = Period.TWELVE_WEEKS
        self.keep = keep
        self.way_back = WayBack(theme, self)
        self.way_back.asked.connect(self.back_asked)
        self.about = PlainLabel(theme, "", TextRole.NEXT, "ink2", wrap=True)
        self.period = _period_row(theme)
        self.period.chosen.connect(self._on_period)
        self.report = Button(theme, tr("Visit report"), icon=IconName.DOCUMENT)
        self.report.hide()
        self.figures = QWidget()
        self.routines = PlainLabel(theme, "", wrap=True)
        self.exercises = ExercisesCard(theme)
        self.calendar, self.weeks = CalendarCard(theme), WeeksCard(theme)
        self.feeling, self.sessions = FeelingCard(theme), SessionsCard(theme)
        self.sessions.all.hide()
        self.sessions.session_chosen.connect(self._on_session)
        self.said = SaidCard(theme)
        self._build(theme)
        self.setFocusProxy(self.way_back.link)
        self._show()

    def _build(self, theme: Theme) -> None:
        self.rows.insertWidget(0, self.way_back)
        summary = Card(theme)
        column = QVBoxLayout(summary)
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(12)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.figures.setSizePolicy(policy)
        self._flow = FlowLayout(32, self.figures, line_gap_px=8)
        column.addWidget(self.figures)
        column.addWidget(self.routines)
        choices = QHBoxLayout()
        choices.addWidget(self.period)
        choices.addStretch(1)
        choices.addWidget(self.report)
        self.rows.addWidget(self.about)
        self.rows.addWidget(self.keep)
        self.rows.addLayout(choices)
        self.rows.addWidget(summary)
        self.rows.addWidget(self.exercises)
        for card in (self.calendar, self.weeks, self.feeling):
            card.chart.setMinimumHeight(theme.scaled(CHART_LEAST_PX) // 2)
        self._pairs = [_pair(self.calendar, self.weeks), _pair(self.feeling, self.sessions)]
        for pair in self._pairs:
            self.rows.addLayout(pair)
        self.sessions.setMinimumHeight(theme.scaled(LIST_LEAST_PX))
        self.rows.addWidget(self.said)
        self.rows.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        wide = self.viewport().width() >= self._theme.scaled(TWO_COLUMNS_PX)
        way = QBoxLayout.Direction
        for pair in self._pairs:
            turn(pair, way.LeftToRight if wide else way.TopToBottom)

    def _show(self) -> None:
        records = self._diary.records
        last = records[-1].started.day
        first = self._period.first_day(last)
        found = [one for one in records if first <= one.started.day <= last]
        affected = records[-1].affected
        report = visit_report(
            found, first, last, affected, self._planned_of, self._diary.activities
        )
        self._show_words(report, affected)
        self.exercises.show_lines(by_exercise(found))
        self._show_charts(found, last, affected)
        self.said.show_report(report)

    def _show_words(self, report: VisitReport, affected: AffectedSide) -> None:
        parts = (period_words(report), affected_words(affected))
        self.about.setText("  ·  ".join(part for part in parts if part))
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for name, value in figures(report):
            self._flow.addWidget(_figure(self._theme, name, value))
        lines = (
            tr("{name}: {value}", name=line.title, value=routine_words(line))
            for line in report.routines
        )
        self.routines.setText("\n".join(lines))
        self.routines.setVisible(bool(report.routines))

    def _show_charts(self, found: list[SessionRecord], last: date, affected: AffectedSide) -> None:
        summaries = [summary_of(one) for one in reversed(found)]
        done = sorted(days_done(map(summary_of, self._diary.records)))
        sums = held_sums_of(found)
        shown = progress(self._period, last, summaries, sums, done, self._planned_of)
        self.calendar.show_progress(shown)
        self.weeks.show_progress(shown, affected)
        self.feeling.show_progress(shown)
        self.sessions.show_sessions(self._diary, summaries, affected)

    def _on_period(self, key: str) -> None:
        self._period = Period[key]
        self._show()

    def _on_session(self, session_id: str) -> None:
        record = self._diary.session(session_id)
        if record is not None:
            self.session_chosen.emit(record)


def _period_row(theme: Theme) -> SegmentRow:
    """How many weeks up to the last session."""
    options = (
        Option(Period.FOUR_WEEKS.name, tr("4 weeks")),
        Option(Period.TWELVE_WEEKS.name, tr("12 weeks")),
        Option(Period.YEAR.name, tr("Year")),
    )
    row = SegmentRow(theme, tr("Period"), options)
    row.set_key(Period.TWELVE_WEEKS.name)
    row.setMinimumWidth(270)
    row.setMaximumWidth(420)
    return row


def _figure(theme: Theme, name: str, value: str) -> QWidget:
    figure = QWidget()
    lines = QVBoxLayout(figure)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    lines.addWidget(PlainLabel(theme, name, TextRole.SMALL, "ink2"))
    lines.addWidget(PlainLabel(theme, value, TextRole.SET))
    return figure


def _pair(one: QWidget, other: QWidget) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(Space.CARD_GAP)
    row.addWidget(one, 3)
    row.addWidget(other, 4)
    return row
