"""What is not as it should be in the file of a routine that can be done all the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import IconView
from stretchcoach.ui.widgets.text.labels import PlainLabel

MOST_TOLD = 3


class FileWarnings(Card):
    """Hidden where there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "amber_tint", "amber_line", parent=parent)
        self.words = PlainLabel(theme, "", TextRole.SMALL, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.CARD_PADDING, 12, Space.CARD_PADDING, 12)
        row.setSpacing(12)
        row.addWidget(IconView(theme, IconName.WARNING, ink="amber"))
        row.addWidget(self.words, 1)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Tell the first of `problems`, each with its line."""
        lines = [
            tr("Line {line}: {problem}.", line=problem.line, problem=problem.message)
            for problem in problems[:MOST_TOLD]
        ]
        if len(problems) > MOST_TOLD:
            lines.append(tr("“stretchcoach check” shows all of them."))
        self.words.setText("\n".join(lines))
        self.setVisible(bool(problems))
