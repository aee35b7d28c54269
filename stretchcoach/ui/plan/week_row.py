"""A week of a plan in one line; pressed, it opens."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.content.fields import Span
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.plan.plan import PlanWeek
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Radius, TextRole
from stretchcoach.ui.widgets.controls.buttons import ThemedButton
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE, ALIGN_RIGHT, PlainLabel

ROW_PX = 64
DISC_PX = 36
SIDE_PX = 20
CHEVRON_PX = 18


def week_name(numbers: Span, is_after: bool) -> str:
    """ "Week 3", "Weeks 3 to 8", or what stands for the time after the last one."""
    if is_after:
        return tr("Afterwards")
    if numbers.first == numbers.last:
        return tr("Week {n}", n=numbers.first)
    return tr("Weeks {first} to {last}", first=numbers.first, last=numbers.last)


class _Disc(QWidget):
    """The number of the week; filled for the one that the person is in."""

    def __init__(self, theme: Theme, text: str, is_current: bool) -> None:
        super().__init__()
        self._theme, self._is_current = theme, is_current
        self._number = PlainLabel(
            theme,
            text,
            TextRole.BODY_STRONG,
            "on_teal" if is_current else "ink2",
            align=ALIGN_CENTRE,
        )
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._number)
        theme.follow(self)

    def refresh_theme(self) -> None:
        size = self._theme.scaled(DISC_PX)
        self.setFixedSize(size, size)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = palette.teal if self._is_current else palette.sunken
        border = None if self._is_current or palette.border_px == 1 else palette.edge
        paint_box(painter, QRectF(self.rect()), self.width() / 2, fill, border)
        painter.end()


class WeekRow(ThemedButton):
    """Number, title and days. `is_after` is the time without an end after the last week."""

    focus_radius = float(Radius.CONTROL)

    def __init__(
        self,
        theme: Theme,
        numbers: Span,
        week: PlanWeek,
        *,
        here: int | None,
        is_after: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`here` is the number of the week that one is in."""
        is_current = here is not None and numbers.first <= here <= numbers.last
        self.week_no = here if here is not None and is_current else numbers.first
        self._is_first = numbers.first == 1
        self._open = False
        super().__init__(theme, "", parent)
        name = week_name(numbers, is_after)
        disc = _Disc(theme, "…" if is_after else str(self.week_no), is_current)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(PlainLabel(theme, week.title, TextRole.LIST_NAME, wrap=True))
        where = name
        if is_current and numbers.first != numbers.last:
            where = tr("{week}, you are in week {n}", week=name, n=self.week_no)
        elif is_current:
            where = tr("{week}, you are here", week=name)
        words.addWidget(PlainLabel(theme, where, TextRole.SMALL, "ink2", wrap=True))
        words.addStretch(1)
        days = trn("{n} day", "{n} days", week.days)
        if not week.times:
            days = tr("As needed")
        elif week.beside:
            days = trn("{n} time a week", "{n} times a week", week.times)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE_PX, 8, SIDE_PX, 8)
        row.setSpacing(16)
        row.addWidget(disc)
        row.addLayout(words, 1)
        row.addWidget(PlainLabel(theme, days, TextRole.BODY, "ink2", align=ALIGN_RIGHT))
        row.addSpacing(CHEVRON_PX + 8)
        self.setAccessibleName(f"{where}: {week.title}, {days}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_open(False)
        theme.follow(self)

    @property
    def is_open(self) -> bool:
        return self._open

    def set_open(self, is_open: bool) -> None:
        """Whether what belongs to the week stands below it."""
        self._open = is_open
        self.setAccessibleDescription(tr("open") if is_open else tr("closed"))
        self.update()

    def refresh_theme(self) -> None:
        self.setMinimumHeight(self._theme.scaled(ROW_PX))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        layout = self.layout()
        return layout.sizeHint() if layout else QSize()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._is_first:
            paint_box(painter, QRectF(0, 0, self.width(), palette.border_px), 0, palette.line)
        if self._hovered:
            inner = QRectF(self.rect()).adjusted(5, 6, -5, -5)
            paint_box(painter, inner, self.focus_radius, None, palette.teal_mid, 1)
        size = CHEVRON_PX
        painter.translate(self.width() - SIDE_PX - size / 2, self.height() / 2)
        if self._open:
            painter.scale(1, -1)
        box = QRectF(-size / 2, -size / 2, size, size)
        paint_icon(painter, IconName.EXPAND, box, palette.ink3)
        painter.end()
