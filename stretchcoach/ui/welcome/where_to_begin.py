"""The last page of the first start: three short questions, and a routine to begin with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from stretchcoach.core.finding.first_routine import FirstRoutine, Habit, first_routine
from stretchcoach.core.finding.routine_search import MINUTES, Where
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import time_words
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routines.figure_box import FigureBox
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.welcome.parts import WelcomePart
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.chips import Option, SegmentRow
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

FIGURE = QSize(148, 84)

Routines = Callable[[], Sequence[LibraryCard]]


class WhereToBegin(WelcomePart):
    """`changed` follows each answer; `first` is what they lead to, once there are all three."""

    changed = Signal()

    def __init__(self, theme: Theme, store: SettingsStore, routines: Routines) -> None:
        super().__init__(theme, tr("Where to begin"))
        self._store, self._routines = store, routines
        self.first: FirstRoutine | None = None
        self.where = self._ask(
            tr("Where will you be?"),
            Option(Where.LYING.value, tr("On a mat")),
            Option(Where.CHAIR.value, tr("On a chair")),
            Option(Where.STANDING.value, tr("Standing")),
        )
        minutes = [Option(str(n), tr("{minutes} min", minutes=n)) for n in MINUTES]
        self.time = self._ask(tr("How much time do you have?"), *minutes)
        self.habit = self._ask(
            tr("How used to stretching are you?"),
            Option(Habit.NEW.value, tr("New to it")),
            Option(Habit.SOMETIMES.value, tr("Now and then")),
            Option(Habit.OFTEN.value, tr("Often")),
        )
        self.card = _FirstCard(theme)
        self.card.hide()
        self.rows.addWidget(self.card)
        self.look_around = Button(theme, tr("Look at all routines instead"), ButtonKind.LINK)
        self.look_around.hide()
        link = QHBoxLayout()
        link.addWidget(self.look_around)
        link.addStretch(1)
        self.rows.addLayout(link)
        self.rows.addStretch(3)

    @property
    def questions(self) -> tuple[SegmentRow, ...]:
        return (self.where, self.time, self.habit)

    def look_again(self) -> None:
        """The side, or what there is, may have changed."""
        self.first = None
        if all(question.key for question in self.questions):
            facts = [card.facts for card in self._routines() if card.facts is not None]
            affected = self._store.settings.affected
            where, habit = Where(self.where.key), Habit(self.habit.key)
            self.first = first_routine(facts, where, int(self.time.key), habit, affected)
        self.card.setVisible(self.first is not None)
        self.look_around.setVisible(self.first is not None)
        if self.first is not None:
            name = self.first.routine.id
            card = next(c for c in self._routines() if c.facts and c.facts.id == name)
            self.card.show_first(self.first, card, self._store)

    def _ask(self, question: str, *options: Option) -> SegmentRow:
        row = SegmentRow(self._theme, question, options, may_be_none=True)
        row.chosen.connect(self._on_chosen)
        block = QVBoxLayout()
        block.setSpacing(10)
        block.addWidget(PlainLabel(self._theme, question, TextRole.SECTION, wrap=True))
        block.addWidget(row)
        self.rows.addLayout(block)
        return row

    def _on_chosen(self, key: str) -> None:
        self.look_again()
        self.changed.emit()
        if self.first is not None:  # with large text it may stand below the edge
            QTimer.singleShot(0, self, self._show_card)

    def _show_card(self) -> None:
        self.ensureWidgetVisible(self.look_around)
        self.ensureWidgetVisible(self.card)


class _FirstCard(Card):
    """The routine to begin with."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "teal_tint", "teal_mid")
        self._figure = FigureBox(theme, Thumbnails(self), FIGURE)
        self._title = PlainLabel(theme, "", TextRole.SECTION, wrap=True)
        self._purpose = PlainLabel(theme, "", TextRole.BODY, "ink2", wrap=True)
        self._time = PlainLabel(theme, "", TextRole.BODY, "ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for label in (self._title, self._purpose, self._time):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 20, 8)
        row.setSpacing(16)
        row.addWidget(self._figure)
        row.addLayout(words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(Height.RESUME_BANNER)

    def show_first(self, first: FirstRoutine, card: LibraryCard, store: SettingsStore) -> None:
        facts = first.routine
        self._figure.show_picture("".join(card.pictures[:1]), facts.figure_position)
        self._title.setText(tr("Begin with {title}", title=facts.title))
        self._purpose.setText(facts.purpose)
        time = time_words(facts.total_for(store.settings.affected))
        if first.minutes is not None:
            time = tr("{n} of {time}", n=tr("{minutes} min", minutes=first.minutes), time=time)
        self._time.setText(time)
        self.setAccessibleName(f"{self._title.text()}, {time}")
