"""Beside the steps: how long it takes, how much time one has, which side, and the start.

Choosing leaves every button where it is: what is said of a choice has its room already, or stands
below them.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.library.step_list import limit_words
from stretchcoach.core.session.record import Feeling
from stretchcoach.ui.routine.feeling_row import FeelingRow
from stretchcoach.ui.routine.routine_view import RoutineView
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.chips import Option, SegmentRow
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel
from stretchcoach.ui.widgets.text.steady import SteadyLabel

ALL = "all"
BLOCK_GAP_PX = 18
WIDE_GAP_PX = 40


class SidePanel(Card):
    """`limit_chosen` has the minutes, or None for all of it; `side_chosen` an AffectedSide."""

    limit_chosen = Signal(object)
    side_chosen = Signal(object)
    start_asked = Signal()
    feeling_opened = Signal(bool)

    def __init__(
        self, theme: Theme, *, feeling_open: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._offered: Mapping[int, str] = {}
        self._limits: SegmentRow | None = None
        self._total = PlainLabel(theme, "", TextRole.TOTAL, wrap=True)
        self._of = SteadyLabel(theme, TextRole.BODY, "ink2")
        self._have = PlainLabel(theme, tr("I have"), TextRole.SMALL, "ink2")
        self._have.hide()  # until there is something to choose from
        self._left_out = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self._sides = SegmentRow(theme, tr("My affected side"), _side_options())
        self._sides.chosen.connect(self._on_side_chosen)
        self._written_for = PlainLabel(theme, "", TextRole.BODY, wrap=True)
        self._written_for.hide()
        self._order = SteadyLabel(theme, TextRole.SMALL, "ink2")
        self.feeling_row = FeelingRow(theme, feeling_open)
        self.feeling_row.opened.connect(self.feeling_opened)
        self.start_button = Button(
            theme, tr("Start"), ButtonKind.PRIMARY, IconName.PLAY, height_px=Height.START
        )
        self.start_button.clicked.connect(self.start_asked)
        self._time_block = self._make_time_block()
        self._blocks = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._blocks.setSpacing(BLOCK_GAP_PX)
        self._blocks.addLayout(self._time_block)
        self._blocks.addLayout(self._make_side_block(theme))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.addLayout(self._blocks)
        column.addWidget(self._left_out)  # below all that can be pressed, for it comes and goes

    @property
    def feeling(self) -> Feeling:
        """What the person says of now."""
        return self.feeling_row.feeling

    @property
    def limits(self) -> SegmentRow | None:
        """The times to choose from; None where the routine is short already."""
        return self._limits

    @property
    def sides(self) -> SegmentRow:
        return self._sides

    @property
    def tab_order(self) -> list[QWidget]:
        """What can have the focus, from top to bottom."""
        sides = [] if self._sides.isHidden() else [self._sides]
        groups = [*([self._limits] if self._limits else []), *sides, self.feeling_row]
        inner = [button for group in groups for button in group.findChildren(QAbstractButton)]
        return [*inner, self.start_button]

    @property
    def words(self) -> str:
        """What the labels say that are shown."""
        labels = self.findChildren(PlainLabel)
        return "\n".join(label.text() for label in labels if not label.isHidden())

    def set_wide(self, wide: bool) -> None:
        """Time and side beside each other, where the panel has the whole width."""
        direction = QBoxLayout.Direction
        self._blocks.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._blocks.setSpacing(WIDE_GAP_PX if wide else BLOCK_GAP_PX)
        for place in (0, 1):  # a stretch of heights would squeeze what wraps
            self._blocks.setStretch(place, 1 if wide else 0)

    def show_view(self, view: RoutineView) -> None:
        self._offer({n: limit_words(n, view.shortest_ms) for n in view.minutes_offered})
        if self._limits is not None:
            self._limits.set_key(ALL if view.limit_min is None else str(view.limit_min))
        shorter = view.total_ms != view.whole_ms
        self._total.setText(time_words(view.total_ms))
        self._of.set_texts(_of_words(view, shorter), (_of_words(view, not shorter),))
        self._left_out.setText(_left_out_sentences(view))
        self._left_out.setVisible(bool(self._left_out.text()))
        self._show_side(view)
        self._order.set_texts(view.order_words, (" ",))
        self.start_button.setEnabled(bool(view.now.intervals))

    def _show_side(self, view: RoutineView) -> None:
        """The person's affected side to choose, or the one that the routine is written for."""
        own = view.routine.affected
        self._sides.set_key(view.affected.value)
        self._sides.setVisible(own is None)
        self._written_for.setVisible(own is not None)
        if own is not None:
            self._written_for.setText(_written_for_words(own))

    def _make_time_block(self) -> QVBoxLayout:
        block = QVBoxLayout()
        block.setSpacing(0)
        block.addWidget(self._total)
        block.addWidget(self._of)
        block.addSpacing(BLOCK_GAP_PX)
        block.addWidget(self._have)
        block.addSpacing(8)
        block.addStretch(1)
        return block

    def _make_side_block(self, theme: Theme) -> QVBoxLayout:
        block = QVBoxLayout()
        block.setSpacing(8)
        block.addWidget(PlainLabel(theme, tr("My affected side"), TextRole.SMALL, "ink2"))
        block.addWidget(self._sides)
        block.addWidget(self._written_for)
        block.addWidget(self._order)
        block.addSpacing(6)
        block.addWidget(self.feeling_row)
        block.addSpacing(6)
        block.addStretch(1)
        block.addWidget(self.start_button)
        return block

    def _offer(self, minutes: Mapping[int, str]) -> None:
        """Offer these times and all of it; nothing where there is nothing to choose."""
        if minutes == self._offered:
            return
        self._offered = minutes
        if self._limits is not None:
            self._time_block.removeWidget(self._limits)
            self._limits.hide()
            self._limits.deleteLater()
            self._limits = None
        self._have.setVisible(bool(minutes))
        if minutes:
            options = [Option(str(n), words) for n, words in minutes.items()]
            options.append(Option(ALL, tr("All of it")))
            self._limits = SegmentRow(self._theme, tr("I have"), options)
            self._limits.chosen.connect(self._on_limit_chosen)
            after = self._time_block.indexOf(self._have) + 2
            self._time_block.insertWidget(after, self._limits)
            self._time_block.insertSpacing(after + 1, 8)

    def _on_limit_chosen(self, key: str) -> None:
        self.limit_chosen.emit(None if key == ALL else int(key))

    def _on_side_chosen(self, key: str) -> None:
        self.side_chosen.emit(AffectedSide(key))


def _side_options() -> tuple[Option, ...]:
    # Translators: which side of the body hurts; each word stands on a small button.
    return (
        Option(AffectedSide.NONE.value, trc("affected side", "None")),
        Option(
            AffectedSide.LEFT.value, trc("affected side", "Left"), IconName.ARROW_LEFT, dot=True
        ),
        Option(
            AffectedSide.RIGHT.value,
            trc("affected side", "Right"),
            IconName.ARROW_RIGHT,
            icon_after=True,
            dot=True,
        ),
        Option(AffectedSide.BOTH.value, trc("affected side", "Both"), dot=True),
    )


def _written_for_words(affected: AffectedSide) -> str:
    return {
        AffectedSide.LEFT: tr("The left: this routine is written for it."),
        AffectedSide.RIGHT: tr("The right: this routine is written for it."),
        AffectedSide.BOTH: tr("Both sides: this routine is written for them."),
        AffectedSide.NONE: tr("None: this routine is the same for both sides."),
    }[affected]


def _of_words(view: RoutineView, shorter: bool) -> str:
    whole = tr("of {time}, rests included", time=time_words(view.whole_ms))
    words = whole if shorter else tr("rests included")
    if view.own_pace:
        return tr("{words}, and what you do at your own pace", words=words)
    return words


def _left_out_sentences(view: RoutineView) -> str:
    sentences = []
    if view.cautioned_words:
        sentences.append(tr("For what you ticked: without {list}.", list=view.cautioned_words))
    if not view.listed.steps:
        sentences.append(tr("Nothing of it is due today."))
    elif not view.now.intervals:
        sentences.append(tr("Nothing is left to do."))
    if view.left_out_words:
        sentences.append(tr("Left out: {list}.", list=view.left_out_words))
    if view.limit_min is not None and view.total_ms > view.limit_min * MINUTE_MS:
        sentences.append(tr("It cannot be made shorter than {time}.",
                            time=time_words(view.total_ms)))  # fmt: skip
    return " ".join(sentences)
