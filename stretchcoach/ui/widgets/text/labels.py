"""Labels: text that is never read as markup, in the sizes and colours of the theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import TextRole

# Values of Qt.TextFormat and Qt.AlignmentFlag: naming the enums would build the `Qt` namespace,
# a fifth of a bare start; as properties of a widget plain numbers do.
PLAIN_TEXT = 0
ALIGN_CENTRE = 0x84
ALIGN_LEFT = 0x81
ALIGN_RIGHT = 0x82
ALIGN_TOP_LEFT = 0x21


def escape_markup(text: str) -> str:
    """`text` for a tool tip, which Qt would read as markup when it looks like it."""
    return text.replace("&", "&amp;").replace("<", "&lt;") if "<" in text else text


class PlainLabel(QLabel):
    """A label that shows exactly its text, whatever it contains.

    `ink` is the name of a colour of `Palette`. `size_px` of `set_text_size` overrides the size
    of the role for text that follows the size of the window.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: TextRole = TextRole.BODY,
        ink: str = "ink",
        *,
        wrap: bool = False,
        align: int = ALIGN_LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("alignment", align)
        self.setWordWrap(wrap)
        self._theme = theme
        self._role = role
        self._ink = ink
        self._size_px: float | None = None
        self.setText(text)
        theme.follow(self)

    def set_role(self, role: TextRole) -> None:
        self._role = role
        self.refresh_theme()

    def set_ink(self, ink: str) -> None:
        """Change the colour to another role of `Palette`, such as "ink2"."""
        if ink != self._ink:
            self._ink = ink
            self.refresh_theme()

    def set_text_size(self, size_px: float | None) -> None:
        """A size in px instead of the role's own; None goes back to the role's."""
        if size_px != self._size_px:
            self._size_px = size_px
            self.refresh_theme()

    def refresh_theme(self) -> None:
        put_font(self, self._theme.font(self._role, self._size_px))
        palette = self.palette()
        ink = QColor(getattr(self._theme.palette, self._ink))
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        palette.setColor(QPalette.ColorRole.ButtonText, ink)  # of a label on a button
        self.setPalette(palette)


class ElidedLabel(PlainLabel):
    """One line that ends in "…" when the room is short; the whole text is its tool tip."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: TextRole = TextRole.BODY,
        ink: str = "ink",
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._whole = text
        super().__init__(theme, text, role, ink, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_whole_text(text)

    @property
    def whole_text(self) -> str:
        return self._whole

    def set_whole_text(self, text: str) -> None:
        """What to show. Line breaks become spaces: the label has one line."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._elide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        margin = 2
        return QSize(
            self.fontMetrics().horizontalAdvance(self._whole) + margin, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def _elide(self) -> None:
        metrics = self.fontMetrics()
        text = self._whole
        if metrics.horizontalAdvance(text) > self.width() > 0:
            text = _shortened(text, self.width(), metrics.horizontalAdvance)
        if text != self.text():
            self.setText(text)
            self.setToolTip(escape_markup(self._whole) if text != self._whole else "")


def _shortened(text: str, width: int, advance: Callable[[str], int]) -> str:
    """The longest beginning of `text` that fits into `width` together with "…"."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if advance(text[:middle].rstrip() + "…") <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
