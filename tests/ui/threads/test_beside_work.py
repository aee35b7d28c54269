"""Work beside the window: told of, cancelled, and over whatever happens."""

from __future__ import annotations

import errno
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from stretchcoach.core.work.watch import Watch
from stretchcoach.files.disk.whole_file import replace_bytes
from stretchcoach.ui.threads.beside_work import BesideWork, Outcome
from stretchcoach.ui.threads.file_work import FileWork


def wording(percent: int) -> str:
    return f"{percent} %"


def outcome(qtbot: QtBot, work: BesideWork, begin: Callable[[], None]) -> Outcome:
    with qtbot.waitSignal(work.finished) as finished:
        begin()
    work.wait()
    told = finished.args[0]
    assert isinstance(told, Outcome)
    assert not work.is_running
    return told


def test_it_tells_each_percentage_once_and_what_was_found(qtbot: QtBot) -> None:
    owner, told, found = QObject(), list[str](), list[str]()
    work = BesideWork(owner, "test")
    work.progressed.connect(told.append)

    def do(watch: Watch) -> Outcome:
        for share in (0.0, 0.5, 0.501, 0.51):
            watch(share)
        thread = threading.current_thread().name
        return Outcome("done", then=lambda: found.append(thread))

    assert outcome(qtbot, work, lambda: work.begin(do, wording, "left")).words == "done"
    assert told == ["0 %", "0 %", "50 %", "51 %"]
    assert found == ["test"]


def test_cancelled_work_is_left_at_its_next_step(qtbot: QtBot) -> None:
    owner, go_on = QObject(), threading.Event()
    work = BesideWork(owner, "test")

    def do(watch: Watch) -> Outcome:
        assert go_on.wait(60)
        watch(0.5)
        raise AssertionError

    def begin_and_cancel() -> None:
        work.begin(do, wording, "left")
        work.begin(do, wording, "never begun")
        work.cancel()
        go_on.set()

    assert outcome(qtbot, work, begin_and_cancel) == Outcome("left")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_whatever_happens_the_next_piece_can_be_begun(qtbot: QtBot) -> None:
    owner = QObject()
    work = BesideWork(owner, "test")

    def fail(watch: Watch) -> Outcome:
        raise ZeroDivisionError

    told = outcome(qtbot, work, lambda: work.begin(fail, wording, "left"))
    assert told.words == "This did not work."
    then = outcome(qtbot, work, lambda: work.begin(lambda watch: Outcome("ok"), wording, "left"))
    assert then.words == "ok"


def raising(error: Exception) -> Callable[[Watch], None]:
    def write(watch: Watch) -> None:
        raise error

    return write


def test_a_file_is_written_or_it_is_said_why_not(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    work = FileWork(owner)
    path = tmp_path / "a\nb"

    def write(watch: Watch) -> None:
        replace_bytes(path, b"new")

    told = outcome(qtbot, work, lambda: work.write(path, write, wording))
    assert told.file == path
    assert told.words == f"Written to {tmp_path}/a b."
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    for error, words in ((full, "No space left"), (sqlite3.OperationalError("locked"), "locked")):
        told = outcome(qtbot, work, lambda: work.write(path, raising(error), wording))  # noqa: B023
        assert words in told.words
        assert told.file is None


def test_whether_a_place_can_be_written_is_asked_before_the_work(
    qtbot: QtBot, tmp_path: Path
) -> None:
    owner, begun = QObject(), list[str]()
    work = FileWork(owner)
    path = tmp_path / "gone" / "x"

    def write(watch: Watch) -> None:
        begun.append("begun")

    told = outcome(qtbot, work, lambda: work.write(path, write, wording))
    assert told.words == f"{path} cannot be written: No such file or directory."
    assert begun == []
