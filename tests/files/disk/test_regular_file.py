"""Only regular files are read, and only as much as is wanted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stretchcoach.files.disk.regular_file import NotRegularError, read_regular


def test_the_content_and_no_more_than_a_byte_too_many(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_regular(path, 5) == b"12345"
    assert read_regular(path, 3) == b"1234"


def test_nothing_else_is_read_or_waited_for(tmp_path: Path) -> None:
    with pytest.raises(NotRegularError, match="it is no ordinary file"):
        read_regular(tmp_path, 9)
    with pytest.raises(FileNotFoundError):
        read_regular(tmp_path / "a", 9)
    with pytest.raises(ValueError, match="null"):
        read_regular(Path("a\0b"), 9)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_even_when_it_comes_in_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, file = tmp_path / "pipe", tmp_path / "file"
    file.touch()
    os.mkfifo(path)
    with pytest.raises(NotRegularError):
        read_regular(path, 9)
    ordinary = os.stat(file)
    monkeypatch.setattr(os, "stat", lambda path: ordinary)
    with pytest.raises(NotRegularError):
        read_regular(path, 9)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such device")
def test_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("/dev/zero")
    with pytest.raises(NotRegularError):
        read_regular(tmp_path / "a", 9)
