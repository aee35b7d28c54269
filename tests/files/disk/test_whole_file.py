"""A file is replaced whole or not at all, and stays what it is."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from threading import Thread, get_native_id
from typing import TextIO

import pytest

from stretchcoach.files.disk.whole_file import (
    FOR_THE_OWNER,
    refuse_unwritable,
    replace_bytes,
    replace_file,
    replacing,
    why_not_written,
)

WITH_MODES = pytest.mark.skipif(os.name != "posix", reason="modes are another matter here")


class FailingError(Exception):
    pass


def write(stream: TextIO) -> None:
    stream.write("new\r\n")


def fail(stream: TextIO) -> None:
    stream.write("half")
    raise FailingError


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_new_takes_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    replace_file(path, write)
    assert path.read_bytes() == b"new\r\n"
    replace_bytes(path, b"bytes")
    assert path.read_bytes() == b"bytes"
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_half_way_leaves_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(FailingError):
        replace_file(path, fail)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@WITH_MODES
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_who_may_read_it_stays(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.csv"
    path.touch()
    path.chmod(mode)
    with replacing(path) as temporary:
        assert mode_of(temporary) == mode  # before anything is written
        temporary.write_text("new")
    assert (mode_of(path), path.read_text()) == (mode, "new")


@WITH_MODES
def test_a_new_file_is_as_asked_for(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        replace_bytes(tmp_path / "open", b"")
        replace_bytes(tmp_path / "own", b"", FOR_THE_OWNER)
    finally:
        os.umask(mask)
    assert mode_of(tmp_path / "open") == 0o644
    assert mode_of(tmp_path / "own") == 0o600


@WITH_MODES
def test_a_link_stays_one_and_its_file_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "real").write_text("old")
    (folder / "real").chmod(0o600)
    link, second = tmp_path / "link", tmp_path / "second"
    second.symlink_to("link")
    link.symlink_to(folder / "real")
    replace_bytes(second, b"new")
    assert second.is_symlink()
    assert link.is_symlink()
    assert (folder / "real").read_text() == "new"
    assert mode_of(folder / "real") == 0o600
    assert sorted(path.name for path in folder.iterdir()) == ["real"]


@WITH_MODES
def test_a_link_to_nothing_yet_is_filled(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    replace_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@WITH_MODES
@pytest.mark.parametrize("target", ["/dev/null", "pipe", "."])
def test_what_is_no_file_is_not_replaced(tmp_path: Path, target: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(target)
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(OSError, match="it is no ordinary file"):
        replace_bytes(tmp_path / "link", b"new")
    assert sorted(os.listdir(tmp_path)) == before


@WITH_MODES
def test_nothing_is_written_through_what_stands_in_the_place_of_the_new_file(
    tmp_path: Path,
) -> None:
    victim, path = tmp_path / "victim", tmp_path / "a"
    victim.write_text("mine")
    (tmp_path / f"a.{os.getpid()}-{get_native_id()}.new").symlink_to(victim)
    replace_bytes(path, b"new")
    assert victim.read_text() == "mine"
    assert not path.is_symlink()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a", "victim"]


@WITH_MODES
def test_another_owner_stays_the_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.touch()
    given = []
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    monkeypatch.setattr(os, "chown", lambda _, user, group: given.append((user, group)))
    replace_bytes(path, b"new")
    assert given == [(os.getuid(), os.getgid())]


@pytest.mark.parametrize("name", ["ü" * 125, "a" * 251 + ".csv", "a\nb\u202e'\"*?.csv", "-", " x"])
@pytest.mark.skipif(os.name != "posix", reason="other names are allowed there")
def test_every_name_that_the_system_takes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    replace_file(path, write)
    replace_file(path, write)
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_two_threads_may_write_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with replacing(path) as mine:
        mine.write_text("mine")
        other = Thread(target=replace_bytes, args=(path, b"theirs"))
        other.start()
        other.join()
        assert path.read_text() == "theirs"
    assert path.read_text() == "mine"


def test_a_disk_that_is_full_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "a.csv"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as failed:
        replace_file(path, write)
    assert why_not_written(failed.value) == "No space left on device"
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_a_file_that_another_program_holds_is_said_to_be_open() -> None:
    error = PermissionError(13, "Access is denied.")
    assert why_not_written(error) == "Access is denied."
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert why_not_written(error) == "Access is denied. Is it open in another program?"
    assert why_not_written(OSError("odd")) == "odd"


def test_what_cannot_be_written_is_named_as_it_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.pdf"
    with pytest.raises(FileNotFoundError) as failed:
        replace_bytes(path, b"new")
    assert failed.value.filename == str(path)


def test_a_place_is_asked_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    refuse_unwritable(path)
    assert list(tmp_path.iterdir()) == []
    path.write_text("old")
    refuse_unwritable(path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file") as refused:
        refuse_unwritable(tmp_path / "gone" / "a.csv")
    assert refused.value.filename == str(tmp_path / "gone" / "a.csv")
    with pytest.raises(OSError, match="no ordinary file"):
        refuse_unwritable(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_another_program_has_open_is_refused_where_it_would_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    monkeypatch.setattr("stretchcoach.files.disk.whole_file.KEEPS_OPEN_FILES", True)
    refuse_unwritable(path)
    path.write_text("old")
    refuse_unwritable(path)
    opened = os.open

    def open_unless_held(file: Path, flags: int, mode: int = 0o777) -> int:
        if Path(file) == path:
            raise PermissionError(errno.EACCES, "The file is used by another program", str(file))
        return opened(file, flags, mode)

    monkeypatch.setattr("os.open", open_unless_held)
    with pytest.raises(PermissionError, match="another program"):
        refuse_unwritable(path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"

    def fill(stream: TextIO) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OSError, match="No space") as refused:
        replace_file(path, fill)
    assert refused.value.filename == str(path)
    assert list(tmp_path.iterdir()) == []
