"""The card on top of the routines: what is for today, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import time_words
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.routines.figure_box import FigureBox
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.surfaces.card import CardButton
from stretchcoach.ui.widgets.text.advice import IconView
from stretchcoach.ui.widgets.text.labels import PlainLabel

if TYPE_CHECKING:
    from stretchcoach.core.plan.today import Today
    from stretchcoach.files.library.cards import LibraryCard

FIGURE = QSize(148, 84)


class TodayCard(CardButton):
    """One routine, to be opened by a press."""

    def __init__(self, theme: Theme, pictures: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", fill="teal_tint", border="teal_mid", parent=parent)
        self._figure = FigureBox(theme, pictures, FIGURE)
        self._when = PlainLabel(theme, tr("Today"), TextRole.SMALL_STRONG, "teal_text")
        self._title = PlainLabel(theme, "", TextRole.SECTION, wrap=True)
        self._why = PlainLabel(theme, "", TextRole.BODY, "ink2", wrap=True)
        self._time = PlainLabel(theme, "", TextRole.CARD_NAME)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for label in (self._when, self._title, self._why):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 16, 5)
        row.setSpacing(16)
        row.addWidget(self._figure)
        row.addLayout(words, 1)
        row.addWidget(self._time)
        row.addWidget(IconView(theme, IconName.FORWARD, 18, "ink3"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(Height.RESUME_BANNER)

    def show_today(
        self,
        today: Today,
        card: LibraryCard,
        affected: AffectedSide,
        last_day: date | None,
        now: date,
    ) -> None:
        """`card` is that of the routine which is for today."""
        from stretchcoach.core.plan.today import why_words

        assert card.facts is not None
        self._figure.show_picture("".join(card.pictures[:1]), card.facts.figure_position)
        self._title.setText(card.facts.title)
        self._why.setText(why_words(today, last_day, now))
        self._time.setText(time_words(card.facts.total_for(affected)))
        parts = (self._when, self._title, self._time, self._why)
        self.setAccessibleName(", ".join(part.text() for part in parts))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        layout = self.layout()
        return layout.minimumSize() if layout else QSize()
