"""After a session: what was done, how it feels now, a note. All of it optional."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.diary.session_words import remarks
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import Feeling, SessionRecord
from stretchcoach.files.disk.clocks import Clock
from stretchcoach.ui.running.soon import Soon
from stretchcoach.ui.session.held_card import HeldCard
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.disclosure import Disclosure
from stretchcoach.ui.widgets.controls.rating import RatingRow
from stretchcoach.ui.widgets.controls.schedule_row import ScheduleRow
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.layout.scroll_page import TwoColumnPage
from stretchcoach.ui.widgets.text.labels import PlainLabel
from stretchcoach.ui.widgets.text.note_edit import NoteEdit

BUTTON_GAP_PX = 12
CALM_MS = 1000
READABLE = 22  # what is read from the mat is at least this part of the height


class AfterPage(TwoColumnPage):
    """Begins with what was said of this session already. `room` tells where more is allowed.

    What was done and what comes next is large, to be read from the mat; all else may be left open.

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
        theme.changed.connect(self._size_letters)

    @property
    def has_ended(self) -> bool:
        """Whether there is no way back into the session."""
        return not self._can_go_on

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
        theme, name = self._theme, self._record.routine_title
        self.head.insertWidget(1, PlainLabel(theme, name, TextRole.NEXT, "ink2", wrap=True))
        self._held = HeldCard(theme, self._record)
        self.rows.addWidget(self._held)
        self.coming = PlainLabel(theme, "", TextRole.NEXT, wrap=True)
        self.coming.hide()
        self.rows.addWidget(self.coming)
        self.rows.addWidget(self.plan)
        if self._room:
            self.rows.addWidget(PlainLabel(theme, self._room, wrap=True))
        self.rows.addWidget(self._buttons())
        question = tr("How does it feel, from 0, nothing, to 10? You can leave this open.")
        self.more_rows.addWidget(PlainLabel(theme, question, TextRole.BODY, "ink2", wrap=True))
        for part in (self._buttock, self._leg, self._note):
            self.more_rows.addWidget(part)
        self._add_remarks()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its parts have it

    def _buttons(self) -> QWidget:
        buttons = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        row = FlowLayout(BUTTON_GAP_PX, buttons)
        for button in (self._done, self._later, self._go_on):
            row.addWidget(button)
        for button in (self._later, self._go_on):  # without a parent they would be windows
            button.setVisible(self._can_go_on)
        return buttons

    def _add_remarks(self) -> None:
        """What was left out or shortened, for who wants to read it."""
        words = [one for one in remarks(self._record) if one != tr("All done")]  # as the title says
        if words:
            text = PlainLabel(self._theme, "\n".join(words), TextRole.SMALL, "ink2", wrap=True)
            title = tr("What was different")
            self.remarks = Disclosure(self._theme, title, text, TextRole.SMALL_STRONG)
            self.more_rows.addWidget(self.remarks)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._size_letters()

    def _size_letters(self) -> None:
        readable_px = max(self._theme.text_px(TextRole.NEXT), self.height() / READABLE)
        self.heading.set_text_size(max(self._theme.text_px(TextRole.TITLE), readable_px))
        self._held.set_text_size(readable_px)
        self.coming.set_text_size(readable_px)

    def show_coming(self, words: str) -> None:
        """What comes next, in a line; "" for nothing."""
        self.coming.setText(words)
        self.coming.setVisible(bool(words))

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
