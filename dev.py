#!/usr/bin/env python3
"""Run Stretch Coach, or check it, on a fresh machine too.

    python3 dev.py run [ARGUMENTS OF STRETCHCOACH...]
    python3 dev.py test [ARGUMENTS OF PYTEST...]
    python3 dev.py build
    python3 dev.py fuzz [SECONDS] [--seed N] [--guided yaml|settings|import]

Needs Python 3.10 or newer and nothing else. Each command first makes sure of what it needs:
the libraries of the system, and the packages of requirements/*.txt in .venv. When all of that
is there, this takes well under a second.

`run` starts the program, or its coach in the terminal where there is no display. `test` runs
ruff, mypy and pytest. Without arguments it also asks for full branch coverage of the core.
`build` makes the program that starts without Python. `fuzz` feeds changed files to what reads
files, for as long as asked.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# What is installed: a line for each lock file. Empty while an installation is under way, so
# that one that was cut off is known by it.
STATE = VENV / "dev-state"
OLDEST_PYTHON = (3, 10)
THIS_PYTHON = "{}.{}".format(*sys.version_info[:2])

QT = ["libegl1", "libgl1", "libdbus-1-3", "libfontconfig1", "libxkbcommon0", "libglib2.0-0"]
SOUND = ["libpulse0", "libgssapi-krb5-2"]
X11 = ["libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0"]
VOICE = ["speech-dispatcher", "speech-dispatcher-espeak-ng", "espeak-ng"]
VIRTUAL_DISPLAY = ["xvfb", "xauth"]
PDF_READER = ["poppler-utils"]
SOUND_SERVER = ["pulseaudio", "pulseaudio-utils"]  # its null sink takes the place of a sound card
# Apart from the rest: where another one is there already, or the system has it under another
# name, nothing else must fail for it.
BROWSER = ["chromium"]
BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
DESKTOP = ["desktop-file-utils", "appstream", "libxml2-utils", "shared-mime-info"]
FOR_TESTS = [*DESKTOP, *VIRTUAL_DISPLAY, *PDF_READER, *SOUND_SERVER]
FOR_BUILD = [*VIRTUAL_DISPLAY, "binutils", "xdotool"]  # the last presses keys in what was built
SYSTEM_PACKAGES = {
    "run": [*QT, *SOUND, *X11, *VOICE],
    "test": [*QT, *SOUND, *X11, *VOICE, *FOR_TESTS],
    "build": [*QT, *SOUND, *X11, *VOICE, *FOR_BUILD],
}

SUBCOMMANDS = {
    "backup",
    "check",
    "figure",
    "handout",
    "history",
    "import",
    "list",
    "pack",
    "page",
    "play",
    "report",
    "restore",
    "schema",
    "show",
}
# The tests run on all cores, those of a file together, for they share what is dear to make. The
# core is covered by its own tests, so the others need not bear the counting.
SIDE_BY_SIDE = ["-n", "auto", "--dist", "loadfile"]
TESTS_OF_CORE = ["tests/core", "tests/routines"]
# They start programs, send signals and ask the sound: one after the other, in peace.
TESTS_OF_PROGRAMS = ["tests/commands", "tests/e2e", "tests/start", "tests/terminal"]
COVERAGE = ["--cov", "--cov-report=term-missing:skip-covered"]
ALL_TESTS = {
    "pytest of the core": ["pytest", *SIDE_BY_SIDE, *COVERAGE, *TESTS_OF_CORE],
    "pytest of the rest": [
        *("pytest", *SIDE_BY_SIDE),
        *(f"--ignore={folder}" for folder in (*TESTS_OF_CORE, *TESTS_OF_PROGRAMS)),
    ],
    "pytest of whole programs": ["pytest", *TESTS_OF_PROGRAMS],
}
# The locks that are installed with that of a command: the one of the tests holds all of `run`.
INSTALLED_WITH = {"run": ["run"], "test": ["run", "test"], "build": ["run", "build"]}
INFORMATION = {"-h", "--help", "--version"}


class SetupError(Exception):
    """Something a person has to know about; its text says what and what to do."""


def say(text: str) -> None:
    """Tell the person something, apart from the output of the program itself."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


# The system


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def missing_packages(names: list[str], dpkg_lines: str) -> list[str]:
    """Those of `names` that `dpkg_lines`, lines of "status name", does not show as installed.

    Debian 13 and Ubuntu 24.04 added "t64" to the names of some libraries.
    """
    installed = {
        name.removesuffix("t64")
        for status, _, name in (line.partition(" ") for line in dpkg_lines.splitlines())
        if status == "installed"
    }
    return [name for name in names if name not in installed]


def ensure_system_packages(names: list[str]) -> list[str]:
    """Install those of the Debian packages `names` that are missing; return what still is.

    As root it installs them, otherwise it prints the command. Where there is no apt, it
    cannot know and returns nothing.
    """
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return []
    query = ["dpkg-query", "-W", "-f=${db:Status-Status} ${Package}\n"]
    known = subprocess.run(
        [*query, *names, *(f"{name}t64" for name in names)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    missing = missing_packages(names, known.stdout)
    if not missing:
        return []
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if not is_root():
        say(f"Missing on this system. Install with:\n  sudo {' '.join(install)}")
        return missing
    say(f"Installing for the system: {' '.join(missing)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        if subprocess.call(command, env=environment, stdout=sys.stderr):
            say(f"This did not work: {' '.join(command)}")
            return missing
    return []


def has_display() -> bool:
    if os.name == "nt" or sys.platform == "darwin":
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


# The packages of Python


def lock_file(command: str) -> Path:
    return ROOT / "requirements" / f"{command}.txt"


def fingerprint(command: str) -> str:
    """The line of the state file that says that the lock of `command` is installed."""
    digest = hashlib.sha256(lock_file(command).read_bytes()).hexdigest()
    return f"{command} {THIS_PYTHON} {digest}"


def ensure_environment(command: str) -> bool:
    """Make .venv hold what the lock of `command` names; return whether anything was done."""
    state = STATE.read_text("utf-8").splitlines() if STATE.exists() else []
    if VENV_PYTHON.exists() and fingerprint(command) in state:
        return False
    if not environment_is_sound():
        create_environment()
        state = []
    STATE.write_text("", "utf-8")
    install_packages(command)
    new = [fingerprint(one) for one in INSTALLED_WITH[command]]
    others = (one for one in INSTALLED_WITH if one not in INSTALLED_WITH[command])
    there = [fingerprint(one) for one in others if lock_file(one).exists()]
    STATE.write_text("\n".join([*new, *filter(state.__contains__, there)]) + "\n", "utf-8")
    return True


def environment_is_sound() -> bool:
    """Whether packages can be installed into .venv as it is: made whole, by this Python."""
    cut_off = STATE.exists() and not STATE.read_text("utf-8")
    if cut_off or not VENV_PYTHON.exists():
        return False
    ask = "import pip, sys; print('{}.{}'.format(*sys.version_info[:2]))"
    try:
        answer = subprocess.check_output(
            [str(VENV_PYTHON), "-c", ask], stderr=subprocess.DEVNULL, text=True
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer.strip() == THIS_PYTHON


def create_environment() -> None:
    """Make an empty .venv, in the place of one that is broken or of another Python."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise SetupError(".venv must be made anew; start this with the Python outside of it.")
    say(f"Making .venv with Python {THIS_PYTHON}")
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    STATE.write_text("", "utf-8")
    if subprocess.call([sys.executable, "-m", "venv", VENV], stdout=sys.stderr):
        shutil.rmtree(VENV)
        raise SetupError(f".venv could not be made; the reason stands above.{disk_space()}")


def venv_packages() -> list[str]:
    """What apt must add for .venv: Debian keeps a part of the standard library apart."""
    from importlib.util import find_spec

    if VENV_PYTHON.exists() or (find_spec("venv") and find_spec("ensurepip")):
        return []
    system_python = Path("/usr/bin/python3").resolve() == Path(sys.executable).resolve()
    return ["python3-venv" if system_python else f"python{THIS_PYTHON}-venv"]


def install_packages(command: str) -> None:
    """Install exactly what the lock of `command` names, each file checked by its hash."""
    say("Installing the packages (the first time, this fetches some 250 MB)")
    pip = ["-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--no-user"]
    exact = ["--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(lock_file(command))]
    if subprocess.call([str(VENV_PYTHON), *pip, *exact], stdout=sys.stderr):
        raise SetupError(
            "The packages could not be installed; pip says why above. Is there a network?"
            f"{disk_space()} The next start tries again."
        )


def disk_space() -> str:
    free_mb = shutil.disk_usage(ROOT).free // 1_000_000
    return f" Only {free_mb} MB are free on the disk; about 1500 are needed." * (free_mb < 1500)


def check_that_qt_loads(missing: list[str]) -> None:
    """Raise SetupError with the reason of the system when Qt cannot be loaded."""
    answer = subprocess.run(
        [str(VENV_PYTHON), "-c", "import PySide6.QtWidgets"],
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        reason = (answer.stderr.strip().splitlines() or ["no reason given"])[-1]
        named = " (the command stands above)" if missing else ""
        raise SetupError(f"Qt cannot be loaded: {reason}\nInstall what is missing{named}.")


def prepare(command: str) -> tuple[bool, list[str]]:
    """Make sure of all that `command` needs; whether that was new, and what is still missing."""
    missing = ensure_system_packages([*SYSTEM_PACKAGES[command], *venv_packages()])
    return ensure_environment(command), missing


# The commands


def opens_window(arguments: list[str]) -> bool:
    """Whether the program with these arguments opens its window."""
    return SUBCOMMANDS.isdisjoint(arguments) and INFORMATION.isdisjoint(arguments)


def run(arguments: list[str]) -> int:
    changed, missing = prepare("run")
    if opens_window(arguments) and not has_display():
        say("There is no display here, so this is the coach in the terminal.")
        arguments = ["play", *arguments]
    elif opens_window(arguments) and (changed or missing):
        check_that_qt_loads(missing)
    search_path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": search_path}
    command = [str(VENV_PYTHON), "-m", "stretchcoach", *arguments]
    if os.name != "nt":
        os.execve(command[0], command, environment)
    # On Windows a process that is replaced does not keep its exit code.
    return subprocess.call(command, env=environment)


def test(arguments: list[str]) -> int:
    changed, missing = prepare("test")
    if not any(map(shutil.which, BROWSERS)):
        ensure_system_packages(BROWSER)
    if changed or missing:
        check_that_qt_loads(missing)
    checks = {
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "mypy": ["mypy"],
        **({"pytest": ["pytest", *arguments]} if arguments else ALL_TESTS),
    }
    start_s = time.monotonic()
    failed = []
    for name, words in checks.items():
        print(f"== {name}", flush=True)
        if subprocess.call([str(VENV_PYTHON), "-m", *words], cwd=ROOT):
            failed.append(name)
    seconds = round(time.monotonic() - start_s)
    if failed:
        print(f"== FAILED: {', '.join(failed)} ({seconds} s)", flush=True)
        return 1
    print(f"== All passed: {', '.join(checks)} ({seconds} s)", flush=True)
    return 0


def fuzz(arguments: list[str]) -> int:
    prepare("test")
    command = [str(VENV_PYTHON), "-m", "tests.corpus.fuzz", *arguments]
    return subprocess.call(command, cwd=ROOT)


def build(arguments: list[str]) -> int:
    prepare("build")
    return subprocess.call([str(VENV_PYTHON), "packaging/build.py"], cwd=ROOT)


def main(arguments: list[str]) -> int:
    commands = {one.__name__: one for one in (run, test, build, fuzz)}
    if sys.version_info < OLDEST_PYTHON:
        say(f"Python 3.10 or newer is needed; this is {THIS_PYTHON}. See https://python.org")
        return 1
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return commands[arguments[0]](arguments[1:])
    except SetupError as error:
        say(str(error))
    except OSError as error:
        say(f"{error}{disk_space()}")
    except KeyboardInterrupt:
        say("Stopped. The next start goes on from here.")
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
