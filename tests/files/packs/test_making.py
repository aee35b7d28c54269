"""Writing packs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stretchcoach.files.packs import making
from stretchcoach.files.packs.making import PackNotMadeError, write_pack
from stretchcoach.files.packs.pack_zip import MOST_BYTES, MOST_ENTRIES, open_pack
from tests.files.packs.packs import GOOD


def test_the_same_files_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {**GOOD, "a/a.yaml": b"a"}
    write_pack(files, tmp_path / "one")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    write_pack(dict(reversed(files.items())), tmp_path / "two")
    os.utime(tmp_path / "two", (0, 0))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_was_written_can_be_read(tmp_path: Path) -> None:
    write_pack(GOOD, tmp_path / "p")
    with open_pack(tmp_path / "p") as pack:
        assert pack.read("mine/mine.yaml", 1000) == GOOD["mine/mine.yaml"]


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({f"a/{n}.yaml": b"" for n in range(MOST_ENTRIES + 1)}, "too many files"),
        ({f"a/{n}.png": bytes(MOST_BYTES // 4) for n in range(5)}, "largest file is a/0.png"),
        ({"con/con.yaml": b""}, "con/con.yaml cannot be packed: Windows"),
    ],
)
def test_what_nobody_could_take_in_is_not_written(
    tmp_path: Path, files: dict[str, bytes], reason: str
) -> None:
    (tmp_path / "p").write_text("before")
    with pytest.raises(PackNotMadeError, match=reason):
        write_pack(files, tmp_path / "p")
    assert (tmp_path / "p").read_text() == "before"


def test_a_disk_that_is_full_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    (tmp_path / "p").write_text("before")
    monkeypatch.setattr("zipfile.ZipFile.writestr", full)
    with pytest.raises(OSError, match="No space"):
        write_pack(GOOD, tmp_path / "p")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("p", "before")]
    assert making.ENDING == ".stretchpack"
