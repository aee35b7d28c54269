"""Chips and segments: one of a few, chosen by a click or with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import line, paint_box, solid
from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import Height, Radius, TextRole
from stretchcoach.ui.widgets.controls.buttons import ThemedButton
from stretchcoach.ui.widgets.controls.exclusive import ExclusiveGroup
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout, SegmentsLayout
from stretchcoach.ui.widgets.text.labels import ALIGN_CENTRE, PlainLabel

CHIP_GAP_PX = 6


class Option(NamedTuple):
    """One of the things to choose from; `key` is what the program calls it.

    `icon` stands before the text, or after it where `icon_after`. `dot` marks the affected side
    while it is chosen.
    """

    key: str
    text: str
    icon: IconName | None = None
    icon_after: bool = False
    dot: bool = False


class _Choice(ThemedButton):
    """What chips and segments share: checkable, with a text that gets heavier when it is on."""

    def __init__(self, theme: Theme, option: Option, parent: QWidget | None = None) -> None:
        self.option = option
        self._heavy_px = 0
        super().__init__(theme, option.text, parent)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)
        theme.follow(self)

    def set_label(self, text: str) -> None:
        super().set_label(text)
        self._heavy_px = 0

    def refresh_theme(self) -> None:
        palette = self._theme.palette
        self._heavy_px = 0
        role = TextRole.SMALL_STRONG if self.isChecked() else TextRole.SMALL_MEDIUM
        put_font(self, self._theme.font(role))
        self._set_ink(palette.teal_text if self.isEnabled() else palette.ink3)
        self.updateGeometry()
        self.update()

    def _on_toggled(self, on: bool) -> None:
        self.refresh_theme()

    def _text_px(self) -> int:
        """The width of the text in its heavy form, so that choosing moves nothing."""
        if not self._heavy_px:  # layouts ask often
            heavy = QFontMetrics(self._theme.font(TextRole.SMALL_STRONG))
            self._heavy_px = heavy.horizontalAdvance(self.label) + 2
        return self._heavy_px


class Chip(_Choice):
    """A pill; its focus ring is as round as it is."""

    def sizeHint(self) -> QSize:  # noqa: N802
        height = self._theme.scaled(Height.CHIP)
        return QSize(self._text_px() + 26, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        self.focus_radius = self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        fill = palette.teal_tint if on or self._hovered else palette.surface
        border = palette.teal if on else palette.edge
        border_px = palette.border_px + (1 if on and palette.border_px > 1 else 0)
        box = QRectF(self.rect())
        paint_box(painter, box, box.height() / 2, fill, border, border_px)
        painter.drawText(box, ALIGN_CENTRE, self.label)
        painter.end()


class Segment(_Choice):
    """One part of a row of segments: its place decides which of its corners are round."""

    first = False
    last = False

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._content_px() + 24, self._theme.scaled(Height.CONTROL))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._content_px() + 8, self._theme.scaled(Height.CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        inset = palette.border_px / 2
        # Two neighbours share one line: the left edge of the right one lies outside of it.
        left = inset if self.first or on else -inset
        shape = self._shape(QRectF(self.rect()).adjusted(left, inset, -inset, -inset))
        painter.fillPath(
            shape, solid(palette.teal_tint if on or self._hovered else palette.surface)
        )
        painter.strokePath(shape, line(palette.teal if on else palette.edge, palette.border_px))
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        palette, option = self._theme.palette, self.option
        icon_px = self._theme.scaled(18)
        middle = self.height() / 2
        shows_dot = option.dot and self.isChecked()
        x = (self.width() - self._content_px() + (16 if option.dot and not shows_dot else 0)) / 2
        if shows_dot:
            paint_box(painter, QRectF(x, middle - 5, 10, 10), 5, palette.coral)
            x += 16
        if option.icon and not option.icon_after:
            box = QRectF(x, middle - icon_px / 2, icon_px, icon_px)
            paint_icon(painter, option.icon, box, palette.teal_text)
            x += icon_px + 6
        text = QRectF(x, 0, self._text_px(), self.height())
        painter.drawText(text, ALIGN_CENTRE, self.label)
        if option.icon and option.icon_after:
            box = QRectF(text.right() + 6, middle - icon_px / 2, icon_px, icon_px)
            paint_icon(painter, option.icon, box, palette.teal_text)

    def _content_px(self) -> int:
        option = self.option
        dot = 16 if option.dot else 0
        icon = self._theme.scaled(18) + 6 if option.icon else 0
        return dot + icon + self._text_px()

    def _shape(self, box: QRectF) -> QPainterPath:
        """A box whose outer corners only are round."""
        r = float(Radius.CONTROL)
        left, right = (r if self.first else 0.0), (r if self.last else 0.0)
        path = QPainterPath()
        path.moveTo(box.left() + left, box.top())
        path.lineTo(box.right() - right, box.top())
        path.quadTo(box.right(), box.top(), box.right(), box.top() + right)
        path.lineTo(box.right(), box.bottom() - right)
        path.quadTo(box.right(), box.bottom(), box.right() - right, box.bottom())
        path.lineTo(box.left() + left, box.bottom())
        path.quadTo(box.left(), box.bottom(), box.left(), box.bottom() - left)
        path.lineTo(box.left(), box.top() + left)
        path.quadTo(box.left(), box.top(), box.left() + left, box.top())
        path.closeSubpath()
        return path


class _ChoiceGroup(QWidget):
    """One is chosen; `chosen` has its key and is emitted when the person chooses.

    Where `may_be_none`, nothing is chosen at first, and what is chosen is let go when it is
    pressed again; the key of nothing is "".
    """

    chosen = Signal(str)

    def __init__(
        self, title: str, parent: QWidget | None = None, *, may_be_none: bool = False
    ) -> None:
        super().__init__(parent)
        self._may_be_none = may_be_none
        self._was_on = ""
        self.setAccessibleName(title)
        self._buttons: dict[str, _Choice] = {}
        self._group = ExclusiveGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def key(self) -> str:
        """What is chosen."""
        return next((key for key, b in self._buttons.items() if b.isChecked()), "")

    def set_key(self, key: str) -> None:
        """Choose `key` without telling, "" for nothing; KeyError when there is none."""
        if key:
            self._buttons[key].setChecked(True)
        else:
            self._group.let_go()
        self._was_on = key

    def set_none(self) -> None:
        """None is chosen, for what differs among several things."""
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def has_key(self, key: str) -> bool:
        """Whether there is such a choice."""
        return key in self._buttons

    def button(self, key: str) -> QAbstractButton:
        return self._buttons[key]

    def _add(self, button: _Choice) -> None:
        self._buttons[button.option.key] = button
        self._group.add(button)
        button.setAccessibleDescription(self.accessibleName())
        if len(self._buttons) == 1 and not self._may_be_none:
            button.setChecked(True)

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, _Choice):
            key = button.option.key
            self.set_key("" if self._may_be_none and key == self._was_on else key)
            self.chosen.emit(self.key)


class ChipGroup(_ChoiceGroup):
    """A title and its chips; they wrap when the room is short."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        options: Sequence[Option],
        parent: QWidget | None = None,
        *,
        may_be_none: bool = False,
    ) -> None:
        super().__init__(title, parent, may_be_none=may_be_none)
        layout = FlowLayout(CHIP_GAP_PX, self)
        self._in_line: list[QWidget] = [_ChipTitle(theme, title)]
        for option in options:
            chip = Chip(theme, option)
            self._in_line.append(chip)
            self._add(chip)
        for widget in self._in_line:
            layout.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All on one line."""
        sizes = [widget.sizeHint() for widget in self._in_line]
        wide = sum(size.width() for size in sizes) + CHIP_GAP_PX * (len(sizes) - 1)
        return QSize(wide, max(size.height() for size in sizes))


class _ChipTitle(PlainLabel):
    """The title of a group of chips, as high as they are."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, TextRole.SMALL, "ink2")

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width() + 4, self._theme.scaled(Height.CHIP))


class SegmentRow(_ChoiceGroup):
    """Segments side by side that share the width; below each other where that is too little."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        options: Sequence[Option],
        parent: QWidget | None = None,
        *,
        may_be_none: bool = False,
    ) -> None:
        super().__init__(title, parent, may_be_none=may_be_none)
        self._layout = SegmentsLayout(CHIP_GAP_PX, self)
        self.segments = [Segment(theme, option) for option in options]
        for segment in self.segments:
            segment.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._layout.addWidget(segment)
            self._add(segment)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._round_corners()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._round_corners()

    def _round_corners(self) -> None:
        """Those of the whole row, or of each segment when they stand below each other."""
        alone = self._layout.stacked(self.width())
        for segment in self.segments:
            segment.first = alone or segment is self.segments[0]
            segment.last = alone or segment is self.segments[-1]
            segment.update()
