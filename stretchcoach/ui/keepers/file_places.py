"""Where files of the person's are written and opened: dialogs that remember the last folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from stretchcoach.ui.keepers.settings_store import SettingsStore


class FilePlaces:
    """The folder that was used last, at first that of the person's documents."""

    def __init__(self, store: SettingsStore) -> None:
        self._store = store

    @property
    def folder(self) -> Path:
        """Where a dialog begins: a folder that is there."""
        kept = self._store.settings.file_folder
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        known = (Path(one) for one in (kept, documents) if one)
        return next((one for one in known if one.is_dir()), Path.home())

    def save(self, window: QWidget, title: str, name: str) -> QFileDialog:
        """Asks where to write a file that may be called `name`; open already."""
        dialog = self._dialog(window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix)
        dialog.selectFile(name)
        dialog.open()
        return dialog

    def choose(self, window: QWidget, title: str, filters: Sequence[str]) -> QFileDialog:
        """Asks for a file that is there; open already."""
        dialog = self._dialog(window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(list(filters))
        dialog.open()
        return dialog

    def _dialog(self, window: QWidget, title: str) -> QFileDialog:
        dialog = QFileDialog(window, title, str(self.folder))
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _on_selected(self, path: str) -> None:
        if path:
            self._store.change(file_folder=str(Path(path).parent))
