"""Text in a box that stays as it is: as large as it fits, in lines of about the same length."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.ui.theme.theme import Theme, put_font
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.labels import ALIGN_LEFT, PlainLabel, escape_markup

LEAST_PX = 14
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=\w)")
TALL_PX = 10_000


class FittedText(PlainLabel):
    """Has the size of `set_text_size`, or less where the words are too many for the box.

    The box is whatever it is resized to: the words ask for no room. Where they take several
    lines, the lines are of about the same length, so that no word stands alone on the last one,
    and a number is not parted from its unit. Words that do not fit in the smallest letters end in
    "…"; a screen reader and the tool tip have all of them.
    """

    def __init__(
        self,
        theme: Theme,
        role: TextRole = TextRole.BODY,
        ink: str = "ink",
        *,
        align: int = ALIGN_LEFT,
        parent: QWidget | None = None,
    ) -> None:
        self._wished_px = float(role.value.size_px)
        self._whole = ""
        super().__init__(theme, "", role, ink, wrap=True, align=align, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def text(self) -> str:
        """All of the words, whether they are shown or not."""
        return self._whole

    def setText(self, text: str) -> None:  # noqa: N802
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._show(text)
            self._fit()

    def set_text_size(self, size_px: float | None) -> None:
        """The size in px when there is room for it; None is that of the role."""
        wished_px = self._theme.text_px(self._role) if size_px is None else size_px
        if wished_px != self._wished_px:
            self._wished_px = wished_px
            self._fit()

    @property
    def shown_px(self) -> int:
        """The size in which the words are shown."""
        return self.font().pixelSize()

    def refresh_theme(self) -> None:
        super().refresh_theme()
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _show(self, words: str) -> None:
        super().setText(_NUMBER_AND_UNIT.sub(NO_BREAK_SPACE, words))

    def _fit(self) -> None:
        """Find the largest size that fits, and the narrowest width with as many lines."""
        if not self._whole or self.width() <= 0 or self.height() <= 0:
            return
        size_px = self._largest_px()
        put_font(self, self._theme.font(self._role, size_px))
        metrics, shown = self.fontMetrics(), self._whole
        if size_px <= LEAST_PX and not self._fits(metrics, shown):
            shown = self._as_much_as_fits(metrics)
        self._show(shown)
        self.setToolTip(escape_markup(self._whole) if shown != self._whole else "")
        spare = self.width() - self._even_px(metrics, shown)
        left = self.alignment() & Qt.AlignmentFlag.AlignLeft
        before = 0 if left else spare // 2
        self.setContentsMargins(before, 0, spare - before, 0)

    def _largest_px(self) -> int:
        fits, too_large = min(LEAST_PX, round(self._wished_px)), round(self._wished_px) + 1
        while too_large - fits > 1:
            middle = (fits + too_large) // 2
            if self._fits(QFontMetrics(self._theme.font(self._role, middle)), self._whole):
                fits = middle
            else:
                too_large = middle
        return fits

    def _fits(self, metrics: QFontMetrics, words: str) -> bool:
        used = self._used(metrics, self.width(), words)
        return used.height() <= self.height() and used.width() <= self.width()

    def _as_much_as_fits(self, metrics: QFontMetrics) -> str:
        """The longest beginning, of one word at least, that fits together with "…"."""
        words = self._whole.split()
        fit, too_many = 1, len(words)
        while too_many - fit > 1:
            middle = (fit + too_many) // 2
            if self._fits(metrics, " ".join(words[:middle]) + "…"):
                fit = middle
            else:
                too_many = middle
        return " ".join(words[:fit]) + "…"

    def _even_px(self, metrics: QFontMetrics, words: str) -> int:
        """The least width in which the words take no more lines than in the whole one."""
        high = self._used(metrics, self.width(), words).height()
        if high < 1.5 * metrics.height():  # one line
            return self.width()
        narrow, wide = self.width() // 2, self.width()
        while wide - narrow > 1:
            middle = (narrow + wide) // 2
            used = self._used(metrics, middle, words)
            if used.height() <= high and used.width() <= middle:
                wide = middle
            else:
                narrow = middle
        return wide

    def _used(self, metrics: QFontMetrics, width: int, words: str) -> QRect:
        room = QRect(0, 0, width, TALL_PX)
        glued = _NUMBER_AND_UNIT.sub(NO_BREAK_SPACE, words)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, glued)
