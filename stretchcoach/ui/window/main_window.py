"""The one window. It only navigates: rail, pages, and the session that covers both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QSize, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.rail import Rail
from stretchcoach.ui.window.trail import Trail

if TYPE_CHECKING:
    from stretchcoach.ui.widgets.surfaces.notice import Notices
    from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar
    from stretchcoach.ui.window.lose_dialog import LossQuestion
    from stretchcoach.ui.window.loss import Loss, MayLose

FIRST, LEAST = QSize(1280, 800), QSize(720, 540)
FRAME = QSize(16, 48)  # what systems put around a window, on the safe side


class Destination(NamedTuple):
    """A page of the rail. `make` builds it when it is shown for the first time; one that
    `begins_anew` is at its beginning whenever it is gone to."""

    key: str
    text: str
    icon: IconName
    make: Callable[[], QWidget]
    at_foot: bool = False
    begins_anew: bool = False


class WindowMemory(Protocol):
    """Where the window keeps its place and size from one start to the next."""

    def window_geometry(self) -> bytes | None: ...

    def remember_window_geometry(self, geometry: bytes) -> None: ...


@runtime_checkable
class HasBeginning(Protocol):
    """A page of the rail that leads on by itself."""

    def show_beginning(self) -> None: ...


class MainWindow(QWidget):
    """`page_shown` has the key of a page of the rail; `closed` comes once, before it is gone.

    `painted` comes once, as soon as the window has been painted for the first time: whatever
    can wait waits for it. `dropped` has the paths of files and folders that were dropped onto it.
    """

    page_shown = Signal(str)
    full_screen_changed = Signal(bool)
    closed = Signal()
    painted = Signal()
    dropped = Signal(object)

    def __init__(
        self, theme: Theme, title: str, destinations: Sequence[Destination], memory: WindowMemory
    ) -> None:
        super().__init__()
        self._theme = theme
        self._memory = memory
        self._notices: Notices | None = None
        self._bar: NoticeBar | None = None
        self._destinations = {destination.key: destination for destination in destinations}
        self._pages: dict[str, QWidget] = {}
        self._base = ""  # the page of the rail that the trail begins at
        self._session: QWidget | None = None
        self._over_session: QWidget | None = None
        self._guards: list[Callable[[MayLose], bool]] = []
        self.question: LossQuestion | None = None
        self._was_maximized = False
        self._is_painted = False
        self._full_screen = False
        self.setWindowTitle(title)
        self.setAcceptDrops(True)
        self._build(theme)
        self._restore_geometry()
        self._full_screen_key = QShortcut(QKeySequence("F11"), self)
        self._full_screen_key.activated.connect(self.toggle_full_screen)

    @property
    def current(self) -> QWidget | None:
        """What fills the window, or its part beside the rail."""
        return self._over_session or self._session or self._stack.currentWidget()

    @property
    def shown_key(self) -> str | None:
        """The key of the page of the rail that is shown, None for any other page."""
        shown = (key for key, page in self._pages.items() if page is self.current)
        return next(shown, None)

    def page(self, key: str) -> QWidget:
        """The page of `key`, built now if it was not shown before; KeyError when unknown."""
        if key not in self._pages:
            self._pages[key] = self._destinations[key].make()
            self._stack.addWidget(self._pages[key])
        return self._pages[key]

    def show_page(self, key: str) -> bool:
        """Go to a page of the rail; the pages that were opened from one go away. False where one
        of them stays, as what is on it would be lost: it is shown instead, and says so."""
        if not self._trail.leave_for(self.page(key)):
            self._rail.mark(self._base)
            return False
        self._rail.mark(key)
        self._base = key
        self.page_shown.emit(key)
        return True

    def open_page(self, page: QWidget) -> None:
        """Show a page that has no place in the rail, such as one routine, beside the rail.

        The window owns it; it goes away when one goes back, or to a page of the rail.
        """
        self._trail.open(page)
        page.setFocus()

    def go_back(self) -> None:
        """To the page from which the one that is shown was opened; not where its work is lost."""
        page = self._trail.go_back(self._pages[self._base])
        if page is not None:
            page.setFocus()

    def tell(self, sentence: str) -> None:
        """Say above the pages what went wrong, until the person puts it away."""
        if self._notices is None:
            from stretchcoach.ui.widgets.surfaces.notice import Notices

            self._notices = Notices(self._theme)
            self._beside_rail.insertWidget(0, self._notices)
        self._notices.tell(sentence)

    def bar(self) -> NoticeBar:
        """The line above the pages that says what was done, where there is a way back."""
        if self._bar is None:
            from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar

            self._bar = NoticeBar(self._theme)
            self._beside_rail.insertWidget(0, self._bar)
        return self._bar

    def show_session(self, session: QWidget) -> None:
        """Cover everything with `session` until `end_session`; the window owns it."""
        self.end_session()
        self._session = session
        self._whole.addWidget(session)
        self._whole.setCurrentWidget(session)
        session.setFocus()

    def end_session(self) -> None:
        """Back to the page that was there before the session; nothing when there is none."""
        if self._session is not None:
            session, self._session = self._session, None
            self._whole.setCurrentIndex(0)
            self._remove(self._whole, session)

    def show_over_session(self, page: QWidget) -> None:
        """Cover the session, which stays as it is, with `page` until `end_over_session`."""
        self.end_over_session()
        self._over_session = page
        self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)
        page.setFocus()

    def end_over_session(self) -> None:
        """Back to the session below; nothing when nothing covers it."""
        if self._over_session is not None:
            page, self._over_session = self._over_session, None
            if self._session is not None:
                self._whole.setCurrentWidget(self._session)
            self._remove(self._whole, page)

    @Slot()
    def come_to_front(self) -> None:
        """Be seen, wherever it was: minimized, or behind others."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def toggle_full_screen(self) -> None:
        if not self.isFullScreen():
            self._was_maximized = self.isMaximized()
            self._keep_geometry()
            self.showFullScreen()
        elif self._was_maximized:
            self.showMaximized()
        else:
            self.showNormal()

    def enter_full_screen(self) -> None:
        if not self.isFullScreen():
            self.toggle_full_screen()

    def leave_full_screen(self) -> None:
        if self.isFullScreen():
            self.toggle_full_screen()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            full = self.isFullScreen()
            if full is not self._full_screen:
                self._full_screen = full
                self.full_screen_changed.emit(full)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._theme.fit_window(self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if _local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.dropped.emit(_local_paths(event.mimeData()))

    def ask_before_closing(self, may_close: Callable[[MayLose], bool]) -> None:
        """When the person closes the window, it stays open where `may_close` says no. That is given
        the way to ask whether something may be lost, which closes the window in the end."""
        self._guards.append(may_close)

    @Slot()
    def close_now(self) -> None:
        """Close, whatever would be lost by it: nobody may be there to be asked."""
        self._guards.clear()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not all(may_close(self._may_lose) for may_close in self._guards):
            event.ignore()
            return
        if not self.isFullScreen():  # the next start is in a window
            self._keep_geometry()
        self.closed.emit()
        super().closeEvent(event)

    def _may_lose(self, loss: Loss) -> bool:
        if self.question is None:
            from stretchcoach.ui.window.lose_dialog import LossQuestion

            self.question = LossQuestion(self._theme, self)
            self.question.given_up.connect(self.close)
        return self.question.may_lose(loss)

    def _keep_geometry(self) -> None:
        self._memory.remember_window_geometry(bytes(self.saveGeometry().data()))

    def _build(self, theme: Theme) -> None:
        self._rail = Rail(theme)
        for destination in self._destinations.values():
            self._rail.add(
                destination.key, destination.text, destination.icon, at_foot=destination.at_foot
            )
        self._rail.chosen.connect(self._on_rail_chosen)
        self._stack = QStackedWidget()
        self._trail = Trail(self._stack)  # above the page of the rail
        browse = QWidget()
        row = QHBoxLayout(browse)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        self._beside_rail = QVBoxLayout()
        self._beside_rail.setSpacing(0)
        self._beside_rail.addWidget(self._stack, 1)
        row.addLayout(self._beside_rail, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)

    def _restore_geometry(self) -> None:
        """Where it was, or as large as is good on this screen, its frame reckoned with."""
        free = self.screen().availableGeometry()
        room = free.size() - FRAME
        self.setMinimumSize(LEAST.boundedTo(room))
        geometry = self._memory.window_geometry()
        if geometry is not None and self.restoreGeometry(QByteArray(geometry)):
            return
        self.resize(FIRST.boundedTo(room))
        if self.size() != FIRST:  # the system might put it where its end lies off the screen
            beside = room - self.size()
            self.move(free.left() + beside.width() // 2, free.top() + beside.height() // 2)

    def _on_rail_chosen(self, key: str) -> None:
        """The page that is shown already goes back to its beginning, and so does one to read."""
        was_shown = self.shown_key == key
        if not self.show_page(key):
            return
        page = self.page(key)
        to_read = self._destinations[key].begins_anew
        if (was_shown or to_read) and isinstance(page, HasBeginning):
            page.show_beginning()

    @staticmethod
    def _remove(stack: QStackedWidget, widget: QWidget) -> None:
        stack.removeWidget(widget)
        widget.deleteLater()


def _local_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
