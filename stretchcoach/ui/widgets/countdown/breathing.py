"""The breathing guide: a disc that grows with the breath in and shrinks with the breath out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.screen.breath import Breath
from stretchcoach.ui.theme.paint import solid
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.labels import PlainLabel

LEAST_RADIUS, MOST_RADIUS, OUTLINE_RADIUS = 10.0, 30.0, 31.0
BOX_PX = 66
LEAST_PX = 14
RHYTHM_SHARE = 0.78  # of the size of the word above it
WORDS_GAP_PX = 20


class BreathingGuide(QWidget):
    """The disc and its words. It has no timer: the owner of the clock calls `set_elapsed`.

    With reduced motion only the words change.
    """

    def __init__(
        self, theme: Theme, breath: Breath | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._breath = breath or Breath()
        self.disc = BreathingDisc(theme)
        self._word = PlainLabel(theme, "", TextRole.SECTION)
        self._rhythm = PlainLabel(theme, "", TextRole.SMALL, "ink2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._word)
        words.addWidget(self._rhythm)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WORDS_GAP_PX)
        row.addWidget(self.disc)
        row.addLayout(words)
        self.set_breath(self._breath)

    def set_sizes(self, factor: float, word_px: float) -> None:
        """`factor` is the size of the disc, 1.0 in an ordinary window."""
        self.disc.set_size_factor(factor)
        self._word.set_text_size(word_px)
        self._rhythm.set_text_size(max(LEAST_PX, word_px * RHYTHM_SHARE))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the longer of its words, so that nothing beside it moves with the breath."""
        hint = super().sizeHint()
        advance = self._word.fontMetrics().horizontalAdvance
        words = max(map(advance, (tr("Breathe in"), tr("Breathe out"))))
        widest = max(words, self._rhythm.sizeHint().width())
        return QSize(self.disc.sizeHint().width() + WORDS_GAP_PX + widest + 2, hint.height())

    @property
    def word(self) -> str:
        return self._word.text()

    def set_breath(self, breath: Breath) -> None:
        self._breath = breath
        seconds_in, seconds_out = round(breath.in_ms / 1000), round(breath.out_ms / 1000)
        # Translators: the rhythm of breathing in seconds, "in 4 s, out 6 s".
        self._rhythm.setText(tr("in {i} s, out {o} s", i=seconds_in, o=seconds_out))
        self.set_elapsed(0)

    def set_elapsed(self, elapsed_ms: int) -> None:
        """The time since the guide began, in ms."""
        word = tr("Breathe in") if self._breath.is_in(elapsed_ms) else tr("Breathe out")
        if word != self._word.text():
            self._word.setText(word)
            self.setAccessibleName(word)
        self.disc.set_fullness(self._breath.fullness(elapsed_ms))


class BreathingDisc(QWidget):
    """The disc alone: painted again when its edge moved by half a pixel of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._radius = LEAST_RADIUS
        self._factor = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    @property
    def radius(self) -> float:
        """In px, at a size factor of 1."""
        return self._radius

    def set_size_factor(self, factor: float) -> None:
        if factor != self._factor:
            self._factor = factor
            self.updateGeometry()
            self.update()

    def set_fullness(self, fullness: float) -> None:
        if self._theme.reduced_motion:
            fullness = 0.6
        radius = LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * fullness
        if abs(radius - self._radius) * self._factor * self.devicePixelRatioF() >= 0.5:
            self._radius = radius
            self.update()

    def refresh_theme(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(round(BOX_PX * self._factor), round(BOX_PX * self._factor))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._factor, self._factor)
        centre = QPointF(BOX_PX / 2, BOX_PX / 2)
        pen = QPen(QColor(palette.edge), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 3.2])
        painter.setPen(pen)
        painter.drawEllipse(centre, OUTLINE_RADIUS, OUTLINE_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(solid(palette.teal_mid))
        painter.drawEllipse(centre, self._radius, self._radius)
        painter.end()
