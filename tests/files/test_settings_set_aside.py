"""Settings that cannot be read are set aside: nothing of them is lost."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from stretchcoach.core.settings import Settings
from stretchcoach.files.settings_file import MAX_BYTES, SettingsFile
from tests.files.chosen_settings import CHOSEN, put


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b'{"volume": 0.5',
        b"[1, 2]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b" " * (MAX_BYTES + 1),
    ],
)
def test_a_broken_file_is_set_aside_whole(settings_path: Path, content: bytes) -> None:
    settings_path.parent.mkdir()
    settings_path.write_bytes(content)
    file = SettingsFile(settings_path)
    assert file.peek() == Settings()
    assert settings_path.read_bytes() == content
    read = file.read()
    assert read.settings == Settings()
    assert str(settings_path) in read.problem
    assert "settings.json.broken" in read.problem
    assert settings_path.with_name("settings.json.broken").read_bytes() == content
    file.write(CHOSEN)
    assert SettingsFile(settings_path).read().settings == CHOSEN


def test_broken_files_do_not_replace_each_other(settings_path: Path) -> None:
    settings_path.parent.mkdir()
    for content in ("one", "two", "three"):
        settings_path.write_text(content)
        SettingsFile(settings_path).read()
    kept = {file.name: file.read_text() for file in settings_path.parent.iterdir()}
    assert kept == {
        "settings.json.broken": "one",
        "settings.json.broken1": "two",
        "settings.json.broken2": "three",
    }


def test_a_folder_in_its_place_is_set_aside(settings_path: Path) -> None:
    settings_path.mkdir(parents=True)
    assert SettingsFile(settings_path).read().problem
    SettingsFile(settings_path).write(CHOSEN)
    assert settings_path.with_name("settings.json.broken").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this sort")
def test_a_pipe_in_its_place_is_not_waited_for(settings_path: Path) -> None:
    settings_path.parent.mkdir()
    os.mkfifo(settings_path)
    assert SettingsFile(settings_path).read().problem


def test_what_cannot_be_moved_is_not_overwritten(
    settings_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings_path.parent.mkdir()
    settings_path.write_text("precious")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    file = SettingsFile(settings_path)
    assert "Permission denied" in file.read().problem
    with pytest.raises(OSError, match="cannot be read"):
        file.write(CHOSEN)
    assert settings_path.read_text() == "precious"


def test_a_copy_that_cannot_be_made_hinders_nothing(
    settings_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(settings_path, volume=7, welcomed=True)

    def refuse(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copy", refuse)
    read = SettingsFile(settings_path).read()
    assert read.settings == Settings(welcomed=True)
    assert "volume" in read.problem
