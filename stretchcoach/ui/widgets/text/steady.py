"""A label that keeps its height whichever of its texts it shows, so that nothing below it moves."""

from __future__ import annotations

from collections.abc import Iterable

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.text.labels import ALIGN_TOP_LEFT, PlainLabel


class SteadyLabel(PlainLabel):
    """Wraps. `set_texts` tells all that it may show."""

    def __init__(self, theme: Theme, role: TextRole = TextRole.BODY, ink: str = "ink") -> None:
        super().__init__(theme, "", role, ink, wrap=True, align=ALIGN_TOP_LEFT)
        self._texts: tuple[str, ...] = ("",)

    def set_texts(self, shown: str, others: Iterable[str]) -> None:
        """Show `shown`, with room for each of `others`."""
        self._texts = tuple(dict.fromkeys((shown, *others)))
        self.setText(shown)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return max(self._lines_high(text, width) for text in self._texts)
