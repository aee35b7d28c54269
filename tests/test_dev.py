"""dev.py, tried whole in a folder of its own: a real .venv, a lock of one tiny package."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import dev
from stretchcoach import cli
from tests.source_code import ROOT

PROGRAM = "import sys; print('program', *sys.argv[1:]); sys.exit(7)"
# dev.py asks whether Qt loads, so the tiny package answers to its name.
PACKAGE_FILES = {
    "PySide6/__init__.py": "",
    "PySide6/QtWidgets.py": "",
    "tiny-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
    "tiny-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}


@dataclass(frozen=True)
class Checkout:
    """A folder that holds dev.py, a lock and a program, and where its packages come from."""

    root: Path
    wheels: Path

    def dev(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Start dev.py there, without network, apt and display."""
        kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        nowhere = {"PATH": str(self.root), "HOME": str(self.root), "USERPROFILE": str(self.root)}
        packages = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        return subprocess.run(
            [sys.executable, str(self.root / "dev.py"), *arguments],
            env={**kept, **nowhere, **packages, "PIP_CONFIG_FILE": os.devnull, **environment},
            cwd=self.root.parent,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def state(self) -> Path:
        return self.root / ".venv" / "dev-state"

    def lock(self, digest: str) -> None:
        """Write the lock: the tiny package, as it is known by `digest`."""
        lock = f"tiny==1.0 --hash=sha256:{digest}\n"
        (self.root / "requirements" / "run.txt").write_text(lock, "utf-8")


@pytest.fixture(scope="module")
def digest_and_wheels(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    wheels = tmp_path_factory.mktemp("wheels")
    wheel = wheels / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in PACKAGE_FILES.items():
            archive.writestr(name, text)
        record = "".join(f"{name},,\n" for name in PACKAGE_FILES)
        archive.writestr("tiny-1.0.dist-info/RECORD", f"{record}tiny-1.0.dist-info/RECORD,,\n")
    return hashlib.sha256(wheel.read_bytes()).hexdigest(), wheels


@pytest.fixture(scope="module")
def checkout(
    tmp_path_factory: pytest.TempPathFactory, digest_and_wheels: tuple[str, Path]
) -> Checkout:
    """A checkout in which nothing was started yet, at first."""
    digest, wheels = digest_and_wheels
    root = tmp_path_factory.mktemp("check out")
    (root / "requirements").mkdir()
    (root / "stretchcoach").mkdir()
    (root / "stretchcoach" / "__main__.py").write_text(PROGRAM, "utf-8")
    (root / "dev.py").write_text((ROOT / "dev.py").read_text("utf-8"), "utf-8")
    checkout = Checkout(root, wheels)
    checkout.lock(digest)
    return checkout


def test_the_life_of_a_checkout(checkout: Checkout, digest_and_wheels: tuple[str, Path]) -> None:
    """One story, because every chapter begins where the one before it ended."""
    first = checkout.dev("run", "desk.yaml", QT_QPA_PLATFORM="offscreen")
    assert (first.returncode, first.stdout) == (7, "program desk.yaml\n"), first.stderr
    assert "Installing" in first.stderr

    second = checkout.dev("run", "list")
    assert (second.returncode, second.stdout, second.stderr) == (7, "program list\n", "")

    # An installation that was cut off, and a file that is not what the lock says.
    package = next((checkout.root / ".venv").rglob("QtWidgets.py"))
    package.write_text("raise ImportError('half written')", "utf-8")
    checkout.state.write_text("", "utf-8")
    checkout.lock("0" * 64)
    refused = checkout.dev("run", "list")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "could not be installed" in refused.stderr
    assert "Traceback" not in refused.stderr

    # What another command had installed is still known to be there.
    checkout.lock(digest_and_wheels[0])
    for name in ("test", "build"):
        lock = (checkout.root / "requirements" / "run.txt").read_text("utf-8")
        (checkout.root / "requirements" / f"{name}.txt").write_text(lock, "utf-8")
    built = checkout.dev("build")
    assert "build.py" in built.stderr
    assert [line.split()[0] for line in checkout.state.read_text().splitlines()] == ["run", "build"]
    tested = checkout.dev("test", "tests")
    assert tested.returncode == 1, tested.stderr
    installed = [line.split()[0] for line in checkout.state.read_text().splitlines()]
    assert installed == ["run", "test", "build"]
    assert "Installing" not in checkout.dev("build").stderr

    repaired = checkout.dev("run", "list")
    assert (repaired.returncode, repaired.stdout) == (7, "program list\n"), repaired.stderr
    assert next((checkout.root / ".venv").rglob("QtWidgets.py")).read_text("utf-8") == ""


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there always is a display")
def test_without_a_display_the_coach_in_the_terminal_starts(checkout: Checkout) -> None:
    without = checkout.dev("run", "--speed", "9")
    assert (without.returncode, without.stdout) == (7, "program play --speed 9\n")
    assert "no display" in without.stderr
    assert checkout.dev("run", DISPLAY=":0").stdout == "program\n"
    assert checkout.dev("run", WAYLAND_DISPLAY="wayland-0").stdout == "program\n"


@pytest.mark.parametrize("arguments", [[], ["desk.yaml"], ["--data-dir", "here", "desk.yaml"]])
def test_these_open_the_window(arguments: list[str]) -> None:
    assert dev.opens_window(arguments)


@pytest.mark.parametrize(
    "arguments", [["list"], ["--data-dir", "here", "list"], ["play", "desk"], ["--help"]]
)
def test_these_open_no_window(arguments: list[str]) -> None:
    assert not dev.opens_window(arguments)


def test_all_subcommands_are_known() -> None:
    assert set(cli.COMMANDS) == dev.SUBCOMMANDS


@pytest.mark.parametrize("arguments", [[], ["walk"]])
def test_bad_usage_shows_the_two_commands(arguments: list[str], checkout: Checkout) -> None:
    answer = checkout.dev(*arguments)
    assert answer.returncode == 2
    assert "dev.py run" in answer.stdout
    assert "dev.py test" in answer.stdout


def test_a_python_too_old_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 0))
    assert dev.main(["run"]) == 1
    assert "or newer is needed" in capsys.readouterr().err


def test_a_full_disk_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(command: str) -> tuple[bool, list[str]]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(dev, "prepare", full)
    assert dev.main(["run"]) == 1
    assert "No space left on device" in capsys.readouterr().err


# The system packages


def test_only_installed_packages_count() -> None:
    lines = "installed libegl1\nconfig-files libgl1\ninstalled libglib2.0-0t64\n"
    names = ["libegl1", "libgl1", "libglib2.0-0", "xvfb"]
    assert dev.missing_packages(names, lines) == ["libgl1", "xvfb"]


class FakeApt:
    """A Debian on which nothing is installed, that notes what it is told to do."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, root: bool, exit_code: int = 0) -> None:
        self.commands: list[list[str]] = []
        self._exit_code = exit_code
        monkeypatch.setattr(dev, "is_root", lambda: root)
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(subprocess, "run", self._query)
        monkeypatch.setattr(subprocess, "call", self._call)

    def _query(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, stdout="installed xauth\n")

    def _call(self, command: list[str], **_: object) -> int:
        self.commands.append(command)
        return self._exit_code


def test_root_installs_what_is_missing_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    apt = FakeApt(monkeypatch, root=True)
    assert dev.ensure_system_packages(["xvfb", "xauth"]) == []
    install = ["apt-get", "install", "-y", "--no-install-recommends", "xvfb"]
    assert apt.commands == [["apt-get", "update"], install]


def test_others_are_shown_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    apt = FakeApt(monkeypatch, root=False)
    assert dev.ensure_system_packages(["xvfb", "xauth"]) == ["xvfb"]
    assert apt.commands == []
    command = "sudo apt-get install -y --no-install-recommends xvfb"
    assert command in capsys.readouterr().err


def test_a_failing_apt_leaves_the_packages_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    FakeApt(monkeypatch, root=True, exit_code=100)
    assert dev.ensure_system_packages(["xvfb", "xauth"]) == ["xvfb"]


# The locks


def locked(name: str) -> dict[str, set[str]]:
    """The pinned requirements of a lock file, each with its hashes."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            requirement, *hashes = line.split("--hash=")
            found[requirement.strip()] = {digest.strip() for digest in hashes}
    return found


@pytest.mark.parametrize("name", ["test", "build"])
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    for requirement, hashes in locked(name).items():
        assert re.match(r"[a-z0-9-]+==[^ ]+", requirement), requirement
        assert hashes, requirement
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", digest) for digest in hashes)


@pytest.mark.parametrize("name", ["test", "build"])
def test_the_other_locks_hold_the_lock_of_the_program(name: str) -> None:
    """The markers may differ: what the tests need may need a package on more systems."""
    run, other = (
        {(one.partition(" ;")[0], frozenset(hashes)) for one, hashes in locked(lock).items()}
        for lock in ("run", name)
    )
    assert run <= other


def test_the_locks_of_tests_and_build_stand_in_one_environment() -> None:
    test, build = (
        dict(one.partition(" ;")[0].split("==") for one in locked(name) if "<" not in one)
        for name in ("test", "build")
    )
    both = test.keys() & build.keys()
    assert {name: test[name] for name in both} == {name: build[name] for name in both}


@pytest.mark.parametrize("name", ["run", "test", "build"])
def test_no_lock_names_a_server(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert re.findall(r"https?:|file:|--(?:extra-)?index-url|--find-links", text) == []


def test_the_locked_qt_is_the_one_that_keeps_its_references() -> None:
    pins = [requirement for requirement in locked("run") if requirement.startswith("pyside6")]
    assert pins == ["pyside6-addons==6.11.3", "pyside6-essentials==6.11.3"]
