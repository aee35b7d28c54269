"""Dialogs for files begin in the person's documents, then where they were used last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.keepers.settings_store import SettingsStore


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(folder))
    return folder


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "data" / "settings.json"))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def folder_of(dialog: QFileDialog) -> Path:
    return Path(dialog.directory().absolutePath())


def test_the_first_one_begins_in_the_documents(
    documents: Path, store: SettingsStore, window: QWidget
) -> None:
    places = FilePlaces(store)
    assert folder_of(places.save(window, "Save", "report.pdf")) == documents
    assert folder_of(places.choose(window, "Open", ["All files (*)"])) == documents


def test_the_next_one_begins_where_the_last_one_ended(
    documents: Path, store: SettingsStore, window: QWidget, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    places = FilePlaces(store)
    dialog = places.save(window, "Save", "report.pdf")
    dialog.fileSelected.emit(str(elsewhere / "report.pdf"))
    assert folder_of(FilePlaces(store).choose(window, "Open", ["All files (*)"])) == elsewhere
    elsewhere.rmdir()
    assert FilePlaces(store).folder == documents


def test_without_documents_it_is_the_home(
    documents: Path, store: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: "")
    assert FilePlaces(store).folder == Path.home()
