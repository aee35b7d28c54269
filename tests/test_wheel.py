"""The package as people install it: built, put into an empty environment, and started."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

from stretchcoach import __version__
from tests.source_code import ROOT


@dataclass(frozen=True)
class Installed:
    """An environment that holds the installed program."""

    folder: Path

    @property
    def scripts(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def package(self) -> Path:
        [init] = self.folder.rglob("site-packages/stretchcoach/__init__.py")
        return init.parent

    def start(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Start a program of the environment, far from the checkout."""
        environment = {**os.environ, "PYTHONSAFEPATH": "1"}
        environment.pop("PYTHONPATH", None)
        name, *arguments = command
        return subprocess.run(
            [self.scripts / name, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # Without isolation pip takes the build backend from here and needs no network.
    pip = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--wheel-dir", folder, ROOT], check=True)
    [wheel] = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    installed = Installed(tmp_path_factory.mktemp("environment"))
    venv.create(installed.folder, with_pip=True)
    answer = installed.start(
        "python", "-m", "pip", "install", "--no-deps", "--no-index", str(wheel)
    )
    assert answer.returncode == 0, answer.stderr
    # What it depends on is borrowed from the environment of the tests.
    borrowed = Path(sysconfig.get_path("purelib"))
    (installed.package.parent / "borrowed.pth").write_text(f"{borrowed}\n", "utf-8")
    return installed


def test_the_installed_package_is_what_runs(installed: Installed) -> None:
    answer = installed.start("python", "-c", "import stretchcoach; print(stretchcoach.__file__)")
    assert Path(answer.stdout.strip()).parent == installed.package


def test_it_brings_its_routines_and_pictures(installed: Installed) -> None:
    for name in ("assets", "routines", "schemas"):
        there = {path.relative_to(ROOT / name) for path in (ROOT / name).rglob("*.*")}
        bundled = installed.package / "bundled" / name
        assert {path.relative_to(bundled) for path in bundled.rglob("*.*")} == there


def test_it_lists_its_routines(installed: Installed) -> None:
    answer = installed.start("stretchcoach", "list", "--json")
    assert answer.returncode == 0, answer.stderr
    listed = {routine["id"] for routine in json.loads(answer.stdout)}
    assert listed == {path.stem for path in (ROOT / "routines").glob("*.yaml")}


def test_its_routines_have_no_problems(installed: Installed) -> None:
    routines = installed.package / "bundled" / "routines"
    answer = installed.start("stretchcoach", "check", str(routines))
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_it_knows_its_version(installed: Installed) -> None:
    answer = installed.start("stretchcoach", "--version")
    assert answer.stdout == f"stretchcoach {__version__}\n", answer.stderr
