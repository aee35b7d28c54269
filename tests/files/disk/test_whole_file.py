"""A file is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import pytest

from stretchcoach.files.disk.whole_file import replace_bytes, replace_file


class FailingError(Exception):
    pass


def write(stream: TextIO) -> None:
    stream.write("new\r\n")


def fail(stream: TextIO) -> None:
    stream.write("half")
    raise FailingError


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
