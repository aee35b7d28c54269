"""The program in a real window, on a display of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from stretchcoach.files.database.history_db import HistoryDb
from tests.source_code import ROOT

XVFB_RUN = shutil.which("xvfb-run")
HANGS_S = 60


@pytest.mark.skipif(XVFB_RUN is None, reason="xvfb is not installed")
def test_a_session_in_a_real_window(data: Path, tmp_path: Path) -> None:
    picture = tmp_path / "session.png"
    screen = ["-a", "-s", "-screen 0 1440x900x24"]
    program = [sys.executable, "-m", "tests.e2e.window_process"]
    run = subprocess.run(
        [str(XVFB_RUN), *screen, *program, "--data-dir", str(data), str(picture)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONFAULTHANDLER": "1"},
        capture_output=True,
        text=True,
        timeout=HANGS_S,
    )
    # Qt says nothing of missing sound devices; GLib grumbles when the thread of a voice ends.
    said = [line for line in run.stderr.splitlines() if line and "GLib-CRITICAL" not in line]
    assert said == []
    assert run.returncode == 0
    assert run.stdout.splitlines() == ["title Stretch Coach", "platform xcb", "closes"]
    assert QImage(str(picture)).width() >= 720
    db = HistoryDb(data / "diary.sqlite3")
    assert [row["state"] for row in db.rows("SELECT state FROM session")] == ["stopped"]
    db.close()
