"""A word at the times that were chosen, while the coach runs and it is wanted: in the window, and
from the tray where there is one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from stretchcoach.core.diary.reminders import Reminders, next_reminder
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.clocks import wall_now
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.theme import Theme

LONGEST_WAIT_MS = 10 * 60_000  # the computer may have slept, or its clock been set
ICON_PX = 64
LATER = timedelta(hours=1)
LATE_S = 30 * 60  # what was due longer ago, such as before a sleep, is let go


class Reminder(QObject):
    """`reminded` when it is time; `chosen` when the person answers the tray's word or its icon.

    `now` is the clock on the wall.
    """

    reminded = Signal()
    chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        now: Callable[[], datetime] = wall_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        self._settings = store.settings
        self._followed: tuple[bool, Reminders] | None = None
        self.icon: QSystemTrayIcon | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.look)
        self.due: datetime | None = None
        store.changed.connect(self.follow)
        self.follow(store.settings)

    def follow(self, settings: Settings) -> None:
        """Wait for the next time of `settings`, or for none."""
        self._settings = settings
        wanted = (settings.reminders_shown, settings.reminders)
        if wanted == self._followed:
            return
        self._followed = wanted
        self.due = None
        self.timer.stop()
        if settings.reminders_shown:
            self._show_icon()
            self._wait()
        elif self.icon is not None:
            self.icon.hide()

    def put_off(self) -> None:
        """Remind again in a while, where no other time comes before."""
        now = self._now()
        following = next_reminder(self._settings.reminders, now)
        self.due = min(filter(None, (now + LATER, following)))
        self._wait()

    def look(self) -> None:
        """Remind where it is time, and wait for the next."""
        now = self._now()
        if self.due is not None and self.due <= now:
            if (now - self.due).total_seconds() <= LATE_S:
                self.remind()
            self.due = None
        self._wait()

    def remind(self) -> None:
        """Say it once."""
        self.reminded.emit()
        if self.icon is not None:
            self.icon.showMessage(tr("Stretch Coach"), time_words(), self.icon.icon())

    def _wait(self) -> None:
        now = self._now()
        if self.due is None:
            self.due = next_reminder(self._settings.reminders, now)
        if self.due is not None:
            wait_ms = round((self.due - now).total_seconds() * 1000)
            self.timer.start(min(max(0, wait_ms) + 1, LONGEST_WAIT_MS))

    def _show_icon(self) -> None:
        """In the tray, where there is one."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self.icon is None:
            picture = tray_icon(self._theme.palette.teal)
            self.icon = QSystemTrayIcon(picture, self)
            self.icon.setToolTip(tr("Stretch Coach"))
            self.icon.activated.connect(self._on_activated)
            self.icon.messageClicked.connect(self.chosen)
        self.icon.show()

    def _on_activated(self, reason: object) -> None:
        self.chosen.emit()


def time_words() -> str:
    return tr("It is time to stretch, if it suits you.")


def tray_icon(colour: str) -> QIcon:
    """A calendar, in one colour."""
    pixmap = QPixmap(ICON_PX, ICON_PX)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    paint_icon(painter, IconName.CALENDAR, QRectF(pixmap.rect()), colour)
    painter.end()
    return QIcon(pixmap)
