"""One session of the diary: its intervals, how it felt, the note; and deleting it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.content.side_words import side_title, side_word
from stretchcoach.core.content.sides import Side
from stretchcoach.core.diary.session_words import asked_for, remarks, title_words
from stretchcoach.core.diary.visit_report import FeelingLine
from stretchcoach.core.diary.visit_report_words import feeling_words
from stretchcoach.core.language.day_words import weekday_words
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.language.time_words import clock_words, short_time_words, time_words
from stretchcoach.core.session.events import Outcome
from stretchcoach.core.session.phase_words import phase_word
from stretchcoach.core.session.record import Feeling, IntervalRecord, SessionRecord
from stretchcoach.ui.running.soon import Soon
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.rating import RatingRow
from stretchcoach.ui.widgets.controls.way_back import WayBack
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.layout.scroll_page import TwoColumnPage
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar
from stretchcoach.ui.widgets.surfaces.table import Column, TableModel, TableView
from stretchcoach.ui.widgets.text.labels import PlainLabel
from stretchcoach.ui.widgets.text.note_edit import NoteEdit

COLUMN_PX = 980
LEAST_COLUMN_PX = 640


class SessionDetail(TwoColumnPage):
    """`back_asked` leaves it; `delete_asked` has the id of the session; `said` has its id, the
    feelings before and after and the note, soon after they were changed. Where `only_to_read`,
    nothing can be changed."""

    back_asked = Signal()
    delete_asked = Signal(str)
    said = Signal(str, object, object, str)

    def __init__(self, theme: Theme, record: SessionRecord, *, only_to_read: bool = False) -> None:
        title = title_words(record.routine_title)
        super().__init__(theme, title, COLUMN_PX, least_px=LEAST_COLUMN_PX)
        self._record = record
        self._soon = Soon(self)
        self._soon.due.connect(self._on_due)
        self.notice = NoticeBar(theme)
        self.way_back = WayBack(theme, self)
        self.way_back.asked.connect(self.back_asked)
        self.back = self.way_back.link
        self.head.insertWidget(0, self.way_back)
        self.head.insertWidget(1, self.notice)
        when = PlainLabel(theme, when_words(record), TextRole.NEXT, "ink2", wrap=True)
        self.head.insertWidget(self.head.indexOf(self.heading) + 1, when)
        self.rows.addWidget(self._summary())
        self.ratings: tuple[RatingRow, ...] = ()
        self.rows.addWidget(self._said() if only_to_read else self._feelings())
        if asked_for(record):
            self.rows.addWidget(self._asked_for())
        self.more_rows.addWidget(self._intervals())
        self.delete = Button(theme, tr("Delete this session"))
        self.delete.clicked.connect(self._on_delete)
        foot = QHBoxLayout()
        foot.addWidget(self.delete)
        foot.addStretch(1)
        self.head.insertLayout(self.head.count() - 1, foot)  # above the stretch at its end
        self.delete.setVisible(not only_to_read)
        self.setFocusProxy(self.back)

    @property
    def waits(self) -> bool:
        """Whether something was changed that is not kept yet."""
        return self._soon.waits

    def keep(self) -> None:
        """Say now what was changed, as when the page is left."""
        self._soon.now()

    def not_kept(self, why: str) -> None:
        """It could not be kept: say so, and try again later."""
        self.notice.say(why)
        self._soon.ask()

    def _summary(self) -> QWidget:
        card, column = self._card()
        record = self._record
        times = [(tr("In all"), record.held_ms)]
        times += [(side_title(side), record.held_on_ms(side)) for side in Side]
        if record.held_on_ms(None):
            times.append((tr("Both sides"), record.held_on_ms(None)))
        figures = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        figures.setSizePolicy(policy)
        flow = FlowLayout(32, figures, line_gap_px=8)
        for name, held_ms in times:
            figure = QWidget()
            lines = QVBoxLayout(figure)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(0)
            lines.addWidget(PlainLabel(self._theme, name, TextRole.SMALL, "ink2"))
            lines.addWidget(PlainLabel(self._theme, time_words(held_ms), TextRole.SET))
            flow.addWidget(figure)
        column.addWidget(figures)
        for remark in remarks(record):
            column.addWidget(PlainLabel(self._theme, remark, ink="ink2", wrap=True))
        return card

    def _said(self) -> QWidget:
        """How it felt, and the note, as words."""
        card, column = self._card()
        record = self._record
        title = tr("How it felt, 0 to 10")
        column.addWidget(PlainLabel(self._theme, title, TextRole.SECTION))
        line = FeelingLine(record.started.day, record.before, record.after)
        words = feeling_words(line) or tr("Nothing was said.")
        for text in filter(None, (words, record.note)):
            column.addWidget(PlainLabel(self._theme, text, wrap=True))
        return card

    def _feelings(self) -> QWidget:
        card, column = self._card()
        theme, before, after = self._theme, self._record.before, self._record.after
        column.addWidget(PlainLabel(theme, tr("How it felt, 0 to 10"), TextRole.SECTION))
        self.ratings = (
            RatingRow(theme, tr("Buttock, before"), before.buttock),
            RatingRow(theme, tr("Buttock, after"), after.buttock),
            RatingRow(theme, tr("Leg, before"), before.leg),
            RatingRow(theme, tr("Leg, after"), after.leg),
        )
        for pair in (self.ratings[:2], self.ratings[2:]):
            row = QHBoxLayout()
            row.setSpacing(28)
            for rating in pair:
                rating.rated.connect(self._soon.ask)
                row.addWidget(rating)
            column.addLayout(row)
        self.note = NoteEdit(theme, self._record.note, tr("Note"))
        self.note.edited.connect(self._soon.ask)
        column.addWidget(self.note)
        return card

    def _asked_for(self) -> QWidget:
        card, column = self._card()
        title = tr("What the routine asked for")
        column.addWidget(PlainLabel(self._theme, title, TextRole.SECTION))
        lines = "\n".join(" ".join(line.split()) for line in asked_for(self._record))
        column.addWidget(PlainLabel(self._theme, lines, wrap=True))
        return card

    def _intervals(self) -> QWidget:
        card, column = self._card()
        title = tr("Interval by interval")
        column.addWidget(PlainLabel(self._theme, title, TextRole.SECTION))
        model = TableModel(self._theme, interval_columns())
        self.table = TableView(self._theme, title, model)
        model.set_rows(interval_rows(self._record))
        header_px = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(self.table.row_px * model.rowCount() + header_px + 16)
        column.addWidget(self.table)
        return card

    def _card(self) -> tuple[Card, QVBoxLayout]:
        card = Card(self._theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 18, 24, 20)
        column.setSpacing(12)
        return card, column

    def _on_delete(self) -> None:
        self.delete_asked.emit(self._record.id)

    def _on_due(self) -> None:
        buttock_before, buttock_after, leg_before, leg_after = (one.value for one in self.ratings)
        before, after = Feeling(buttock_before, leg_before), Feeling(buttock_after, leg_after)
        self.said.emit(self._record.id, before, after, self.note.note)


def when_words(record: SessionRecord) -> str:
    """“Mon 16 Nov 2026, 8:30”."""
    local = record.started.local
    return tr(
        "{weekday} {year}, {hour}:{minute:02d}",
        weekday=weekday_words(local.date()),
        year=local.year,
        hour=local.hour,
        minute=local.minute,
    )


def interval_columns() -> tuple[Column, ...]:
    return (
        Column(tr("Step"), is_number=True),
        Column(tr("Exercise"), is_strong=True, is_main=True),
        Column(tr("Phase")),
        Column(tr("Side")),
        Column(tr("Set"), is_number=True),
        Column(tr("Planned"), is_number=True),
        Column(tr("Held"), is_number=True),
        Column(tr("How it went"), is_quiet=True),
    )


def interval_rows(record: SessionRecord) -> list[tuple[str, ...]]:
    """Every interval in order, in the words of `interval_columns`."""
    names = {step.step_no: step.name or tr("Rest") for step in record.steps}
    return [
        (
            str(one.step_no),
            " ".join(names[one.step_no].split()),
            one.label or phase_word(one.kind),
            side_word(one.side) if one.side else "",
            str(one.set_no or ""),
            clock_words(one.planned_ms) if one.planned_ms is not None else tr("own pace"),
            clock_words(one.held_ms) if one.outcome is not None or one.held_ms else "–",
            outcome_words(one),
        )
        for one in record.intervals
    ]


def outcome_words(interval: IntervalRecord) -> str:
    """“Done”, “Eased off after 12 s”; “Not reached” where the session ended before."""
    if interval.eased_at_ms is not None:
        return tr("Eased off after {time}", time=short_time_words(interval.eased_at_ms))
    return {
        None: tr("Not reached"),
        Outcome.DONE: trc("outcome", "Done"),
        Outcome.SHORTENED: trc("outcome", "Shortened"),
        Outcome.SKIPPED: trc("outcome", "Left out"),
        Outcome.EASED_OFF: trc("outcome", "Eased off"),
    }[interval.outcome]
