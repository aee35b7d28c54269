"""The real program as another process, led to a place: see `led_process.py`."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

from tests.source_code import ROOT

HANGS_S = 90


class LedProgram:
    """The program, led to a place."""

    def __init__(self, data: Path, place: str) -> None:
        program = [sys.executable, "-m", "tests.e2e.led_process", place]
        self.process = subprocess.Popen(
            [*program, "--data-dir", str(data)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.heard: list[str] = []
        self._frozen = Timer(HANGS_S, self.process.kill)
        self._frozen.start()

    def hear(self, words: str) -> None:
        """Read what it says until it says `words`."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.heard.append(line.strip())
            if line.strip() == words:
                return
        raise AssertionError(f"it ended before “{words}”: {self.heard}")

    def end_by(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait()

    def leave(self) -> None:
        self._frozen.cancel()
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()
