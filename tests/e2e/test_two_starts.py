"""One window for a data folder: a second start shows its file in the first."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.session_page.page import SessionPage
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import ROUTINE
from tests.e2e.led_program import LedProgram
from tests.source_code import ROOT

Led = Callable[[str], LedProgram]


@pytest.fixture
def led(data: Path) -> Iterator[Led]:
    programs: list[LedProgram] = []

    def lead(place: str) -> LedProgram:
        programs.append(LedProgram(data, place))
        return programs[-1]

    yield lead
    for program in programs:
        program.leave()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    own = tmp_path / "own.yaml"
    own.write_text(ROUTINE.replace("id: short", "id: own").replace("title: Short", "title: Mine"))
    return own


def started_again(data: Path, *arguments: str, cwd: Path = ROOT) -> tuple[int, str, str]:
    """A second start, to its end."""
    run = subprocess.run(
        [sys.executable, "-m", "stretchcoach", "--data-dir", str(data), *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=90,
    )
    return run.returncode, run.stdout, run.stderr


IN_FRONT = "Stretch Coach is open already; its window was brought to the front.\n"


def test_a_second_start_ends_and_its_file_opens_in_the_first(
    led: Led, data: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = led("list")
    program.hear("there")
    assert started_again(data) == (0, IN_FRONT, "")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    assert started_again(data, own.name, cwd=own.parent) == (0, IN_FRONT, "")
    program.hear("routine Mine")


def test_after_a_crash_the_next_start_opens(led: Led) -> None:
    program = led("list")
    program.hear("there")
    assert program.end_by(signal.SIGKILL) == -signal.SIGKILL
    again = led("list")
    again.hear("there")
    assert again.end_by(signal.SIGTERM) == 0


def test_a_file_that_comes_in_a_session_waits_for_its_end(start: Starter, own: Path) -> None:
    app = start()
    app.start()
    app.coach._on_second_start(None)
    app.coach._on_second_start(own)
    page = app.page(SessionPage)
    assert page.word.sentence == "“own.yaml” opens when the session is over."
    assert app.runner.is_running
    page.stop_asked.emit()
    app.click("Done for today")
    assert app.page(RoutinePage).accessibleName() == "Mine"


def test_a_file_that_comes_to_a_minimized_window_is_seen(start: Starter, own: Path) -> None:
    app = start()
    app.window.showMinimized()
    app.coach._on_second_start(own)
    assert not app.window.isMinimized()
    assert app.page(RoutinePage).accessibleName() == "Mine"
