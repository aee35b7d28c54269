"""The diary out to a file and in again: the menu of the progress page and its dialogs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.whole_file import replace_file
from stretchcoach.files.exchange.export_diary import write_csv, write_json
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.progress.import_work import ImportWork

Write = Callable[[HistoryDb, TextIO], None]


class Transfer(QObject):
    """`told` has a sentence about what was done or why not, and the path of what was written;
    `taken_in` comes after an import."""

    told = Signal(str, object)
    taken_in = Signal()

    def __init__(self, diary: DiaryKeeper, places: FilePlaces, window: QWidget) -> None:
        super().__init__(window)
        self._diary, self._places, self._window = diary, places, window
        self.work = ImportWork(self)
        self.work.finished.connect(self._on_finished)
        self.menu = QMenu(window)
        self.menu.addAction(tr("As a table (CSV) …"), self.ask_csv)
        self.menu.addAction(tr("Everything, for another computer (JSON) …"), self.ask_json)
        self.menu.addSeparator()
        self.menu.addAction(tr("Take in from another computer (JSON) …"), self.ask_import)

    def ask_csv(self) -> QFileDialog:
        dialog = self._places.save(self._window, tr("Export as a table"), "stretchcoach.csv")
        dialog.fileSelected.connect(self.export_csv)
        return dialog

    def ask_json(self) -> QFileDialog:
        dialog = self._places.save(self._window, tr("Export everything"), "stretchcoach.json")
        dialog.fileSelected.connect(self.export_json)
        return dialog

    def ask_import(self) -> QFileDialog:
        filters = (tr("Diary as JSON (*.json)"), tr("All files (*)"))
        dialog = self._places.choose(self._window, tr("Take in a diary"), filters)
        dialog.fileSelected.connect(self.take_in)
        return dialog

    def export_csv(self, path: str) -> None:
        self._export(Path(path), write_csv)

    def export_json(self, path: str) -> None:
        self._export(Path(path), write_json)

    def take_in(self, path: str) -> None:
        """Merge the file at `path` into the diary, beside the window."""
        db = self._diary.db
        if db is None:
            self.told.emit(self._diary.opened.problem, None)
        else:
            self.work.start(db.path, Path(path))

    def _on_finished(self, words: str, is_changed: bool) -> None:
        self.told.emit(words, None)
        if is_changed:
            self.taken_in.emit()

    def _export(self, path: Path, write: Write) -> None:
        db = self._diary.db
        if db is None:
            self.told.emit(self._diary.opened.problem, None)
            return
        self.told.emit(*written_words(path, partial(replace_file, path, partial(write, db))))


def written_words(path: Path, write: Callable[[], None]) -> tuple[str, Path | None]:
    """Write, and say where it stands, with its place, or why it does not."""
    try:
        write()
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return tr("{path} cannot be written: {reason}.", path=path, reason=reason), None
    return tr("Written to {path}.", path=path), path
