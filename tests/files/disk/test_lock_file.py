"""A file that one program at a time holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from stretchcoach.files.disk.lock_file import LockFile

HOLD = """
import sys
from pathlib import Path
from stretchcoach.files.disk.lock_file import LockFile
lock = LockFile(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


def test_only_one_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "lock"
    first, second = LockFile(path), LockFile(path)
    assert first.take()
    assert first.take()
    assert not second.take()
    first.let_go()
    first.let_go()
    assert not path.exists()
    assert second.take()
    second.let_go()


def test_whoever_ends_holds_it_no_longer(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        mine = LockFile(path)
        assert not mine.take()
        process.kill()
    assert path.exists()
    assert mine.take()
    mine.let_go()


def test_a_file_that_went_away_meanwhile_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"

    def lock_too_late(_descriptor: int) -> None:
        path.unlink()

    with monkeypatch.context() as patched:
        patched.setattr("stretchcoach.files.disk.lock_file._lock", lock_too_late)
        assert not LockFile(path).take()
    lock = LockFile(path)
    assert lock.take()
    lock.let_go()


def test_where_no_file_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises((FileExistsError, NotADirectoryError)):
        LockFile(tmp_path / "file" / "lock").take()

    def cannot(_descriptor: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("stretchcoach.files.disk.lock_file._lock", cannot)
    with pytest.raises(OSError, match="not supported"):
        LockFile(tmp_path / "lock").take()
