"""The stage: at the left the picture of what is done, at the right side, ring and set.

Every part has its box, which depends on the window alone: whatever is shown, ring and picture stay
where they are.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.sides import Side
from stretchcoach.core.screen.interval_view import IntervalView
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.session_page.ease_off import EaseOffPanel
from stretchcoach.ui.session_page.measures import LINE, SessionMeasures
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.countdown.breathing import BreathingGuide
from stretchcoach.ui.widgets.countdown.ring import CountdownRing
from stretchcoach.ui.widgets.countdown.set_dots import SetDots
from stretchcoach.ui.widgets.countdown.side_label import SideLabel
from stretchcoach.ui.widgets.figure.contents import FigureContents
from stretchcoach.ui.widgets.figure.figure_view import FigureView
from stretchcoach.ui.widgets.text.fitted import FittedText
from stretchcoach.ui.widgets.text.labels import ALIGN_TOP_CENTRE

GAPS = 0.94  # the gap beside the arrow does not shrink with the words
WORDS_GAP_PX = 20


class Stage(QWidget):
    """Picture and ring side by side, and in the place of the ring what eases off."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, contents: FigureContents | None = None
    ) -> None:
        super().__init__(parent)
        self._above = FittedText(theme, TextRole.NEXT, "ink2", parent=self)
        self._name = FittedText(theme, TextRole.EXERCISE, parent=self)
        self.figure = FigureView(theme, self, contents)
        self.breathing = BreathingGuide(theme, parent=self)
        self._cue = FittedText(theme, TextRole.CUE, parent=self)
        self._note = FittedText(theme, TextRole.NEXT, "ink2", parent=self)
        self._side = SideLabel(theme, parent=self)
        self.ring = CountdownRing(theme, self)
        self._sets = SetDots(theme, self)
        self._coming = FittedText(theme, TextRole.NEXT, "ink2", align=ALIGN_TOP_CENTRE, parent=self)
        self.ease_off = EaseOffPanel(theme, self)
        self.ease_off.hide()
        self.breathing.hide()
        self._measures: SessionMeasures | None = None
        self._by_keys = False

    @property
    def side(self) -> SideLabel:
        return self._side

    def show_exercise(
        self,
        performance: Performance,
        exercise: Exercise,
        side: Side | None,
        *,
        at_hold: bool,
    ) -> None:
        """Name and picture, mirrored for the side that is worked."""
        self._name.setText(exercise.name)
        self.figure.show_figure(
            performance.picture_of(exercise),
            side is not None and side is not exercise.figure_side,
            exercise.position,
            exercise.alt,
            at_hold=at_hold,
        )

    def show_words(self, view: IntervalView) -> None:
        """All that is written on it but the time."""
        self._side.set_side(view.side, affected=view.affected, text=view.side_text)
        self._above.setText(view.above)
        self._cue.setText(view.cue)
        self._note.setText(view.note)
        self._sets.set_place(view.set_no, view.sets, view.rep_below)
        self._coming.setText(view.coming)
        self._place()

    def show_cue(self, cue: str) -> None:
        """Another text in the place of the cue."""
        self._cue.setText(cue)
        self._place_words()

    def show_advice(self, advice: str) -> None:
        """How to go on more gently, in the place of the cue."""
        self._above.setText("")
        self._cue.setText(advice)
        self.show_breath(False)

    def show_breath(self, shown: bool) -> None:
        """Whether the guide through the breath stands beside the cue."""
        self.breathing.setVisible(shown)
        self._place_words()

    def show_ease_off(self, shown: bool) -> None:
        """What may be done instead, in the place of ring, set and what comes next."""
        for part in (self.ring, self._sets, self._coming):
            part.setVisible(not shown)
        self.ease_off.setVisible(shown)

    def fit(self, measures: SessionMeasures, *, by_keys: bool) -> None:
        """Give everything its size; `by_keys` where nobody is near enough to press a button."""
        self._measures, self._by_keys = measures, by_keys
        for label, size_px in (
            (self._above, measures.next),
            (self._name, measures.exercise),
            (self._cue, measures.cue),
            (self._note, measures.next),
            (self._coming, measures.next),
        ):
            label.set_text_size(size_px)
        self._sets.set_text_size(measures.set_)
        self.breathing.set_sizes(measures.breathing_factor, measures.breath)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._measures is not None:
            self._place_clock(self._measures)
            self._place_picture(self._measures)
            self._place_words()

    def _place_clock(self, m: SessionMeasures) -> None:
        """The right column: the ring below the side, the rest below the ring."""
        left = self.width() - m.column
        self._fit_side(m)
        set_high, coming_high = m.set_high, m.coming_high
        ring = min(m.ring, self.height() - m.side_high - set_high - coming_high - 2 * m.gap)
        spare = self.height() - m.side_high - ring - set_high - coming_high - 2 * m.gap
        y = max(0, min(spare // 2, m.gap))
        self._side.setGeometry(left, y, m.column, m.side_high)
        y += m.side_high + m.gap
        self.ring.setGeometry(left + (m.column - ring) // 2, y, ring, ring)
        self.ease_off.setGeometry(left, y, m.column, self.height() - y)
        self.ease_off.fit(m, self.height() - y, by_keys=self._by_keys)
        y += ring + m.gap
        self._sets.setGeometry(left, y, m.column, set_high)
        self._coming.setGeometry(left, y + set_high, m.column, coming_high)

    def _fit_side(self, m: SessionMeasures) -> None:
        """The side in its full size, or as large as it fits: other languages need more room."""
        self._side.set_text_size(m.side, m.note)
        needed = self._side.needed_width()
        if needed > m.column:
            self._side.set_text_size(GAPS * m.side * m.column / needed, m.note)

    def _place_picture(self, m: SessionMeasures) -> None:
        """The left column: two lines, the figure, and the words below it."""
        width = self.width() - m.column - m.margin
        y = m.header_high if not m.title else 0  # the header stands on this column, then
        above_high, name_high = round(LINE * m.next), round(LINE * m.exercise)
        self._above.setGeometry(0, y, width, above_high)
        self._name.setGeometry(0, y + above_high, width, name_high)
        y += above_high + name_high
        self.figure.setGeometry(0, y, width, max(0, self.height() - m.words_high - y))

    def _place_words(self) -> None:
        """The cue beside the breath, and the word of the therapist below it, in no larger letters
        than what it is a remark on."""
        if self._measures is None:
            return
        m = self._measures
        self._give_words_room(m, m.next)
        if self._cue.text() and self._cue.shown_px < m.next:
            self._give_words_room(m, self._cue.shown_px)

    def _give_words_room(self, m: SessionMeasures, note_px: int) -> None:
        width = self.width() - m.column - m.margin
        top, high = self.height() - m.words_high, m.words_high
        note_high = round(LINE * note_px) if self._note.text() else 0
        x = 0
        if not self.breathing.isHidden():
            breath = self.breathing.sizeHint().boundedTo(self.size())
            self.breathing.setGeometry(0, top, breath.width(), high - note_high)
            x = breath.width() + WORDS_GAP_PX
        self._cue.setGeometry(x, top, width - x, high - note_high)
        self._note.set_text_size(note_px)
        self._note.setGeometry(0, top + high - note_high, width, note_high)
