"""Which set of how many, in words and as pills; and the time that is left of all."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.screen.interval_view import Rep
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.labels import PlainLabel

PILL_PX, PILL_HIGH_PX, PILL_GAP_PX = 20, 10, 8
LEAST_PX = 14
WORD_GAP = 0.27  # of the height of a line
MOST_PILLS = 8  # more sets than this stand in words alone


class SetDots(QWidget):
    """ "Set 2 of 3" and three pills: done, now, to come; or "Set 2 of 3 · Rep 4 of 10"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size_px: float | None = None
        self._words = PlainLabel(theme, "", TextRole.SET)
        self._pills = _Pills(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addStretch(1)
        row.addWidget(self._words)
        row.addWidget(self._pills)
        row.addStretch(1)

    def set_place(self, now: int | None, total: int, rep: Rep | None = None) -> None:
        """Set number `now` of `total`, from 1, where there are several, and the rep in it.

        The pills make way for the rep.
        """
        several = now is not None and total > 1
        words = [tr("Set {n} of {total}", n=now, total=total)] if several else []
        if rep is not None:
            words.append(tr("Rep {n} of {total}", n=rep.number, total=rep.total))
        self._words.setText(" · ".join(words))
        has_pills = several and rep is None
        self._pills.set_sets(now if now is not None else 0, total if has_pills else 0)
        self._pills.setVisible(has_pills)
        self.setAccessibleName(self._words.text())
        self._fit()

    def set_text_size(self, size_px: float) -> None:
        """The size in px, or less where the words are too long for the width."""
        self._size_px = size_px
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._size_px is None:
            return
        size_px = self._size_px
        while size_px > LEAST_PX and self._words_px(size_px) > self.width():
            size_px -= 1
        self._words.set_text_size(size_px)
        self._pills.set_factor(size_px / TextRole.SET.value.size_px)

    def _words_px(self, size_px: float) -> int:
        font = self._theme.font(TextRole.SET, size_px)
        return QFontMetrics(font).horizontalAdvance(self._words.text())


class _Pills(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._now, self._total = 0, 0
        self._factor: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def set_sets(self, now: int, total: int) -> None:
        self._now, self._total = now, total if total <= MOST_PILLS else 0
        self.updateGeometry()
        self.update()

    def set_factor(self, factor: float | None) -> None:
        """The size instead of that of the theme's text."""
        self._factor = factor
        self.updateGeometry()

    def refresh_theme(self) -> None:
        self.updateGeometry()
        self.update()

    @property
    def _scale(self) -> float:
        return self._theme.text_scale if self._factor is None else self._factor

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = self._total * (PILL_PX + PILL_GAP_PX) - PILL_GAP_PX
        return QSize(round(max(0, wide) * self._scale), round(PILL_HIGH_PX * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = PILL_PX * self._scale, PILL_HIGH_PX * self._scale
        for number in range(1, self._total + 1):
            x = (number - 1) * (PILL_PX + PILL_GAP_PX) * self._scale
            box = QRectF(x, 0, wide, high)
            if number > self._now:
                paint_box(painter, box, high / 2, None, palette.edge, 2)
            else:
                now = number == self._now
                paint_box(painter, box, high / 2, palette.teal if now else palette.teal_mid)
        painter.end()


class TimeLeft(QWidget):
    """ "10 min 03 s left": what remains of the whole routine."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = PlainLabel(theme, "", TextRole.BODY_STRONG)
        # Translators: stands behind a time, as in "10 min 03 s left".
        self._word = PlainLabel(theme, trc("time", "left"), TextRole.BODY, "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._time)
        row.addWidget(self._word)
        self._row = row

    @property
    def time_text(self) -> str:
        return self._time.text()

    def set_time(self, remaining_ms: int) -> None:
        """What remains at at least; nothing is shown where only the person knows."""
        words = time_words(remaining_ms) if remaining_ms else ""
        if words != self._time.text():
            self._time.setText(words)
            self._word.setVisible(bool(words))

    def set_text_size(self, size_px: float | None) -> None:
        self._time.set_text_size(size_px)
        self._word.set_text_size(size_px)
        self._row.setSpacing(round(WORD_GAP * QFontMetrics(self._time.font()).height()))
