"""Numbers to set: a slider, and a stepper with minus and plus. Both know the arrow keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import Height, Radius, TextRole
from stretchcoach.ui.widgets.controls.buttons import TAB_FOCUS
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE, ALIGN_RIGHT

KNOB_PX, TRACK_PX, TRACK_WIDE_PX = 22, 6, 200
GAP_PX = 12
STEPPER_WORDS_PX = 72  # so that steppers below each other are of one width

Wording = Callable[[int], str]


class _Number(QAbstractSlider):
    """A whole number between two bounds; `wording` says how it reads, such as “80 %”.

    `let_go` when the pointer leaves it.
    """

    let_go = Signal()
    focus_radius = float(Radius.CONTROL)

    def __init__(
        self,
        theme: Theme,
        title: str,
        bounds: tuple[int, int],
        step: int,
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._wording = theme, wording
        self._is_hovered = False
        self.setRange(*bounds)
        self.setSingleStep(step)
        self.setPageStep(step)
        self.setProperty("focusPolicy", TAB_FOCUS)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.valueChanged.connect(self._on_value_changed)
        self._on_value_changed(self.value())
        theme.follow(self)

    def set_quietly(self, value: int) -> None:
        """Show `value` without telling anybody."""
        was_blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(was_blocked)
        self._on_value_changed(self.value())

    def refresh_theme(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.palette.ink))
        self.setPalette(palette)
        put_font(self, self._theme.font(TextRole.BODY_STRONG))
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()  # it belongs to the page that scrolls

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        self._is_hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._is_hovered = False
        self.update()
        self.let_go.emit()

    @property
    def is_hovered(self) -> bool:
        """Whether the pointer is over it."""
        return self._is_hovered

    @property
    def _words_px(self) -> int:
        """The width of the longest wording, so that nothing moves."""
        metrics = QFontMetrics(self._theme.font(TextRole.BODY_STRONG))
        values = range(self.minimum(), self.maximum() + 1, max(1, self.singleStep()))
        return max(metrics.horizontalAdvance(self._wording(value)) for value in values) + 4

    def _on_value_changed(self, value: int) -> None:
        self.setAccessibleDescription(self._wording(value))
        self.update()


class Slider(_Number):
    """A track with a knob, and the number as words behind it."""

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = self._theme.scaled(TRACK_WIDE_PX) + GAP_PX + self._words_px
        return QSize(wide, self._theme.scaled(Height.CHIP))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.setSliderDown(True)
        self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.isSliderDown():
            self._follow(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knob_px, track_px = self._theme.scaled(KNOB_PX), self._theme.scaled(TRACK_PX)
        middle = self.height() / 2
        track = QRectF(0, middle - track_px / 2, self.track_wide_px, track_px)
        paint_box(painter, track, track_px / 2, palette.line, palette.field, palette.border_px)
        x = knob_px / 2 + self._part * (self.track_wide_px - knob_px)
        done = QRectF(track.left(), track.top(), x, track_px)
        fill = palette.teal_hover if self._is_hovered else palette.teal
        paint_box(painter, done, track_px / 2, fill)
        knob = QRectF(x - knob_px / 2, middle - knob_px / 2, knob_px, knob_px)
        paint_box(painter, knob, knob_px / 2, palette.surface, fill, 3)
        words = QRectF(self.track_wide_px + GAP_PX, 0, self._words_px, self.height())
        painter.drawText(words, ALIGN_RIGHT, self._wording(self.value()))
        painter.end()

    @property
    def track_wide_px(self) -> int:
        """The length of the track; the words stand behind it."""
        return self.width() - GAP_PX - self._words_px

    @property
    def _part(self) -> float:
        span = self.maximum() - self.minimum()
        return (self.value() - self.minimum()) / span if span else 0.0

    def _follow(self, point: QPointF) -> None:
        knob_px = self._theme.scaled(KNOB_PX)
        part = (point.x() - knob_px / 2) / max(1, self.track_wide_px - knob_px)
        span, step = self.maximum() - self.minimum(), self.singleStep()
        self.setValue(self.minimum() + round(part * span / step) * step)


class Stepper(_Number):
    """Minus, the number as words, plus."""

    def sizeHint(self) -> QSize:  # noqa: N802
        high = self._theme.scaled(Height.CONTROL)
        words_px = max(self._words_px, self._theme.scaled(STEPPER_WORDS_PX))
        return QSize(2 * high + words_px + 2 * GAP_PX, high)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.position().x() < self.height():
            self.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepSub)
        elif event.position().x() > self.width() - self.height():
            self.triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()  # or what it stands on would be asked

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette, high = self._theme.palette, self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        fill = palette.teal_tint if self._is_hovered else palette.surface
        paint_box(painter, whole, self.focus_radius, fill, palette.edge, palette.border_px)
        icon_px = self._theme.scaled(20)
        margin = (high - icon_px) / 2
        for icon, left, bound in (
            (IconName.MINUS, margin, self.minimum()),
            (IconName.PLUS, self.width() - high + margin, self.maximum()),
        ):
            ink = palette.ink3 if self.value() == bound else palette.teal_text
            painter.save()
            painter.setOpacity(0.4 if self.value() == bound else 1.0)
            paint_icon(painter, icon, QRectF(left, margin, icon_px, icon_px), ink)
            painter.restore()
        painter.drawText(whole, ALIGN_CENTRE, self._wording(self.value()))
        painter.end()
