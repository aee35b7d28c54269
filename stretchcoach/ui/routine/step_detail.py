"""All that is known of a step's exercise: the moving figure, how to do it, whom it suits."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QEnterEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.sided_text import seen_on
from stretchcoach.core.library.exercise_page import Section, about, how_to
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.figure.figure_view import FigureView
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import Point
from stretchcoach.ui.widgets.text.labels import ALIGN_TOP_LEFT, PlainLabel

MOVE_MS = 1800
FIGURE_PX = (300, 200)
FIGURE_SHARE = 0.4  # of a wide page
STACKED_BELOW_PX = 620
PADDING_PX = 20


class LivingFigure(FigureView):
    """A figure that goes from its start to its hold when it is shown or pointed at."""

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(*FIGURE_PX)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.play_to_hold(MOVE_MS)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        super().enterEvent(event)
        self.play_to_start(MOVE_MS)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.play_to_hold(MOVE_MS)


class StepDetail(QWidget):
    """The open part below a step."""

    def __init__(
        self,
        theme: Theme,
        exercise: Exercise,
        names: Mapping[str, str],
        picture: Path | None,
        *,
        mirrored: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stacked: bool | None = None
        self.figure = LivingFigure(theme)
        side = exercise.figure_side.other if mirrored else exercise.figure_side
        seen = seen_on(exercise, side)
        self.figure.show_figure(picture, mirrored, exercise.position, seen.alt)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(PADDING_PX, 4, PADDING_PX, 20)
        self._box.setSpacing(24)
        self._left = self._stage()
        self._facts_box = QWidget()
        self._facts = QVBoxLayout(self._facts_box)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setSpacing(14)
        self._left.addWidget(self._facts_box)
        self._left.addStretch(1)
        self._box.addLayout(self._left)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(14)
        self._box.addLayout(self._texts, 1)
        for section in how_to(exercise, side):
            self._add_section(self._texts, section)
        self._add_facts(exercise, names)
        self._texts.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self)

    @property
    def words(self) -> str:
        """Everything that it says."""
        return "\n".join(label.text() for label in self.findChildren(PlainLabel))

    def refresh_theme(self) -> None:
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() < self._theme.scaled(STACKED_BELOW_PX)
        self._fit_figure(stacked)
        if stacked is self._stacked:
            return
        self._stacked = stacked
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._box.removeWidget(self._facts_box)
        self._left.removeWidget(self._facts_box)
        if stacked:  # how to do it comes first
            self._box.addWidget(self._facts_box)
        else:
            self._left.insertWidget(1, self._facts_box)

    def _fit_figure(self, stacked: bool) -> None:
        """As large as its text asks for, or its share of a wide page."""
        wide, high = FIGURE_PX
        factor = self._theme.text_scale if stacked else FIGURE_SHARE * self.width() / wide
        self.figure.setMinimumWidth(wide if stacked else round(max(1.0, factor) * wide))
        self.figure.setFixedHeight(round(max(1.0, factor) * high))

    def _stage(self) -> QVBoxLayout:
        """The figure, and room for facts below it."""
        column = QVBoxLayout()
        column.setSpacing(14)
        card = Card(self._theme, fill="sunken", border="sunken")
        inside = QHBoxLayout(card)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.figure)
        column.addWidget(card)
        return column

    def _add_facts(self, exercise: Exercise, names: Mapping[str, str]) -> None:
        for section in about(exercise, names):
            self._add_section(self._facts, section, TextRole.SMALL, "ink2")

    def _add_section(
        self,
        column: QVBoxLayout,
        section: Section,
        role: TextRole = TextRole.BODY,
        ink: str = "ink",
    ) -> None:
        """A title and its text, or its points in the `role` and `ink` of points."""
        block = self._block(column, section.title)
        for text in section.texts:
            if section.is_list:
                block.addWidget(Point(self._theme, text, role, ink))
            else:
                block.addWidget(PlainLabel(self._theme, text, wrap=True, align=ALIGN_TOP_LEFT))

    def _block(self, column: QVBoxLayout, title: str) -> QVBoxLayout:
        block = QVBoxLayout()
        block.setSpacing(2)
        heading = PlainLabel(self._theme, title, TextRole.SMALL_STRONG, "ink2", wrap=True)
        block.addWidget(heading)
        column.addLayout(block)
        return block
