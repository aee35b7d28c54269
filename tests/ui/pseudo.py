"""Looks at a page in the pseudo-language for text that is clipped or was never translated."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from stretchcoach.core.language import i18n
from stretchcoach.ui.widgets.controls.buttons import ThemedButton
from stretchcoach.ui.widgets.text.labels import ElidedLabel
from tools.pseudo_language import CLOSE, OPEN, PseudoCatalog

LETTERS = re.compile(r"[^\W\d_]{2}")
INNERMOST = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
SLACK_PX = 1
LAYOUT_ROUNDS = 8  # what is in a scroll area finds its height step by step


@contextmanager
def pseudo_language() -> Iterator[None]:
    """Everything that is translated meanwhile is in the pseudo-language: build the page in it."""
    i18n.use(PseudoCatalog())
    try:
        yield
    finally:
        i18n.use(i18n.SourceText())


def assert_translated_and_unclipped(
    page: QWidget, *, foreign: Collection[str] = (), may_elide: Collection[QWidget] = ()
) -> None:
    """Nothing on `page`, which is shown, is in English or cut off.

    `foreign` are texts that are not the program's own: the name of a routine, a path.
    `may_elide` are the labels that may end in “…”.
    """
    for _ in range(LAYOUT_ROUNDS):
        QApplication.processEvents()
    shown = [widget for widget in page.findChildren(QWidget) if widget.isVisibleTo(page)]
    untranslated = [text for widget in shown for text in _texts(widget) if _is_english(text)]
    problems = [f"in English: {text}" for text in untranslated if text not in foreign]
    problems += [
        f"clipped: {_described(widget)}" for widget in shown if _is_clipped(widget, may_elide)
    ]
    assert not problems, "\n".join(problems)


def _texts(widget: QWidget) -> Iterator[str]:
    """What is read on a widget, and what a screen reader says of it."""
    if isinstance(widget, ElidedLabel):
        yield widget.whole_text
    elif isinstance(widget, QLabel):
        yield widget.text()
    elif isinstance(widget, ThemedButton):
        yield widget.label
    elif isinstance(widget, QAbstractButton):
        yield widget.text()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()


def _is_english(text: str) -> bool:
    """Whether there are words outside of all brackets, which may stand in each other."""
    while INNERMOST.search(text):
        text = INNERMOST.sub("", text)
    return LETTERS.search(text) is not None


def _is_clipped(widget: QWidget, may_elide: Collection[QWidget]) -> bool:
    if isinstance(widget, ElidedLabel):
        return widget not in may_elide and widget.text() != widget.whole_text
    if isinstance(widget, QLabel):
        return _is_label_clipped(widget)
    if widget.layout() is None and not widget.findChildren(QWidget):
        least = widget.minimumSizeHint()
        high = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
        return widget.width() + SLACK_PX < least.width() or widget.height() + SLACK_PX < max(
            high, least.height()
        )
    return False


def _is_label_clipped(label: QLabel) -> bool:
    if not label.text():
        return False
    metrics = label.fontMetrics()
    margins = label.contentsMargins()
    room = label.width() - margins.left() - margins.right() - 2 * label.margin() + SLACK_PX
    lines = label.text().split("\n")
    if label.wordWrap():
        words = [word for line in lines for word in line.split()]
        too_wide = max(metrics.horizontalAdvance(word) for word in words) > room
        return too_wide or label.heightForWidth(label.width()) > label.height() + SLACK_PX
    too_wide = max(metrics.horizontalAdvance(line) for line in lines) > room
    return too_wide or metrics.height() * len(lines) > label.height() + SLACK_PX


def _described(widget: QWidget) -> str:
    text = next((text for text in _texts(widget) if text), "")
    return f"{type(widget).__name__} {widget.width()} x {widget.height()}: {text}"
