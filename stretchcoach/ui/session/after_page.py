"""After a session: what was done, how it feels now, a note. All of it optional."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from stretchcoach.core.content.side_words import side_title
from stretchcoach.core.content.sides import Side
from stretchcoach.core.diary.session_words import remarks
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.session.record import Feeling, SessionRecord
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.rating import RatingRow
from stretchcoach.ui.widgets.layout.scroll_page import ScrollPage
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

NOTE_LINES_PX = 84
MAX_NOTE = 2000


class AfterPage(ScrollPage):
    """`finished` has the feeling and the note; `go_on_asked` leads back into the session."""

    finished = Signal(object, str)
    go_on_asked = Signal()

    def __init__(
        self, theme: Theme, record: SessionRecord, *, ended: bool, parent: QWidget | None = None
    ) -> None:
        title = tr("All done") if ended else tr("Stopped for now")
        super().__init__(theme, title, centred=True, parent=parent)
        self._record = record
        self._buttock = self._rating(tr("Buttock, now"), record.before.buttock)
        self._leg = self._rating(tr("Leg, now"), record.before.leg)
        self._note = QPlainTextEdit()
        self._note.setAccessibleName(tr("A note for yourself or your therapist"))
        self._note.setPlaceholderText(tr("A note for yourself or your therapist"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(theme.scaled(NOTE_LINES_PX))
        self._done = Button(
            theme, tr("Done"), ButtonKind.PRIMARY, IconName.CHECK, height_px=Height.START
        )
        self._done.clicked.connect(self._on_done)
        self._go_on = Button(
            theme, tr("Back to the session"), icon=IconName.PLAY, height_px=Height.START
        )
        self._can_go_on = not ended
        self._go_on.clicked.connect(self.go_on_asked)
        self._build()

    @property
    def feeling(self) -> Feeling:
        """How it feels now, as far as it was said."""
        return Feeling(self._buttock.value, self._leg.value)

    @property
    def note(self) -> str:
        return self._note.toPlainText()[:MAX_NOTE].strip()

    def _rating(self, name: str, before: int | None) -> RatingRow:
        if before is not None:
            name = tr("{name} (it was {before} before)", name=name, before=before)
        return RatingRow(self._theme, name)

    def _build(self) -> None:
        question = tr("How does it feel, from 0, nothing, to 10? You can leave this open.")
        name = self._record.routine_title
        self.rows.addWidget(PlainLabel(self._theme, name, TextRole.NEXT, "ink2", wrap=True))
        self.rows.addWidget(self._summary())
        self.rows.addWidget(PlainLabel(self._theme, question, TextRole.BODY, "ink2", wrap=True))
        self.rows.addWidget(self._buttock)
        self.rows.addWidget(self._leg)
        self.rows.addWidget(self._note)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._done, 1)
        buttons.addWidget(self._go_on, 1)
        self.rows.addLayout(buttons)
        self._go_on.setVisible(self._can_go_on)  # without a parent it would be a window
        self.rows.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its parts have it

    def _summary(self) -> QWidget:
        """How long each side was held, and what was left out, shortened or eased off."""
        card = Card(self._theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(*(Space.CARD_PADDING,) * 4)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(32)
        for name, held_ms in self._held():
            row.addLayout(self._figure(name, time_words(held_ms)))
        row.addStretch(1)
        column.addLayout(row)
        for remark in remarks(self._record):
            column.addWidget(PlainLabel(self._theme, remark, TextRole.BODY, "ink2", wrap=True))
        return card

    def _held(self) -> list[tuple[str, int]]:
        record = self._record
        held = [(side_title(side), record.held_on_ms(side)) for side in (Side.LEFT, Side.RIGHT)]
        both_ms = record.held_on_ms(None)
        if both_ms:
            held.append((tr("Both sides"), both_ms))
        return held

    def _figure(self, name: str, value: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(self._theme, name, TextRole.SMALL, "ink2"))
        column.addWidget(PlainLabel(self._theme, value, TextRole.SET))
        return column

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The button has it: as a proxy, it would keep Tab from what stands above it."""
        self._done.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button with the focus, Esc takes a stop back.

        A key that is still held down from the session means neither.
        """
        key = event.key()
        if event.isAutoRepeat():
            event.accept()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QAbstractButton) else self._done).click()
        elif key == Qt.Key.Key_Escape and self._can_go_on:
            self.go_on_asked.emit()
        else:
            super().keyPressEvent(event)

    def _on_done(self) -> None:
        self.finished.emit(self.feeling, self.note)
