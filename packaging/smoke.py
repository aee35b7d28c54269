"""Tries a program that was built: `python packaging/smoke.py FOLDER`.

It is started without Python, without its checkout and in a home of its own: the commands, then a
window on a display of its own, in which a routine is begun by the keyboard.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

HANGS_S = 60
ROUTINE = """\
format: stretchcoach/1
id: tried
title: Tried
defaults: {get_ready: 5s}
steps: [{exercise: figure-4-supine, sets: 1, hold: 20s}]
"""
PROGRAM = "stretchcoach.exe" if os.name == "nt" else "stretchcoach"


class NotSoundError(Exception):
    """The program that was built does not do what it should; the text says what."""


def try_it(folder: Path) -> None:
    """NotSoundError when the program in `folder` fails."""
    with tempfile.TemporaryDirectory(prefix="stretchcoach smoke ") as home:
        trial = Trial(folder / PROGRAM, Path(home))
        trial.commands()
        trial.pack_is_taken_in()
        if sys.platform != "linux":
            print("The window was not tried: that is done on Linux alone.")
        elif not (shutil.which("xvfb-run") and shutil.which("xdotool")):
            print("The window was not tried: xvfb-run or xdotool is missing.")
        else:
            trial.window()
    print(f"{folder}: starts, opens its window, runs a routine, takes in a pack.")


class Trial:
    def __init__(self, program: Path, home: Path) -> None:
        self._program, self._home = program, home
        self._data = home / "data"
        self._routine = home / "tried.yaml"
        self._routine.write_text(ROUTINE, "utf-8")
        names = ("SYSTEMROOT", "TEMP", "DISPLAY", "XAUTHORITY")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        self._environment = {
            **kept, "HOME": str(home), "LANG": "C.UTF-8", "PATH": str(home / "nothing"),
        }  # fmt: skip

    def commands(self) -> None:
        self._expect("stretchcoach ", "--version")
        self._expect("Figure four", "show", str(self._routine))
        self._expect("All done", "play", str(self._routine), "--speed", "200", "--silent")
        self._expect("tried.pdf", "handout", str(self._routine), "-o", self._out("tried.pdf"))
        self._expect("tried.html", "page", str(self._routine), "-o", self._out("tried.html"))
        self._expect("diary.zip", "report", "--with-diary", "-o", self._out("diary.zip"))

    def pack_is_taken_in(self) -> None:
        pack = self._out("tried.stretchpack")
        self._expect("tried.stretchpack", "pack", str(self._routine), "-o", pack)
        self._expect("in your list", "import", pack, "--yes")
        listed = json.loads(self._run("list", "--json"))
        if "Tried" not in json.dumps(listed):
            raise NotSoundError("The pack was taken in, but the routine is not in the list.")

    def window(self) -> None:
        """Twice: without a display, and on one, with somebody at its keyboard."""
        settings = {"welcomed": True, "affected": "right"}
        (self._data / "settings.json").write_text(json.dumps(settings), "utf-8")
        self._until_it_listens({"QT_QPA_PLATFORM": "offscreen"}, self._end)
        if "DISPLAY" in os.environ:
            self._until_it_listens({}, self._begin_a_session)

    def _until_it_listens(self, more: dict[str, str], then: Callable[[Process], None]) -> None:
        signs = [self._data / name for name in ("window.address", "library.index")]
        for sign in signs:
            sign.unlink(missing_ok=True)
        command = [self._program, "--data-dir", self._data, self._routine]
        process = subprocess.Popen(
            command, env=self._environment | more, stderr=subprocess.PIPE, text=True
        )
        try:
            wait_until(lambda: all(sign.exists() for sign in signs), process)
            then(process)
        finally:
            process.kill()

    def _end(self, process: Process) -> None:
        """As at the end of the person's session at the computer."""
        wait_until(lambda: self._ends_by_signal(process), process)

    def _ends_by_signal(self, process: Process) -> bool:
        process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            if process.wait(1) not in (0, -signal.SIGTERM):  # before it is painted, at once
                raise NotSoundError(f"The window ended with {process.returncode}.")
        return process.returncode is not None

    def _begin_a_session(self, process: Process) -> None:
        subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Stretch Coach",
             "windowfocus", "--sync"], check=True, timeout=HANGS_S,
        )  # fmt: skip
        wait_until(self._press_until_it_runs, process)
        self._end(process)

    def _press_until_it_runs(self) -> bool:
        """Whether the session is in the diary by now; Return begins it on the routine's page."""
        subprocess.run(["xdotool", "key", "Return"], check=True, timeout=HANGS_S)
        time.sleep(1)
        with suppress(sqlite3.Error), closing(sqlite3.connect(self._data / "diary.sqlite3")) as db:
            return db.execute("SELECT count(*) FROM session").fetchone() == (1,)
        return False

    def _out(self, name: str) -> str:
        return str(self._home / name)

    def _expect(self, words: str, *arguments: str) -> None:
        said = self._run(*arguments)
        if words.casefold() not in said.casefold():
            raise NotSoundError(f"{arguments} should say “{words}”, but says:\n{said}")

    def _run(self, *arguments: str) -> str:
        rest = arguments[1:] if arguments[0] != "--version" else ()
        data = () if arguments[0] == "--version" else ("--data-dir", str(self._data))
        run = subprocess.run(
            [self._program, arguments[0], *data, *rest],
            env=self._environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            encoding="utf-8", timeout=HANGS_S,
        )  # fmt: skip
        if run.returncode:
            raise NotSoundError(f"{arguments} ended with {run.returncode}:\n{run.stderr}")
        return run.stdout


Process = subprocess.Popen[str]


def wait_until(is_so: Callable[[], bool], process: Process) -> None:
    """NotSoundError when the process ends before, or it takes too long."""
    until_s = time.monotonic() + HANGS_S
    while not is_so():
        if process.poll() is not None or time.monotonic() > until_s:
            process.kill()
            said = process.stderr.read() if process.stderr else ""
            raise NotSoundError(f"The window does not go on ({process.returncode}):\n{said}")
        time.sleep(0.05)


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]).resolve()
    if sys.platform == "linux" and "DISPLAY" not in os.environ and shutil.which("xvfb-run"):
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
        return subprocess.call([*screen, sys.executable, __file__, str(folder)])
    try:
        try_it(folder)
    except (NotSoundError, subprocess.SubprocessError) as error:
        print(f"{folder}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
