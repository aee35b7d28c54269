"""After a session: what was done, how it feels now, a note. All of it optional."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.side_words import side_title
from stretchcoach.core.content.sides import Side
from stretchcoach.core.diary.session_words import remarks
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.session.record import Feeling, SessionRecord
from stretchcoach.files.disk.clocks import Clock
from stretchcoach.ui.running.soon import Soon
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.rating import RatingRow
from stretchcoach.ui.widgets.controls.schedule_row import ScheduleRow
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.layout.scroll_page import ScrollPage
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel
from stretchcoach.ui.widgets.text.note_edit import NoteEdit

BUTTON_GAP_PX = 12
CALM_MS = 1000


class AfterPage(ScrollPage):
    """Begins with what was said of this session already. `room` tells where more is allowed.

    `said` has the feeling and the note, soon after each change and before the page is left:
    `finished` is the end, `go_on_asked` leads back into the session at once, and `postponed`
    leaves it to be resumed another time.

    A session that `ended` may have done so by itself, and who presses a key or a button at that
    moment means what was there before: by the clock, Done takes nothing for `CALM_MS`.
    """

    said = Signal(object, str)
    finished = Signal()
    postponed = Signal()
    go_on_asked = Signal()
    schedule_chosen = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        record: SessionRecord,
        clock: Clock,
        room: str = "",
        *,
        ended: bool,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("All done") if ended else tr("Stopped for now")
        super().__init__(theme, title, centred=True, parent=parent)
        self._record = record
        self._offered: Schedule | None = None
        self._soon = Soon(self)
        self._soon.due.connect(self._on_due)
        before, after = record.before, record.after
        self._buttock = self._rating(tr("Buttock, now"), before.buttock, after.buttock)
        self._leg = self._rating(tr("Leg, now"), before.leg, after.leg)
        name = tr("A note for yourself or your therapist")
        self._note = NoteEdit(theme, record.note, name)
        self._note.edited.connect(self._soon.ask)
        self._can_go_on = not ended
        name = tr("Done") if ended else tr("Done for today")
        self._done = self._button(name, IconName.CHECK, ButtonKind.PRIMARY)
        self._done.clicked.connect(self._on_done)
        self._later = self._button(tr("Resume later"), IconName.PAUSE)
        self._later.clicked.connect(self._on_later)
        self._go_on = self._button(tr("Back to the session"), IconName.PLAY)
        self._go_on.clicked.connect(self._on_go_on)
        self._room = room
        self.plan = ScheduleRow(theme)
        self.plan.chosen.connect(self._on_plan_chosen)
        self._clock = clock
        self._calm_from_ms = clock.monotonic_ms() + (CALM_MS if ended else 0)
        self._build()

    @property
    def feeling(self) -> Feeling:
        """How it feels now, as far as it was said."""
        return Feeling(self._buttock.value, self._leg.value)

    @property
    def note(self) -> str:
        return self._note.note

    def keep(self) -> None:
        """Say what was not said yet, as when the window closes."""
        self._soon.now()

    def _button(self, text: str, icon: IconName, kind: ButtonKind = ButtonKind.SECONDARY) -> Button:
        return Button(self._theme, text, kind, icon, height_px=Height.START)

    def _rating(self, name: str, before: int | None, after: int | None) -> RatingRow:
        if before is not None:
            name = tr("{name} (it was {before} before)", name=name, before=before)
        row = RatingRow(self._theme, name, after)
        row.rated.connect(self._soon.ask)
        return row

    def _build(self) -> None:
        question = tr("How does it feel, from 0, nothing, to 10? You can leave this open.")
        name = self._record.routine_title
        self.rows.addWidget(PlainLabel(self._theme, name, TextRole.NEXT, "ink2", wrap=True))
        self.rows.addWidget(self._summary())
        if self._room:
            self.rows.addWidget(PlainLabel(self._theme, self._room, wrap=True))
        self.rows.addWidget(self.plan)
        self.rows.addWidget(PlainLabel(self._theme, question, TextRole.BODY, "ink2", wrap=True))
        self.rows.addWidget(self._buttock)
        self.rows.addWidget(self._leg)
        self.rows.addWidget(self._note)
        buttons = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        row = FlowLayout(BUTTON_GAP_PX, buttons)
        for button in (self._done, self._later, self._go_on):
            row.addWidget(button)
        self.rows.addWidget(buttons)
        for button in (self._later, self._go_on):  # without a parent they would be windows
            button.setVisible(self._can_go_on)
        for remark in remarks(self._record):
            if remark != tr("All done"):  # as the title says
                label = PlainLabel(self._theme, remark, TextRole.SMALL, "ink2", wrap=True)
                self.rows.addWidget(label)
        self.rows.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its parts have it

    def _summary(self) -> QWidget:
        """How long it was held in all and on each side, to be read from the mat."""
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
        return card

    def _held(self) -> list[tuple[str, int]]:
        record = self._record
        held = [(tr("In all"), record.held_ms)]
        held += [(side_title(side), record.held_on_ms(side)) for side in (Side.LEFT, Side.RIGHT)]
        both_ms = record.held_on_ms(None)
        if both_ms:
            held.append((tr("Both sides"), both_ms))
        return held

    def _figure(self, name: str, value: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(self._theme, name, TextRole.BODY, "ink2"))
        column.addWidget(PlainLabel(self._theme, value, TextRole.TOTAL))
        return column

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The button has it: as a proxy, it would keep Tab from what stands above it."""
        self._done.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc takes a stop back, but not while it is still held down from the session."""
        if event.isAutoRepeat():
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self._can_go_on:
            self._on_go_on()
        else:
            super().keyPressEvent(event)

    def offer_schedule(self, schedule: Schedule) -> None:
        """Ask once whether the routine is to be planned as it is meant."""
        self._offered = schedule
        self.plan.show_schedule(schedule, taken_up=False)

    def _on_plan_chosen(self, wanted: bool) -> None:
        if self._offered is not None:
            self.plan.show_schedule(self._offered, taken_up=wanted)
            self.schedule_chosen.emit(wanted)

    def _on_due(self) -> None:
        self.said.emit(self.feeling, self.note)

    def _on_go_on(self) -> None:
        self.keep()
        self.go_on_asked.emit()

    def _on_later(self) -> None:
        self.keep()
        self.postponed.emit()

    def _on_done(self) -> None:
        if self._clock.monotonic_ms() >= self._calm_from_ms:
            self.keep()
            self.finished.emit()
