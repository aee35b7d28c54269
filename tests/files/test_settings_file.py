"""The settings on disk: kept whole, mended value by value, and never lost."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.session.sound_profile import SoundProfile
from stretchcoach.core.settings import LookChoice, Motion, Settings
from stretchcoach.files.settings_file import MAX_BYTES, MAX_ITEMS, SettingsFile

CHOSEN = Settings(
    affected=AffectedSide.RIGHT,
    sound_profile=SoundProfile.SOUNDS,
    routine_sound_profiles=(("evening", SoundProfile.SILENT),),
    volume=0.25,
    pan_to_side=True,
    extra_get_ready_ms=10_000,
    breathing_guide=False,
    breathe_in_s=3,
    breathe_out_s=7,
    look=LookChoice.DARK,
    motion=Motion.REDUCED,
    text_scale=1.5,
    language="de",
    hidden_cautions=(Caution.KNEE, Caution.NERVE),
    welcomed=True,
    window_geometry="AdnQ",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "settings.json"


def put(path: Path, **values: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(values), "utf-8")


def test_without_a_file_all_is_as_at_first(path: Path) -> None:
    read = SettingsFile(path).read()
    assert (read.settings, read.problem) == (Settings(), "")
    assert not path.parent.exists()


def test_what_was_written_is_read(path: Path) -> None:
    SettingsFile(path).write(CHOSEN)
    assert SettingsFile(path).read().settings == CHOSEN
    assert SettingsFile(path).peek() == CHOSEN
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_the_file_can_be_read_by_a_person(path: Path) -> None:
    SettingsFile(path).write(CHOSEN)
    assert '\n  "affected": "right",\n' in path.read_text("utf-8")


def test_keys_of_another_version_are_kept(path: Path) -> None:
    put(path, volume=0.5, colour_of_the_mat={"name": "grün", "deep": [1, None]})
    file = SettingsFile(path)
    assert file.read().problem == ""
    file.write(CHOSEN)
    content = json.loads(path.read_text("utf-8"))
    assert content["colour_of_the_mat"] == {"name": "grün", "deep": [1, None]}
    assert content["volume"] == 0.25


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("volume", 1.01),
        ("volume", -0.1),
        ("volume", "loud"),
        ("volume", True),
        ("volume", None),
        ("volume", float("nan")),
        ("volume", float("inf")),
        ("text_scale", 20),
        ("text_scale", 0.5),
        ("breathe_in_s", 0),
        ("breathe_out_s", 10**400),
        ("breathe_in_s", 4.5),
        ("extra_get_ready_ms", 3_600_000),
        ("breathing_guide", 1),
        ("affected", "up"),
        ("affected", ["left"]),
        ("look", 3),
        ("window_geometry", "x" * 3000),
        ("hidden_cautions", "knee"),
        ("routine_sound_profiles", {"evening": "silent"}),
    ],
)
def test_a_value_without_sense_alone_is_as_at_first(path: Path, key: str, value: Any) -> None:
    put(path, **{"welcomed": True, "affected": "left", key: value})
    before = path.read_bytes()
    file = SettingsFile(path)
    read = file.read()
    assert getattr(read.settings, key) == getattr(Settings(), key)
    assert read.settings.welcomed
    assert key in read.problem
    assert "settings.json.broken" in read.problem
    file.write(read.settings)
    assert path.with_name("settings.json.broken").read_bytes() == before
    assert SettingsFile(path).read().problem == ""


def test_one_unknown_caution_leaves_the_others(path: Path) -> None:
    put(path, hidden_cautions=["knee", "elbow", 3, "nerve"])
    read = SettingsFile(path).read()
    assert read.settings.hidden_cautions == (Caution.KNEE, Caution.NERVE)
    assert "hidden_cautions" in read.problem


def test_one_odd_routine_leaves_the_others(path: Path) -> None:
    rows = [["evening", "silent"], ["morning"], ["noon", "loud"], ["night", "sounds", 1]]
    put(path, routine_sound_profiles=rows)
    read = SettingsFile(path).read()
    assert read.settings.routine_sound_profiles == (("evening", SoundProfile.SILENT),)


def test_whole_numbers_are_numbers(path: Path) -> None:
    put(path, volume=1, text_scale=2)
    read = SettingsFile(path).read()
    assert (read.settings.volume, read.settings.text_scale, read.problem) == (1.0, 2.0, "")


def test_a_number_of_any_length_leaves_the_others(path: Path) -> None:
    path.parent.mkdir()
    nines = "9" * 400
    path.write_text(f'{{"volume": {nines}, "breathe_in_s": {nines * 20}, "welcomed": true}}')
    read = SettingsFile(path).read()
    assert read.settings == Settings(welcomed=True)
    assert "volume" in read.problem
    assert "breathe_in_s" in read.problem


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_editors_that_begin_a_file_with_a_mark_lose_nothing(path: Path, encoding: str) -> None:
    SettingsFile(path).write(CHOSEN)
    path.write_text(path.read_text("utf-8"), encoding)
    file = SettingsFile(path)
    read = file.read()
    assert (read.settings, read.problem) == (CHOSEN, "")
    file.write(CHOSEN._replace(volume=0.5))
    assert SettingsFile(path).read().settings.volume == 0.5


def test_a_list_without_end_is_cut_and_the_rest_is_kept(path: Path) -> None:
    """Written more widely than it was, such a file could not be read again."""
    put(path, welcomed=True, routine_volumes=[["a", 1]] * 60_000)
    file = SettingsFile(path)
    read = file.read()
    assert len(read.settings.routine_volumes) == MAX_ITEMS
    assert "routine_volumes" in read.problem
    file.write(read.settings)
    assert SettingsFile(path).read() == (read.settings, "")


def test_what_another_version_wrote_deep_down_is_kept_without_room(path: Path) -> None:
    deep: list[Any] = []
    for _ in range(900):
        deep = [deep]
    put(path, of_another_version=deep)
    file = SettingsFile(path)
    file.read()
    file.write(CHOSEN)
    assert SettingsFile(path).read() == (CHOSEN, "")
    assert json.loads(path.read_bytes())["of_another_version"] == deep


def test_what_could_not_be_read_again_is_not_written(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"welcomed": true, "other": "' + b"\xed\xb3\xbf" * 340_000 + b'"}')
    before = path.read_bytes()
    file = SettingsFile(path)
    assert file.read().settings == Settings(welcomed=True)
    with pytest.raises(OSError, match="it is far too large"):
        file.write(CHOSEN)
    assert path.read_bytes() == before


ODD_NAME = os.fsdecode(b"/tmp/caf\xe9.yaml")


def test_a_name_that_is_no_text_is_kept_and_loses_nothing(path: Path) -> None:
    chosen = CHOSEN._replace(opened_files=(("cafe", ODD_NAME),))
    SettingsFile(path).write(chosen)
    path.read_bytes().decode("utf-8")  # it is text
    read = SettingsFile(path).read()
    assert (read.settings, read.problem) == (chosen, "")


def test_what_was_written_with_such_a_name_before_is_read(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"welcomed": true, "opened_files": [["cafe", "caf\xed\xb3\xa9"]]}')
    read = SettingsFile(path).read()
    assert (read.settings.welcomed, read.problem) == (True, "")
    assert read.settings.opened_files == (("cafe", os.fsdecode(b"caf\xe9")),)


@pytest.mark.skipif(os.name != "posix", reason="modes are another matter here")
class TestFile:
    """What the file is stays as it is, whatever is written into it."""

    def test_nobody_else_reads_what_holds_cautions(self, path: Path) -> None:
        SettingsFile(path).write(CHOSEN)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_who_may_read_it_stays(self, path: Path) -> None:
        put(path, volume=7)
        path.chmod(0o640)
        file = SettingsFile(path)
        file.read()
        file.write(CHOSEN)
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
        assert modes == {"settings.json": 0o640, "settings.json.broken": 0o640}

    def test_a_link_stays_one(self, path: Path, tmp_path: Path) -> None:
        real = tmp_path / "dotfiles.json"
        put(path)
        path.rename(real)
        path.symlink_to(real)
        SettingsFile(path).write(CHOSEN)
        assert path.is_symlink()
        assert SettingsFile(real).read().settings == CHOSEN

    def test_a_broken_file_behind_a_link_is_set_aside_beside_itself(
        self, path: Path, tmp_path: Path
    ) -> None:
        path.parent.mkdir()
        real = tmp_path / "dotfiles.json"
        real.write_text("{")
        path.symlink_to(real)
        file = SettingsFile(path)
        assert "dotfiles.json.broken" in file.read().problem
        file.write(CHOSEN)
        assert path.is_symlink()
        assert (tmp_path / "dotfiles.json.broken").read_text() == "{"
        assert SettingsFile(real).read().settings == CHOSEN

    @pytest.mark.parametrize("target", ["/dev/null", "/dev/zero", "settings.json", "/"])
    def test_a_link_to_no_file_is_set_aside_and_what_is_there_not_touched(
        self, path: Path, target: str
    ) -> None:
        path.parent.mkdir()
        path.symlink_to(target)
        file = SettingsFile(path)
        assert "settings.json.broken" in file.read().problem
        assert path.with_name("settings.json.broken").is_symlink()
        file.write(CHOSEN)
        assert SettingsFile(path).read().settings == CHOSEN


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
def test_a_broken_file_is_set_aside_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.peek() == Settings()
    assert path.read_bytes() == content
    read = file.read()
    assert read.settings == Settings()
    assert str(path) in read.problem
    assert "settings.json.broken" in read.problem
    assert path.with_name("settings.json.broken").read_bytes() == content
    file.write(CHOSEN)
    assert SettingsFile(path).read().settings == CHOSEN


def test_broken_files_do_not_replace_each_other(path: Path) -> None:
    path.parent.mkdir()
    for content in ("one", "two", "three"):
        path.write_text(content)
        SettingsFile(path).read()
    kept = {file.name: file.read_text() for file in path.parent.iterdir()}
    assert kept == {
        "settings.json.broken": "one",
        "settings.json.broken1": "two",
        "settings.json.broken2": "three",
    }


def test_a_folder_in_its_place_is_set_aside(path: Path) -> None:
    path.mkdir(parents=True)
    assert SettingsFile(path).read().problem
    SettingsFile(path).write(CHOSEN)
    assert path.with_name("settings.json.broken").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes of this sort")
def test_a_pipe_in_its_place_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    assert SettingsFile(path).read().problem


def test_what_cannot_be_moved_is_not_overwritten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_text("precious")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    file = SettingsFile(path)
    assert "Permission denied" in file.read().problem
    with pytest.raises(OSError, match="cannot be read"):
        file.write(CHOSEN)
    assert path.read_text() == "precious"


def test_a_copy_that_cannot_be_made_hinders_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(path, volume=7, welcomed=True)

    def refuse(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copy", refuse)
    read = SettingsFile(path).read()
    assert read.settings == Settings(welcomed=True)
    assert "volume" in read.problem


def test_a_write_that_fails_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SettingsFile(path).write(CHOSEN)

    def refuse(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        SettingsFile(path).write(Settings())
    assert SettingsFile(path).read().settings == CHOSEN


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=8,
)


@given(content=st.dictionaries(st.sampled_from([*Settings._fields, "other"]), json_values))
def test_no_content_is_too_odd(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, Any]
) -> None:
    path = tmp_path_factory.mktemp("odd") / "settings.json"
    put(path, **content)
    file = SettingsFile(path)
    settings = file.read().settings
    file.write(settings)
    again = SettingsFile(path).read()
    assert (again.settings, again.problem) == (settings, "")
