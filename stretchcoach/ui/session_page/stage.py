"""The stage: the picture of what is done, and beside it side, ring and set.

In a rest the two change places: the ring moves to the left, and what comes next is shown
large.
"""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.session_page.ease_off import EaseOffPanel
from stretchcoach.ui.session_page.measures import SessionMeasures
from stretchcoach.ui.session_page.view import IntervalView
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.countdown.breathing import BreathingGuide
from stretchcoach.ui.widgets.countdown.ring import CountdownRing
from stretchcoach.ui.widgets.countdown.set_dots import SetDots
from stretchcoach.ui.widgets.countdown.side_label import SideLabel
from stretchcoach.ui.widgets.figure.figure_view import FigureView
from stretchcoach.ui.widgets.layout.lean_stack import LeanStack
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE, PlainLabel

GAPS = 0.94  # the gap beside the arrow does not shrink with the words


class PictureBlock(QWidget):
    """Name, figure and words of an exercise."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next_word = PlainLabel(theme, tr("Next"), TextRole.NEXT, "ink2")
        self.name = PlainLabel(theme, "", TextRole.EXERCISE, wrap=True)
        self.side = SideLabel(theme)
        self.dose = PlainLabel(theme, "", TextRole.NEXT, "ink2")
        self.figure = FigureView(theme)
        self.breathing = BreathingGuide(theme)
        self.cue = PlainLabel(theme, "", TextRole.CUE, wrap=True)
        self.note = PlainLabel(theme, "", TextRole.NEXT, "ink2", wrap=True)
        side_row = QHBoxLayout()
        side_row.setSpacing(24)
        side_row.addWidget(self.side)
        side_row.addWidget(self.dose, 1)
        words = QHBoxLayout()
        words.setSpacing(24)
        words.addWidget(self.breathing)
        words.addWidget(self.cue, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._next_word)
        column.addWidget(self.name)
        column.addLayout(side_row)
        column.addWidget(self.figure, 1)
        column.addLayout(words)
        column.addWidget(self.note)

    def set_resting(self, resting: bool) -> None:
        """Whether it shows what comes next instead of what is done now."""
        self._next_word.setVisible(resting)
        self.side.setVisible(resting)
        self.dose.setVisible(resting)

    def resize_to(self, measures: SessionMeasures, resting: bool) -> None:
        self._next_word.set_text_size(measures.next)
        self.name.set_text_size(measures.coming if resting else measures.exercise)
        self.side.set_text_size(round(measures.side * 0.8))
        self.dose.set_text_size(measures.next)
        self.breathing.set_size_factor(measures.breathing_factor)
        self.cue.set_text_size(measures.cue)
        self.note.set_text_size(measures.next)
        self.cue.setMinimumHeight(round(measures.cue * 2.6))


class RingBlock(QWidget):
    """Side, ring, set and what comes next; or, eased off, what may be done instead."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = SideLabel(theme)
        self.ring = CountdownRing(theme)
        self.sets = SetDots(theme)
        self.coming = PlainLabel(theme, "", TextRole.NEXT, "ink2", wrap=True, align=ALIGN_CENTRE)
        self.ease_off = EaseOffPanel(theme)
        clock = QWidget()
        column = QVBoxLayout(clock)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(_centred(self.side))
        column.addWidget(self.ring, 1)
        column.addLayout(_centred(self.sets))
        column.addWidget(self.coming)
        self._pages = LeanStack(self)
        self._pages.addWidget(clock)
        self._pages.addWidget(self.ease_off)

    def set_resting(self, resting: bool) -> None:
        self.side.setVisible(not resting)
        self.coming.setVisible(not resting)

    def fit_side(self, measures: SessionMeasures) -> None:
        """The side in its full size, or as large as it fits: other languages need more room."""
        self.side.set_text_size(measures.side)
        needed = self.side.needed_width()
        if needed > measures.column:
            self.side.set_text_size(GAPS * measures.side * measures.column / needed)

    def show_ease_off(self, shown: bool) -> None:
        self._pages.setCurrentIndex(1 if shown else 0)

    def resize_to(self, measures: SessionMeasures) -> None:
        self.setFixedWidth(measures.column)
        self.fit_side(measures)
        self.ring.setMaximumHeight(measures.ring)
        self.sets.set_text_size(measures.set_)
        self.coming.set_text_size(measures.next)
        self.coming.setMinimumHeight(round(measures.next * 1.4))
        self.ease_off.set_text_size(measures.exercise, measures.next)


class Stage(QWidget):
    """Picture and ring side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureBlock(theme)
        self.clock = RingBlock(theme)
        self._resting = False
        self._measures: SessionMeasures | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.picture, 1)
        self._row.addWidget(self.clock)
        self.set_resting(False)

    @property
    def is_resting(self) -> bool:
        return self._resting

    def set_resting(self, resting: bool) -> None:
        """Lay it out for a rest, or for everything else."""
        self._resting = resting
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.RightToLeft if resting else direction.LeftToRight)
        self.picture.set_resting(resting)
        self.clock.set_resting(resting)
        if self._measures is not None:
            self.resize_to(self._measures)

    def show_exercise(
        self,
        performance: Performance,
        exercise: Exercise,
        side: Side | None,
        *,
        at_hold: bool,
    ) -> None:
        """Name and picture, mirrored for the side that is worked."""
        self.picture.name.setText(exercise.name)
        self.picture.figure.show_figure(
            performance.picture_of(exercise),
            side is not None and side is not exercise.figure_side,
            exercise.position,
            exercise.alt,
            at_hold=at_hold,
        )

    def show_words(self, view: IntervalView) -> None:
        """All that is written on it but the time."""
        side = self.picture.side if view.resting else self.clock.side
        side.set_side(view.side, affected=view.affected, text=view.side_text)
        if self._measures is not None:
            self.clock.fit_side(self._measures)
        self.picture.dose.setText(view.dose)
        self.picture.cue.setText(view.cue)
        self.picture.note.setText(view.note)
        self.picture.note.setVisible(bool(view.note))
        several = view.sets > 1 and not view.resting
        self.clock.sets.set_sets(view.set_no, view.sets if several else 0)
        self.clock.sets.setVisible(several and view.set_no is not None)
        self.clock.coming.setText(view.coming)

    def resize_to(self, measures: SessionMeasures) -> None:
        self._measures = measures
        self._row.setSpacing(measures.margin)
        self.picture.resize_to(measures, self._resting)
        self.clock.resize_to(measures)


def _centred(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row
