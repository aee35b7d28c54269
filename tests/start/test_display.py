"""A display is one that answers."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from stretchcoach.start import display
from stretchcoach.start.display import display_problem
from tests.source_code import ROOT

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="there always is a display"
)
XVFB_RUN = shutil.which("xvfb-run")
NONE = "There is no display."


def test_without_a_name_there_is_none() -> None:
    assert display_problem({}) == NONE
    assert display_problem({"DISPLAY": "", "WAYLAND_DISPLAY": ""}) == NONE
    assert display_problem({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}) == NONE


def test_what_qt_was_told_to_use_is_for_qt_to_judge() -> None:
    for platform in ("offscreen", "minimal:size=9x9", "vnc", "nonsense"):
        assert display_problem({"QT_QPA_PLATFORM": platform}) == ""


@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": ":4711"},
        {"DISPLAY": "unix:4711.0"},
        {"DISPLAY": "garbage"},
        {"DISPLAY": "/no/such/socket:0"},
        {"DISPLAY": "localhost:99999999"},
        {"DISPLAY": "[::1]:59001"},
        {"WAYLAND_DISPLAY": "nope", "XDG_RUNTIME_DIR": "/nowhere"},
        {"WAYLAND_DISPLAY": "nope"},
        {"WAYLAND_DISPLAY": "/no/such/socket"},
        {"WAYLAND_DISPLAY": "nope", "DISPLAY": ":4711"},
        {"WAYLAND_DISPLAY": "w" * 300, "XDG_RUNTIME_DIR": "/run"},
        {"QT_QPA_PLATFORM": "wayland-egl", "WAYLAND_DISPLAY": "nope", "DISPLAY": ":4711"},
    ],
)
def test_one_that_is_not_there_is_named(environment: dict[str, str]) -> None:
    problem = display_problem(environment)
    assert problem.endswith("does not answer.")
    asked = environment.get("WAYLAND_DISPLAY", environment.get("DISPLAY", ""))
    assert asked in problem


def test_a_wayland_compositor_is_there_where_its_socket_is(tmp_path: Path) -> None:
    (tmp_path / "wayland-7").touch()
    assert display_problem({"WAYLAND_DISPLAY": str(tmp_path / "wayland-7")}) == ""
    there = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert display_problem(there) == ""
    assert display_problem({**there, "DISPLAY": ":4711"}) == ""


class FarServer(Thread):
    """An X server reached over the network, that says `answer`, or nothing."""

    def __init__(self, answer: bytes) -> None:
        super().__init__()
        self._answer = answer
        self._socket = socket.create_server(("localhost", 0))
        self.display = f"localhost:{self._socket.getsockname()[1] - display.X_PORT}.0"
        self.heard = b""

    def run(self) -> None:
        with self._socket, self._socket.accept()[0] as caller:
            self.heard = caller.recv(64)
            caller.sendall(self._answer)
            with suppress(ConnectionResetError):
                caller.recv(64)  # until it hangs up


@pytest.mark.parametrize(
    ("answer", "problem"),
    [(b"\0refused", ""), (b"\1welcome", ""), (b"", "The display {} does not answer.")],
    ids=["wants to know who calls", "welcomes", "is stopped"],
)
def test_a_far_x_server_is_there_when_it_answers(
    answer: bytes, problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(display, "ANSWER_S", 5.0 if answer else 0.05)
    server = FarServer(answer)
    server.start()
    assert display_problem({"DISPLAY": server.display}) == problem.format(server.display)
    server.join()
    assert server.heard == display.X_HELLO


@pytest.mark.skipif(XVFB_RUN is None, reason="xvfb is not installed")
def test_a_real_x_server_is_there() -> None:
    script = "from stretchcoach.start.display import display_problem; print([display_problem()])"
    run = subprocess.run(
        [str(XVFB_RUN), "-a", sys.executable, "-c", script],
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if not key.startswith("QT_")},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.stdout == "['']\n", run.stderr


# What Qt alone can find out.

ROUTINE = """\
format: stretchcoach/1
id: short
title: Short
defaults: {get_ready: 1s, switch: 1s}
steps:
  - exercise: figure-4-supine
    sets: 1
    hold: 1s
"""


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"DISPLAY": ":4711"}, "The display :4711 does not answer."),
        ({"QT_QPA_PLATFORM": "nonsense"}, "No window can be shown: Could not find the Qt platform"),
        ({"QT_QPA_PLATFORM": "linuxfb:fb=/nowhere"}, "No window can be shown: "),
    ],
    ids=["unreachable", "no such platform", "no screen"],
)
def test_the_program_says_so_and_coaches_in_the_terminal(
    tmp_path: Path, environment: dict[str, str], said: str
) -> None:
    (tmp_path / "short.yaml").write_text(ROUTINE)
    plain = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    plain.pop("DISPLAY", None)
    plain.pop("WAYLAND_DISPLAY", None)
    data = str(tmp_path / "data")
    run = subprocess.run(
        [*(sys.executable, "-m", "stretchcoach"), "--data-dir", data, tmp_path / "short.yaml"],
        cwd=ROOT,
        env={**plain, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.stderr.startswith(said), run.stderr
    assert run.stderr.endswith("The coach starts in the terminal.\n")
    assert run.returncode == 0
    assert "Lying figure four" in run.stdout
