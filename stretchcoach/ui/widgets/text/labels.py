"""Labels: text that is never read as markup, in the sizes and colours of the theme."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
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
ALIGN_TOP_CENTRE = 0x24
UNBROKEN_LETTERS = 16  # of a word that wraps: a longer one may be broken anywhere


def escape_markup(text: str) -> str:
    """`text` for a tool tip, which Qt would read as markup when it looks like it."""
    return text.replace("&", "&amp;").replace("<", "&lt;") if "<" in text else text


class PlainLabel(QLabel):
    """A label that shows exactly its text, whatever it contains.

    Where it wraps, a word that is longer than the line is broken, so that no word of a file can
    push what stands beside it out of the window. `ink` is the name of a colour of `Palette`.
    `size_px` of `set_text_size` overrides the size
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
        self._word_px: int | None = None  # the width of the longest word, once it is asked for
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

    def setText(self, text: str) -> None:  # noqa: N802
        self._word_px = None
        super().setText(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = super().minimumSizeHint()
        if not self.wordWrap():
            return hint
        least = UNBROKEN_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(min(hint.width(), least), hint.height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        if not self._breaks_at(width):
            return super().heightForWidth(width)
        margins, around = self.contentsMargins(), 2 * self.margin()
        room = width - margins.left() - margins.right() - around
        return self._lines_high(self.text(), room) + margins.top() + margins.bottom() + around

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._word_px = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if not self._breaks_at(self.width()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.drawText(QRectF(self.contentsRect()), self.text(), self._break_anywhere())
        painter.end()

    def _breaks_at(self, width: int) -> bool:
        """Whether there is a word that `width` px are too few for."""
        if not self.wordWrap():
            return False
        if self._word_px is None:
            advance = self.fontMetrics().horizontalAdvance
            self._word_px = max(map(advance, self.text().split()), default=0)
        margins = self.contentsMargins()
        return self._word_px > width - margins.left() - margins.right() - 2 * self.margin()

    def _break_anywhere(self) -> QTextOption:
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    def _lines_high(self, text: str, width: int) -> int:
        """The height of the lines of `text` when words are broken at `width` px."""
        high = 0.0
        for paragraph in text.split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(self._break_anywhere())
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width))
                high += line.height() + max(0.0, line.leading())
            layout.endLayout()
        return math.ceil(high)

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
