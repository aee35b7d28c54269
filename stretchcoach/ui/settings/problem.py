"""What is wrong, in amber: with the file of the settings, or with what this computer has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from stretchcoach.ui.running.lacks import Lack, Lacks
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import IconView
from stretchcoach.ui.widgets.text.labels import ALIGN_TOP_LEFT, PlainLabel


class Problem(Card):
    """A sentence with a warning; not there when nothing is wrong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "amber_tint", "amber_line")
        self._words = PlainLabel(theme, wrap=True, align=ALIGN_TOP_LEFT)
        icon = QVBoxLayout()
        icon.addWidget(IconView(theme, IconName.WARNING, ink="amber"))
        icon.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[Space.CARD_PADDING] * 4)
        row.setSpacing(12)
        row.addLayout(icon)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def sentence(self) -> str:
        return self._words.text()

    def show_problem(self, sentence: str) -> None:
        self._words.setText(sentence)
        self.setVisible(bool(sentence))


class LackNote(Problem):
    """What of `kinds` this computer was found to lack, each with what to install."""

    def __init__(self, theme: Theme, lacks: Lacks, kinds: Sequence[Lack]) -> None:
        super().__init__(theme)
        self._lacks, self._kinds = lacks, kinds
        lacks.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        found = [self._lacks.trouble(kind) for kind in self._kinds]
        lines = (f"{one.sentence} {one.remedy}".strip() for one in found if one is not None)
        self.show_problem("\n".join(dict.fromkeys(lines)))
