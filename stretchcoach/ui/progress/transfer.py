"""The diary out to a file and in again: the menu of the progress page and its dialogs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.work_words import diary_words
from stretchcoach.core.work.watch import Watch
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.exchange.export_diary import write_csv, write_json
from stretchcoach.ui.keepers.diary_keeper import DiaryKeeper
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.progress.diary_files import take_in, write_export
from stretchcoach.ui.threads.file_work import FileWork

Write = Callable[[HistoryDb, TextIO, Watch], None]


class Transfer(QObject):
    """What it does is done by `work`, which tells of it. `refused` has a sentence: there is no
    diary that could go out or take in."""

    refused = Signal(str)

    def __init__(
        self, diary: DiaryKeeper, places: FilePlaces, work: FileWork, window: QWidget
    ) -> None:
        super().__init__(window)
        self._diary, self._places, self._work, self._window = diary, places, work, window
        self.menu = QMenu(window)
        self.menu.addAction(tr("As a table (CSV) …"), self.ask_csv)
        self.menu.addAction(tr("Everything, for another computer (JSON) …"), self.ask_json)
        self.menu.addSeparator()
        self.menu.addAction(tr("Take in from another computer …"), self.ask_import)

    def ask_csv(self) -> QFileDialog:
        dialog = self._places.save(self._window, tr("Export as a table"), "stretchcoach.csv")
        dialog.fileSelected.connect(self.export_csv)
        return dialog

    def ask_json(self) -> QFileDialog:
        dialog = self._places.save(self._window, tr("Export everything"), "stretchcoach.json")
        dialog.fileSelected.connect(self.export_json)
        return dialog

    def ask_import(self) -> QFileDialog:
        filters = (tr("Diary as JSON, or shared (*.json *.zip)"), tr("All files (*)"))
        dialog = self._places.choose(self._window, tr("Take in a diary"), filters)
        dialog.fileSelected.connect(self.take_in)
        return dialog

    def export_csv(self, path: str) -> None:
        self._export(Path(path), write_csv)

    def export_json(self, path: str) -> None:
        self._export(Path(path), write_json)

    def take_in(self, path: str) -> None:
        """Merge the file at `path` into the diary."""
        db = self._diary.db
        if db is None:
            self.refused.emit(self._diary.opened.problem)
        else:
            work = partial(take_in, db.path, Path(path))
            self._work.begin(work, _taking_in, tr("Nothing was taken in."))

    def _export(self, path: Path, write: Write) -> None:
        db = self._diary.db
        if db is None:
            self.refused.emit(self._diary.opened.problem)
        else:
            self._work.write(path, partial(write_export, db.path, path, write), diary_words)


def _taking_in(percent: int) -> str:
    return tr("A diary is taken in: {percent} % done.", percent=percent)
