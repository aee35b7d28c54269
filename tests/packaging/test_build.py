"""What the build makes for each system, without making it: PyInstaller's parts are stand-ins."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from stretchcoach.identity import APP_ID
from tests.source_code import ROOT

PACKAGING = ROOT / "packaging"


class Parts:
    """PyInstaller's words in a spec; `made` has what was asked of them."""

    def __init__(self) -> None:
        self.made: list[tuple[str, dict[str, Any]]] = []
        self.analysed: dict[str, Any] = {}

    def analysis(self, scripts: list[str], **options: Any) -> SimpleNamespace:
        self.analysed = {"scripts": scripts, **options}
        return SimpleNamespace(pure=[], scripts=scripts, binaries=[], datas=options["datas"])

    def exe(self, *_: object, **options: Any) -> str:
        self.made.append(("EXE", options))
        return str(options["name"])

    def collect(self, *parts: object, **options: Any) -> str:
        self.made.append(("COLLECT", options))
        return str(options["name"])

    def bundle(self, *_: object, **options: Any) -> None:
        self.made.append(("BUNDLE", options))


def run_spec(monkeypatch: pytest.MonkeyPatch, platform: str) -> Parts:
    hooks = ModuleType("PyInstaller.utils.hooks")
    hooks.collect_data_files = lambda package, excludes: [(package, package)]  # type: ignore[attr-defined]
    hooks.collect_submodules = lambda package, filter: [package]  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "PyInstaller", ModuleType("PyInstaller"))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils", ModuleType("PyInstaller.utils"))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    left_out = ModuleType("left_out")
    left_out.LEFT_OUT_MODULES = []  # type: ignore[attr-defined]
    left_out.needed = lambda binaries, datas: (binaries, datas)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "left_out", left_out)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "platform", platform)
    parts = Parts()
    words = {"SPECPATH": str(PACKAGING), "Analysis": parts.analysis, "PYZ": str,
             "EXE": parts.exe, "COLLECT": parts.collect, "BUNDLE": parts.bundle}  # fmt: skip
    spec = PACKAGING / "stretchcoach.spec"
    exec(compile(spec.read_text("utf-8"), str(spec), "exec"), words)
    return parts


@pytest.mark.parametrize(
    ("platform", "made"),
    [
        ("linux", ["stretchcoach", "stretchcoach"]),
        ("win32", ["stretchcoach", "Stretch Coach", "stretchcoach"]),
        ("darwin", ["stretchcoach", "stretchcoach", "Stretch Coach.app"]),
    ],
)
def test_one_recipe_for_all_systems(
    monkeypatch: pytest.MonkeyPatch, platform: str, made: list[str]
) -> None:
    parts = run_spec(monkeypatch, platform)
    assert [options["name"] for _, options in parts.made] == made
    places = [parts.analysed["scripts"][0], *parts.analysed["runtime_hooks"]]
    places += [place for place, _ in parts.analysed["datas"] if place != "stretchcoach"]
    assert all(Path(place).exists() for place in places)
    if platform == "win32":
        consoles = [options["console"] for kind, options in parts.made if kind == "EXE"]
        assert consoles == [True, False]
    if platform == "darwin":
        assert parts.made[-1][1]["bundle_identifier"] == APP_ID


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec = spec_from_file_location("build", PACKAGING / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "DIST", tmp_path / "dist")
    monkeypatch.setattr(module, "WORK", tmp_path / "build")
    monkeypatch.setattr(module, "FOLDER", tmp_path / "dist" / "stretchcoach")
    for name in ("stretchcoach/stretchcoach.exe", "Stretch Coach.app/Contents/MacOS/stretchcoach"):
        (tmp_path / "dist" / name).parent.mkdir(parents=True)
        (tmp_path / "dist" / name).write_text("program")
    return module


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_what_is_handed_out_has_one_folder_in_it(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    path = build.make_archive()
    if platform == "win32":
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    else:
        with tarfile.open(path) as tar:
            names = [entry.name for entry in tar if entry.isfile()]
    (name,) = names
    top = name.split("/")[0]
    assert top == "Stretch Coach.app" if platform == "darwin" else top.startswith("stretchcoach-")
    assert {"linux": "linux", "win32": "windows", "darwin": "macos"}[platform] in path.name


def test_a_place_that_cannot_be_written_is_told_before_minutes_of_work(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / "build").write_text("a file in the place of the folder")

    def never(*_: object) -> None:
        pytest.fail("the work was begun")

    monkeypatch.setattr(build, "run", never)
    monkeypatch.setattr("os.umask", lambda mode: 0)
    assert build.main() == 1
    assert "FAILED" in capsys.readouterr().err
