"""The folder of what was taken in."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from stretchcoach.files.packs.received import Received


@pytest.fixture
def received(tmp_path: Path) -> Received:
    return Received(tmp_path / "data" / "received")


def unpack(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir()
    (folder / name / f"{name}.yaml").write_text(text)


def take(received: Received, text: str, *names: str) -> None:
    with received.unpacking() as folder:
        for name in names:
            unpack(folder, name, text)
        received.take(folder, names)


def texts(received: Received) -> dict[str, str]:
    return {path.stem: path.read_text() for path in received.routine_files()}


def test_nothing_is_there_at_first(received: Received) -> None:
    assert received.routine_files() == ()
    assert received.plan_folders() == ()
    with received.unpacking():
        pass
    assert not received.folder.exists()


def test_what_is_taken_takes_the_place_of_what_was_there(received: Received) -> None:
    take(received, "one", "a", "b")
    take(received, "two", "b", "c")
    assert texts(received) == {"a": "one", "b": "two", "c": "two"}
    assert sorted(path.name for path in received.folder.iterdir()) == ["a", "b", "c"]
    assert received.has(received.routine_files()[0])
    assert not received.has(Path("a.yaml"))


def test_all_is_as_before_where_one_cannot_be_taken(
    received: Received, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(received, "one", "a", "c")
    usual = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name == "c" and ".new-" in str(self):
            raise OSError(13, "Permission denied")
        return usual(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="Permission"):
        take(received, "two", "a", "b", "c")
    assert texts(received) == {"a": "one", "c": "one"}
    assert sorted(path.name for path in received.folder.iterdir()) == ["a", "c"]


def test_a_power_cut_between_two_names_loses_nothing(received: Received) -> None:
    take(received, "one", "a")
    (received.folder / "a").rename(received.folder / ".old-a")
    assert texts(received) == {"a": "one"}
    assert [path.name for path in received.folder.iterdir()] == ["a"]


def test_what_is_removed_can_be_brought_back(received: Received) -> None:
    take(received, "one", "a")
    received.remove("a")
    assert texts(received) == {}
    received.restore("a")
    assert texts(received) == {"a": "one"}
    received.remove("a")
    take(received, "two", "a")
    received.remove("a")
    received.restore("a")
    assert texts(received) == {"a": "two"}


def test_what_came_again_is_not_replaced_by_what_was_removed(received: Received) -> None:
    take(received, "one", "a")
    received.remove("a")
    take(received, "two", "a")
    with pytest.raises(OSError):  # noqa: PT011  each system has its own word
        received.restore("a")
    assert texts(received) == {"a": "two"}


def test_a_full_disk_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    def fill() -> None:
        with Received(tmp_path / "received").unpacking() as folder:
            (folder / "half").write_text("half")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OSError, match="No space") as refused:
        fill()
    assert refused.value.filename == str(tmp_path / "received")
    assert list(tmp_path.iterdir()) == []
