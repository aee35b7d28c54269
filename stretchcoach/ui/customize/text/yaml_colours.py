"""The colours of a routine's text: keys, values, comments."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from stretchcoach.ui.theme.theme import Theme

_HASH = re.compile(r"(?:^|(?<=\s))#")
_KEY = re.compile(r"(?:(?<=[{,\s-])|^)([\w-]+|\"[^\"]*\"|'[^']*')(?=\s*:(?:\s|$))")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")


class YamlColours(QSyntaxHighlighter):
    """Keys in ink, values in teal, comments quiet."""

    def __init__(self, theme: Theme, document: QTextDocument) -> None:
        super().__init__(document)
        self._theme = theme
        self._value = QTextCharFormat()
        self._key = QTextCharFormat()
        self._comment = QTextCharFormat()
        theme.follow(self)

    def refresh_theme(self) -> None:
        palette = self._theme.palette
        self._value.setForeground(QColor(palette.teal_text))
        self._key.setForeground(QColor(palette.ink))
        self._key.setFontWeight(QFont.Weight.Medium)
        self._comment.setForeground(QColor(palette.ink3))
        self._comment.setFontItalic(True)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        if not text.strip():
            return
        comment = self._comment_in(text)
        end = len(text) if comment is None else comment
        self.setFormat(0, end, self._value)
        for match in _KEY.finditer(text, 0, end):
            self.setFormat(match.start(), match.end() - match.start(), self._key)
        if comment is not None:
            self.setFormat(comment, len(text) - comment, self._comment)

    @staticmethod
    def _comment_in(text: str) -> int | None:
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        for match in _HASH.finditer(text):
            at = match.start()
            if not any(start <= at < end for start, end in quoted):
                return at
        return None
