"""Buttons: one solid one a screen, outlined ones beside it, quiet ones, links, key caps."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import Height, Palette, Radius, TextRole
from stretchcoach.ui.widgets.text.labels import escape_markup

TAB_FOCUS = 1  # Qt.FocusPolicy.TabFocus: a click leaves the focus, and the Space key, alone
ENTER_KEYS = range(0x01000004, 0x01000006)  # Qt.Key.Key_Return, Key_Enter
ARROW_KEYS = range(0x01000012, 0x01000016)  # Qt.Key.Key_Left, Key_Up, Key_Right, Key_Down
ICON_PX = 20
ICON_GAP = 8
BARE_ICON = 0.62  # of the height, where no padding is wished around an icon alone
LONG_LETTERS, LEAST_LETTERS = 40, 16  # a label longer than the first may shrink to the second


class ButtonKind(Enum):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"


def escape_ampersand(text: str) -> str:
    """`text` for a place where Qt would make a mnemonic of an "&"."""
    return text.replace("&", "&&")


class ThemedButton(QAbstractButton):
    """A button that paints itself; the base of all that can be pressed.

    Space presses it, and Enter does, too. `focus_radius` is read by `FocusRing`, which draws the
    ring around what has the focus.
    """

    focus_radius = float(Radius.CONTROL)

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = ""
        self.setProperty("focusPolicy", TAB_FOCUS)
        self.set_label(text)

    @property
    def label(self) -> str:
        """The text as it is read, without the doubled "&" that `text()` has."""
        return self._label

    def set_label(self, text: str) -> None:
        """Change the text, and the accessible name unless it was set to other words."""
        if self.accessibleName() == self._label:
            self.setAccessibleName(text)
        self._label = text
        self.setText(escape_ampersand(text))
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt knows Space alone. A key that is held down presses once."""
        if event.key() not in ENTER_KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.update()

    def _set_ink(self, colour: str) -> None:
        """The colour of the text: a QPainter on this widget begins with it as its pen."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(colour))
        if self.palette().color(QPalette.ColorRole.ButtonText) != QColor(colour):
            self.setPalette(palette)

    @property
    def _hovered(self) -> bool:
        return self.isEnabled() and self.underMouse()


class Button(ThemedButton):
    """A push button with an optional icon. `height_px` is one of `Height`, at 100 %.

    A label that names a thing of a file may be too long for the window: it ends in "…" then, and
    the tool tip has all of it.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: IconName | None = None,
        *,
        height_px: int = Height.CONTROL,
        icon_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._kind = kind
        self._icon = icon
        self._icon_only = icon_only
        self._height_px = height_px
        self._scale: float | None = None
        self._own_padding_px: int | None = None
        super().__init__(theme, text, parent)
        self.focus_radius = float(Radius.CONTROL if height_px < 50 else Radius.SESSION_BUTTON)
        self.set_icon_only(icon_only)
        theme.follow(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """An arrow key is for the page, be it to scroll or to go on; Qt would take it as Tab."""
        if event.key() in ARROW_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def set_icon_only(self, icon_only: bool) -> None:
        """Leave the words to the tool tip and the screen reader where the room is short."""
        self._icon_only = icon_only
        self._tell_hidden_words()
        self.updateGeometry()
        self.update()

    def set_scale(self, scale: float, padding_px: int) -> None:
        """Its own size instead of that of the theme's text, and the room beside its words."""
        if (scale, padding_px) != (self._scale, self._own_padding_px):
            self._scale, self._own_padding_px = scale, padding_px
            self.refresh_theme()

    def set_icon(self, icon: IconName | None) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        self._kind = kind
        self.refresh_theme()

    def refresh_theme(self) -> None:
        role = TextRole.LIST_NAME if self._height_px >= 50 else TextRole.BODY_STRONG
        size_px = None if self._scale is None else role.value.size_px * self._scale
        put_font(self, self._theme.font(role, size_px))
        self._set_ink(self._ink())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        height = self._scaled(self._height_px)
        if self._icon_only:
            return QSize(height, height)
        return QSize(2 * self._padding_px + self._content_width(), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = self.sizeHint()
        if not self._is_long:
            return hint
        least = LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), least), hint.height())

    def set_label(self, text: str) -> None:
        super().set_label(text)
        self._tell_hidden_words()
        way = QSizePolicy.Policy.Preferred if self._is_long else QSizePolicy.Policy.Minimum
        self.setSizePolicy(way, QSizePolicy.Policy.Fixed)

    def _tell_hidden_words(self) -> None:
        hidden = self._icon_only or self._is_long
        self.setToolTip(escape_markup(self.label) if hidden else "")

    @property
    def _is_long(self) -> bool:
        return len(self.label) > LONG_LETTERS

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._set_ink(self._ink())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = self._box_colours()
        palette = self._theme.palette
        if fill or border:
            paint_box(
                painter, QRectF(self.rect()), self.focus_radius, fill, border, palette.border_px
            )
        x = max(float(self._padding_px), (self.width() - self._content_width()) / 2)
        if self._kind is ButtonKind.LINK:
            x = 0.0
        if self._icon:
            size = self._icon_px
            box = QRectF(x, (self.height() - size) / 2, size, size)
            paint_icon(painter, self._icon, box, self._ink())
            x += size + ICON_GAP
        if not self._icon_only:
            text_box = QRectF(x, 0, self.width() - x, self.height())
            painter.drawText(text_box, 0x81, self._shown_label(self.width() - x))
            if self._kind is ButtonKind.LINK and self._hovered:
                base = self.height() / 2 + self.fontMetrics().ascent() / 2
                width = self.fontMetrics().horizontalAdvance(self.label)
                paint_box(painter, QRectF(x, base, width, 1), 0, self._ink())
        painter.end()

    @property
    def _icon_px(self) -> int:
        if self._icon_only and self._own_padding_px == 0:
            return self._scaled(self._height_px * BARE_ICON)
        return self._scaled(ICON_PX)

    def _scaled(self, px: float) -> int:
        return self._theme.scaled(px) if self._scale is None else round(px * self._scale)

    @property
    def _padding_px(self) -> int:
        if self._kind is ButtonKind.LINK or self._icon_only:
            return 0
        if self._own_padding_px is not None:
            return self._own_padding_px
        return 16 if self._scaled(self._height_px) < 50 else 20

    def _shown_label(self, room_px: float) -> str:
        """The label, or as much of it as there is room for."""
        if not self._is_long:
            return self.label
        from PySide6.QtCore import Qt  # late: it is dear, and no label of the first page is long

        right_px = round(room_px) - self._padding_px
        return self.fontMetrics().elidedText(self.label, Qt.TextElideMode.ElideRight, right_px)

    def _content_width(self) -> int:
        icon = self._icon_px if self._icon else 0
        if self._icon_only:
            return icon
        text = self.fontMetrics().horizontalAdvance(self.label)
        return icon + (ICON_GAP if icon else 0) + text

    def _ink(self) -> str:
        palette = self._theme.palette
        if not self.isEnabled():
            return palette.ink3
        if self._kind is ButtonKind.PRIMARY:
            return palette.on_teal
        return palette.teal_text

    def _box_colours(self) -> tuple[str | None, str | None]:
        palette: Palette = self._theme.palette
        if not self.isEnabled():
            return (None, None if self._kind in _BARE else palette.line)
        if self._kind is ButtonKind.PRIMARY:
            return (palette.teal_hover if self.isDown() or self._hovered else palette.teal, None)
        active = self.isDown() or self._hovered
        if self._kind is ButtonKind.SECONDARY:
            return (palette.teal_tint if active else palette.surface, palette.edge)
        if self._kind is ButtonKind.QUIET and active:
            return (palette.teal_tint, None)
        return (None, None)


_BARE = (ButtonKind.QUIET, ButtonKind.LINK)
