"""A word from the tray at the times that were chosen, while the coach runs and it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from stretchcoach.core.diary.reminders import next_reminder
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.clocks import wall_now
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.theme import Theme

LONGEST_WAIT_MS = 10 * 60_000  # the computer may have slept, or its clock been set
ICON_PX = 64
LATE_S = 30 * 60  # what was due longer ago, such as before a sleep, is let go


class TrayReminder(QObject):
    """`chosen` when the person answers the word or the icon. `now` is the clock on the wall."""

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
        self.due = None
        self.timer.stop()
        if settings.reminders_shown and QSystemTrayIcon.isSystemTrayAvailable():
            self._show_icon()
            self._wait()
        elif self.icon is not None:
            self.icon.hide()

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
        if self.icon is not None:
            words = tr("It is time to stretch, if it suits you.")
            self.icon.showMessage(tr("Stretch Coach"), words, self.icon.icon())

    def _wait(self) -> None:
        now = self._now()
        if self.due is None:
            self.due = next_reminder(self._settings.reminders, now)
        if self.due is not None:
            wait_ms = round((self.due - now).total_seconds() * 1000)
            self.timer.start(min(max(0, wait_ms) + 1, LONGEST_WAIT_MS))

    def _show_icon(self) -> None:
        if self.icon is None:
            picture = tray_icon(self._theme.palette.teal)
            self.icon = QSystemTrayIcon(picture, self)
            self.icon.setToolTip(tr("Stretch Coach"))
            self.icon.activated.connect(self._on_activated)
            self.icon.messageClicked.connect(self.chosen)
        self.icon.show()

    def _on_activated(self, reason: object) -> None:
        self.chosen.emit()


def tray_icon(colour: str) -> QIcon:
    """A calendar, in one colour."""
    pixmap = QPixmap(ICON_PX, ICON_PX)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    paint_icon(painter, IconName.CALENDAR, QRectF(pixmap.rect()), colour)
    painter.end()
    return QIcon(pixmap)
