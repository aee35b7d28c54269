"""The first start: calm pages with Back and Next, and all safety advice one click away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, Space
from stretchcoach.ui.welcome.parts import COLUMN_PX, BeforeYouBegin, WhatItIs, YourSide
from stretchcoach.ui.welcome.step_dots import StepDots
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.layout.scroll_page import Column

if TYPE_CHECKING:
    from stretchcoach.core.finding.first_routine import FirstRoutine
    from stretchcoach.ui.welcome.where_to_begin import WhereToBegin

PAGES = 4
SIDE, BEGIN = 2, 3


class WelcomePage(QWidget):
    """Keeps what is chosen at once. `finished` comes after the last page, when the settings say
    that the person has been welcomed. It has the `FirstRoutine` to begin with, or None."""

    finished = Signal(object)

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        routines: Callable[[], Sequence[LibraryCard]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        """`routines` tells what there is to begin with."""
        super().__init__(parent)
        self._theme, self._store, self._routines = theme, store, routines
        self._safety: QWidget | None = None
        self.setAccessibleName(tr("Welcome"))
        self._stack = QStackedWidget()
        before = BeforeYouBegin(theme)
        before.safety_requested.connect(self.show_safety)
        side = YourSide(theme, store.settings)
        side.side_chosen.connect(self._on_side_chosen)
        side.sound_chosen.connect(self._on_sound_chosen)
        self.side = side
        self._parts: tuple[QWidget, ...] = (WhatItIs(theme), before, side)
        for page in self._parts:
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addLayout(self._footer())
        self._back_key = QShortcut(QKeySequence("Alt+Left"), self)
        self._back_key.activated.connect(self.go_back)
        self.setFocusProxy(self.next)
        self._show(0)

    @property
    def step(self) -> int:
        """Which of the pages is shown, from 0; all safety advice belongs to the second."""
        return 1 if self._is_safety_shown else self._stack.currentIndex()

    @cached_property
    def begin(self) -> WhereToBegin:
        """The last page, which the first frame does not wait for."""
        from stretchcoach.ui.welcome.where_to_begin import WhereToBegin

        begin = WhereToBegin(self._theme, self._store, self._routines)
        begin.changed.connect(self._refresh_footer)
        begin.look_around.clicked.connect(self._look_around)
        self._stack.insertWidget(BEGIN, begin)
        return begin

    @property
    def _is_safety_shown(self) -> bool:
        return self._stack.currentWidget() is self._safety

    def go_next(self) -> None:
        """The next page; after the last one it is finished. The side waits for an answer."""
        if self.step == SIDE and not self.side.side.key:
            return
        if self.step + 1 < PAGES:
            self._show(self.step + 1)
        else:
            self._finish(self.begin.first)

    def _finish(self, first: FirstRoutine | None) -> None:
        self._store.change(welcomed=True)
        self.finished.emit(first)

    def _look_around(self) -> None:
        self._finish(None)

    def go_back(self) -> None:
        """The page before, or from the safety advice to the page it was opened from; from the
        first page away, for who has been welcomed before."""
        if self._is_safety_shown:
            self._show(1)
        elif self.step > 0:
            self._show(self.step - 1)
        elif self._store.settings.welcomed:
            self.finished.emit(None)

    def show_safety(self) -> None:
        """All safety advice, in the place of the second page."""
        if self._safety is None:
            from stretchcoach.ui.advice.safety_page import SafetyPage

            self._safety = SafetyPage(self._theme, links=False)
            self._stack.addWidget(self._safety)
        self._stack.setCurrentWidget(self._safety)
        self._safety.setFocus()
        self._refresh_footer()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape goes back; Enter goes on, where no button has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.go_next()

    def _footer(self) -> QHBoxLayout:
        height = Height.SESSION_BUTTON
        self.back = Button(self._theme, tr("Back"), ButtonKind.SECONDARY, height_px=height)
        self.back.clicked.connect(self.go_back)
        self.next = Button(self._theme, tr("Next"), ButtonKind.PRIMARY, height_px=height)
        self.next.clicked.connect(self.go_next)
        self.dots = StepDots(self._theme, PAGES)
        column = Column(self._theme, COLUMN_PX)
        buttons = QHBoxLayout(column)
        buttons.setContentsMargins(0, 16, 0, Space.PAGE_MARGIN)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.dots)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        return column.in_row(centred=True)

    def _show(self, step: int) -> None:
        if step == BEGIN:
            self.begin.look_again()
        self._stack.setCurrentIndex(step)
        self._refresh_footer()
        if self.next.isEnabled() and step != BEGIN:
            self.next.setFocus()
        else:  # Enter answers no question
            part = self.begin if step == BEGIN else self._parts[step]
            part.setFocus()

    def _refresh_footer(self) -> None:
        self.dots.set_step(self.step)
        self.back.setVisible(self.step > 0 or self._store.settings.welcomed)
        self.back.set_label(tr("Back") if self.step > 0 else tr("Close"))
        self.next.setVisible(not self._is_safety_shown)
        first = self.step == BEGIN and self.begin.first
        begin = tr("Look at it") if first else tr("To the routines")
        names = (tr("Next"), tr("I have read this"), tr("Next"), begin)
        self.next.set_label(names[self.step])
        self.next.setEnabled(self.step != SIDE or bool(self.side.side.key))

    def _on_side_chosen(self, key: str) -> None:
        if key:
            self._store.change(affected=AffectedSide(key))
        self._refresh_footer()

    def _on_sound_chosen(self, key: str) -> None:
        self._store.change(sound_profile=SoundProfile(key))
