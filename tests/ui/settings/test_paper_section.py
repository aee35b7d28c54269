"""The head of what is printed: chosen once, for all handouts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.settings.paper_section import PaperSection
from stretchcoach.ui.theme.theme import Theme


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def section(qtbot: QtBot, theme: Theme, store: SettingsStore) -> PaperSection:
    section = PaperSection(theme, store)
    qtbot.addWidget(section)
    store.changed.connect(section.show_settings)
    return section


def test_a_name_is_kept(section: PaperSection, store: SettingsStore) -> None:
    section.practice.setText("  By the sea ")
    section.practice.editingFinished.emit()
    assert store.settings.practice == "By the sea"
    assert section.practice.text() == "By the sea"


def test_a_picture_is_chosen_and_left_out_again(
    section: PaperSection, store: SettingsStore, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.png"
    assert QImage(8, 8, QImage.Format.Format_RGB32).save(str(logo))
    assert section.clear.isHidden()
    dialog = section.ask()
    dialog.fileSelected.emit(str(logo))
    assert store.settings.practice_logo == str(logo)
    assert section.logo.text() == str(logo)
    assert section.problem.isHidden()
    section.clear.click()
    assert store.settings.practice_logo == ""
    assert section.logo.isHidden()


def test_what_cannot_be_shown_says_why(
    section: PaperSection, store: SettingsStore, tmp_path: Path
) -> None:
    store.change(practice_logo=str(tmp_path / "gone.png"))
    assert "cannot be shown" in section.problem.text()
    assert not section.problem.isHidden()
