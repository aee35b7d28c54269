"""The settings on disk: kept whole, for the person alone, and where they were."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from stretchcoach.core.settings import Settings
from stretchcoach.files.settings_file import SettingsFile
from tests.files.chosen_settings import CHOSEN, put


def test_without_a_file_all_is_as_at_first(settings_path: Path) -> None:
    read = SettingsFile(settings_path).read()
    assert (read.settings, read.problem) == (Settings(), "")
    assert not settings_path.parent.exists()


def test_what_was_written_is_read(settings_path: Path) -> None:
    SettingsFile(settings_path).write(CHOSEN)
    assert SettingsFile(settings_path).read().settings == CHOSEN
    assert SettingsFile(settings_path).peek() == CHOSEN
    assert [file.name for file in settings_path.parent.iterdir()] == ["settings.json"]


def test_the_file_can_be_read_by_a_person(settings_path: Path) -> None:
    SettingsFile(settings_path).write(CHOSEN)
    assert '\n  "affected": "right",\n' in settings_path.read_text("utf-8")


def test_keys_of_another_version_are_kept(settings_path: Path) -> None:
    put(settings_path, volume=0.5, colour_of_the_mat={"name": "grün", "deep": [1, None]})
    file = SettingsFile(settings_path)
    assert file.read().problem == ""
    file.write(CHOSEN)
    content = json.loads(settings_path.read_text("utf-8"))
    assert content["colour_of_the_mat"] == {"name": "grün", "deep": [1, None]}
    assert content["volume"] == 0.25


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_editors_that_begin_a_file_with_a_mark_lose_nothing(
    settings_path: Path, encoding: str
) -> None:
    SettingsFile(settings_path).write(CHOSEN)
    settings_path.write_text(settings_path.read_text("utf-8"), encoding)
    file = SettingsFile(settings_path)
    read = file.read()
    assert (read.settings, read.problem) == (CHOSEN, "")
    file.write(CHOSEN._replace(volume=0.5))
    assert SettingsFile(settings_path).read().settings.volume == 0.5


def test_what_another_version_wrote_deep_down_is_kept_without_room(settings_path: Path) -> None:
    deep: list[Any] = []
    for _ in range(900):
        deep = [deep]
    put(settings_path, of_another_version=deep)
    file = SettingsFile(settings_path)
    file.read()
    file.write(CHOSEN)
    assert SettingsFile(settings_path).read() == (CHOSEN, "")
    assert json.loads(settings_path.read_bytes())["of_another_version"] == deep


def test_what_could_not_be_read_again_is_not_written(settings_path: Path) -> None:
    settings_path.parent.mkdir()
    settings_path.write_bytes(b'{"welcomed": true, "other": "' + b"\xed\xb3\xbf" * 340_000 + b'"}')
    before = settings_path.read_bytes()
    file = SettingsFile(settings_path)
    assert file.read().settings == Settings(welcomed=True)
    with pytest.raises(OSError, match="it is far too large"):
        file.write(CHOSEN)
    assert settings_path.read_bytes() == before


ODD_NAME = os.fsdecode(b"/tmp/caf\xe9.yaml")


def test_a_name_that_is_no_text_is_kept_and_loses_nothing(settings_path: Path) -> None:
    chosen = CHOSEN._replace(opened_files=(("cafe", ODD_NAME),))
    SettingsFile(settings_path).write(chosen)
    settings_path.read_bytes().decode("utf-8")  # it is text
    read = SettingsFile(settings_path).read()
    assert (read.settings, read.problem) == (chosen, "")


def test_what_was_written_with_such_a_name_before_is_read(settings_path: Path) -> None:
    settings_path.parent.mkdir()
    settings_path.write_bytes(b'{"welcomed": true, "opened_files": [["cafe", "caf\xed\xb3\xa9"]]}')
    read = SettingsFile(settings_path).read()
    assert (read.settings.welcomed, read.problem) == (True, "")
    assert read.settings.opened_files == (("cafe", os.fsdecode(b"caf\xe9")),)


@pytest.mark.skipif(os.name != "posix", reason="modes are another matter here")
class TestFile:
    """What the file is stays as it is, whatever is written into it."""

    def test_nobody_else_reads_what_holds_cautions(self, settings_path: Path) -> None:
        SettingsFile(settings_path).write(CHOSEN)
        assert stat.S_IMODE(settings_path.stat().st_mode) == 0o600

    def test_who_may_read_it_stays(self, settings_path: Path) -> None:
        put(settings_path, volume=7)
        settings_path.chmod(0o640)
        file = SettingsFile(settings_path)
        file.read()
        file.write(CHOSEN)
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in settings_path.parent.iterdir()}
        assert modes == {"settings.json": 0o640, "settings.json.broken": 0o640}

    def test_a_link_stays_one(self, settings_path: Path, tmp_path: Path) -> None:
        real = tmp_path / "dotfiles.json"
        put(settings_path)
        settings_path.rename(real)
        settings_path.symlink_to(real)
        SettingsFile(settings_path).write(CHOSEN)
        assert settings_path.is_symlink()
        assert SettingsFile(real).read().settings == CHOSEN

    def test_a_broken_file_behind_a_link_is_set_aside_beside_itself(
        self, settings_path: Path, tmp_path: Path
    ) -> None:
        settings_path.parent.mkdir()
        real = tmp_path / "dotfiles.json"
        real.write_text("{")
        settings_path.symlink_to(real)
        file = SettingsFile(settings_path)
        assert "dotfiles.json.broken" in file.read().problem
        file.write(CHOSEN)
        assert settings_path.is_symlink()
        assert (tmp_path / "dotfiles.json.broken").read_text() == "{"
        assert SettingsFile(real).read().settings == CHOSEN

    @pytest.mark.parametrize("target", ["/dev/null", "/dev/zero", "settings.json", "/"])
    def test_a_link_to_no_file_is_set_aside_and_what_is_there_not_touched(
        self, settings_path: Path, target: str
    ) -> None:
        settings_path.parent.mkdir()
        settings_path.symlink_to(target)
        file = SettingsFile(settings_path)
        assert "settings.json.broken" in file.read().problem
        assert settings_path.with_name("settings.json.broken").is_symlink()
        file.write(CHOSEN)
        assert SettingsFile(settings_path).read().settings == CHOSEN


def test_a_write_that_fails_leaves_the_old_file(
    settings_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SettingsFile(settings_path).write(CHOSEN)

    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        SettingsFile(settings_path).write(Settings())
    assert SettingsFile(settings_path).read().settings == CHOSEN
