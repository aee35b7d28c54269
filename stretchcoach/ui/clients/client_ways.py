"""The ways of clients: to the page of one, into the folder, and to what was sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.diary.period import Asked
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import SessionRecord
from stretchcoach.core.session.timeline import expand
from stretchcoach.core.work.watch import Watch
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.exchange.import_diary import ImportRefusedError
from stretchcoach.files.exchange.json_fields import DiaryFormatError
from stretchcoach.files.exchange.read_sent import SentDiary, read_sent_diary, read_sent_text
from stretchcoach.files.exchange.shared_file import ENDING, unpack_report
from stretchcoach.files.folders.client_changes import (
    NameRefusedError,
    copy_into,
    make_client,
    move_into,
    rename_client,
)
from stretchcoach.files.folders.client_folders import (
    client_folders,
    client_of,
    ending_of,
    sent_files,
)
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.files.yaml.problems import clean
from stretchcoach.ui.clients.client_page import ClientPage
from stretchcoach.ui.clients.keep_menu import KeepRow
from stretchcoach.ui.clients.sent_page import SentPage
from stretchcoach.ui.clients.sent_text_page import SentTextPage
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.keepers.library_loader import LibraryLoader
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.progress.session_detail import SessionDetail
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.threads.beside_work import BesideWork, Outcome
from stretchcoach.ui.window.main_window import MainWindow

PAPER, TEXT = ".pdf", ".txt"


class ClientWays(QObject):
    """`routine_asked` has the RoutineEntry to show, `work_asked` the path of a routine to shape,
    `new_asked` the folder for which to begin one, `file_asked` the path of a file to open."""

    routine_asked = Signal(object)
    work_asked = Signal(object)
    new_asked = Signal(object)
    file_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        window: MainWindow,
        loader: LibraryLoader,
        paths: Paths,
        library: Callable[[], Shelf | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._store, self._window = theme, store, window
        self._loader, self._library = loader, library
        self._routines = paths.routines
        self._places = FilePlaces(store)
        self._page: ClientPage | None = None
        self._keep: KeepRow | None = None
        self._file = Path()
        self.work = BesideWork(self, "sent")
        self.work.finished.connect(self._on_finished)
        self._unpacked: TemporaryDirectory[str] | None = None
        loader.loaded.connect(self._show_folder)
        window.closed.connect(self._on_closed)

    # One client.

    def open(self, folder: Path | None) -> None:
        """The page of the client of `folder`, or that on which a new one gets a name."""
        page = ClientPage(self._theme, folder)
        page.back_asked.connect(self._window.go_back)
        page.name_asked.connect(self._on_name)
        page.routine_asked.connect(self._on_routine)
        page.work_asked.connect(self._on_work)
        page.new_asked.connect(self.new_asked)
        page.sent_asked.connect(self.read)
        page.copy_asked.connect(self._on_copy)
        page.move_asked.connect(self._on_move)
        page.file_asked.connect(self._on_file)
        self._page = page
        self._show_folder()
        self._window.open_page(page)

    def _show_folder(self) -> None:
        page, shelf = self._page, self._library()
        if page is None or not isValid(page) or page.folder is None or shelf is None:
            return
        inside = [card for card in shelf.cards if Path(card.path).parent == page.folder]
        others = [c for c in shelf.cards if c.is_routine and c not in inside and not c.opened]
        page.show_folder(inside, others, sent_files(page.folder))

    def _on_name(self, name: str) -> None:
        page = self._page
        if page is None:
            return
        try:
            if page.folder is None:
                folder = make_client(self._routines, name)
            else:
                folder = rename_client(page.folder, name)
        except NameRefusedError as error:
            page.notice.say(str(error))
        except OSError as error:
            page.notice.say(_reason(error))
        else:
            self._window.go_back()
            self.open(folder)
            self._loader.load()

    def _on_copy(self, card: LibraryCard) -> None:
        self._put(copy_into, card)

    def _on_move(self, card: LibraryCard) -> None:
        self._put(move_into, card)

    def _put(self, put: Callable[[Path, Path], Path], card: LibraryCard) -> None:
        if self._page is None or self._page.folder is None:
            return
        try:
            put(Path(card.path), self._page.folder)
        except OSError as error:
            self._page.notice.say(_reason(error))
        else:
            self._loader.load()

    def _on_routine(self, card: LibraryCard) -> None:
        shelf = self._library()
        if shelf is not None:
            self.routine_asked.emit(shelf.entry(card))

    def _on_work(self, card: LibraryCard) -> None:
        self.work_asked.emit(Path(card.path))

    def _on_file(self) -> None:
        filters = (
            tr("What a client sent") + " (*.json *.txt *.pdf)",
            tr("Routines") + " (*.yaml *.yml)",
            tr("All files") + " (*)",
        )
        dialog = self._places.choose(self._window, tr("Open a file"), filters)
        dialog.fileSelected.connect(self._on_file_chosen)

    def _on_file_chosen(self, path: str) -> None:
        if path:
            self.file_asked.emit(Path(path))

    # What was sent.

    def read(self, path: Path) -> None:
        """Show what was sent; nothing of it is kept by that."""
        if ending_of(path) == PAPER:
            self._show_paper(path)
        elif not self.work.is_running:
            work = partial(_found, path, self._on_read)
            self.work.begin(work, _reading_words, tr("Nothing was opened."))

    def wait(self) -> None:
        """Wait for what is read beside the window."""
        self.work.wait()

    def _on_finished(self, outcome: Outcome) -> None:
        if outcome.words:
            self._window.tell(outcome.words)

    def _show_paper(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._window.tell(tr("No program was found that opens {path}.", path=path))

    def _on_paper(self) -> None:
        """The report that was shared with the diary, until the program ends."""
        if self._unpacked is None:
            self._unpacked = TemporaryDirectory(prefix="stretchcoach-")
        target = Path(self._unpacked.name) / f"{self._file.stem}{PAPER}"
        try:
            target.unlink(missing_ok=True)
            unpack_report(self._file, target)
        except (DiaryFormatError, OSError) as error:
            self._window.tell(str(error))
        else:
            self._show_paper(target)

    def _on_read(self, path: Path, found: SentDiary | str) -> None:
        client = client_of(path, self._routines)
        title = clean(client or path.stem)
        if isinstance(found, SentDiary) and not found.records:
            self._window.tell(tr("There is no session in this diary."))
            return
        self._file = path
        self._keep = KeepRow(self._theme, self._folders, clean(client))
        self._keep.new_asked.connect(self._on_new)
        self._keep.keep_asked.connect(self._on_keep)
        page: SentPage | SentTextPage
        if isinstance(found, SentDiary):
            planned = _Planned(found, self._library(), path.parent if client else None)
            page = SentPage(self._theme, title, found, planned, self._keep)
            page.session_chosen.connect(self._on_session)
            page.report.setVisible(ending_of(path) == ENDING)
            page.report.clicked.connect(self._on_paper)
        else:
            page = SentTextPage(self._theme, title, found, self._keep)
        page.back_asked.connect(self._window.go_back)
        self._window.open_page(page)

    def _on_closed(self) -> None:
        """Nothing of what was sent stays."""
        self.work.cancel()
        if self._unpacked is not None:
            self._unpacked.cleanup()
            self._unpacked = None

    def _on_session(self, record: SessionRecord) -> None:
        page = SessionDetail(self._theme, record, only_to_read=True)
        page.back_asked.connect(self._window.go_back)
        self._window.open_page(page)

    def _folders(self) -> tuple[Path, ...]:
        return client_folders(self._routines)

    def _on_new(self) -> None:
        self.open(None)

    def _on_keep(self, folder: Path) -> None:
        try:
            copy_into(self._file, folder)
        except OSError as error:
            self._window.tell(_reason(error))
            return
        if self._keep is not None and isValid(self._keep):
            self._keep.show_kept(clean(folder.name))
        self._show_folder()


def _reading_words(percent: int) -> str:
    return tr("What was sent is read: {percent} % done.", percent=percent)


def _found(path: Path, show: Callable[[Path, SentDiary | str], None], watch: Watch) -> Outcome:
    """What is in the file, to be shown, or why nothing is."""
    try:
        is_text = ending_of(path) == TEXT
        found = read_sent_text(path) if is_text else read_sent_diary(path, watch)
    except ImportRefusedError as error:
        return Outcome(tr("{path}: {problem}", path=clean(path.name), problem=error.problems[0]))
    return Outcome(then=partial(show, path, found))


class _Planned:
    """What the routines ask of a week: those of the client first, from the first session on."""

    def __init__(self, diary: SentDiary, shelf: Shelf | None, folder: Path | None) -> None:
        self._shelf, self._folder = shelf, folder
        self._first: dict[str, date] = {}
        for record in diary.records:
            self._first.setdefault(record.routine_id, record.started.day)
        self._affected = diary.records[-1].affected
        self._known: dict[str, Asked] = {}

    def __call__(self, routine_id: str) -> Asked:
        if routine_id not in self._known:
            self._known[routine_id] = self._asked(routine_id)
        return self._known[routine_id]

    def _asked(self, routine_id: str) -> Asked:
        if self._shelf is None:
            return Asked()
        cards = (c for c in self._shelf.cards if c.facts and c.facts.id == routine_id)
        here = next((c for c in cards if Path(c.path).parent == self._folder), None)
        entry = self._shelf.entry(here) if here else self._shelf.routine_by_id(routine_id)
        if entry is None or entry.routine is None:
            return Asked()
        timeline = expand(entry.routine, entry.exercises, Profile(self._affected))
        return Asked(entry.routine.schedule, timeline, self._first.get(routine_id, date.min))


def _reason(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}"
