"""What of Qt is put into the built program, and what is not."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType

import pytest

from tests.source_code import ROOT


@pytest.fixture(scope="module")
def left_out() -> ModuleType:
    spec = spec_from_file_location("left_out", ROOT / "packaging" / "left_out.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


QT = "PySide6/Qt/plugins"


def test_a_window_its_voice_and_its_printer_keep_their_plugins(
    left_out: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")  # what libraries need is asked on Linux alone
    wanted = [
        f"{QT}/platforms/libqxcb.so",
        f"{QT}/platforms/libqoffscreen.so",
        f"{QT}/wayland-shell-integration/libxdg-shell.so",
        f"{QT}/imageformats/libqwebp.so",
        f"{QT}/texttospeech/libqtexttospeech_speechd.so",
        f"{QT}/printsupport/libcupsprintersupport.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/QtCore.abi3.so",
    ]
    unwanted = [
        f"{QT}/texttospeech/libqtexttospeech_mock.so",
        f"{QT}/platformthemes/libqgtk3.so",
        f"{QT}/imageformats/libqsvg.so",
        f"{QT}/imageformats/libqpdf.so",
        f"{QT}/platforms/libqeglfs.so",
        f"{QT}/multimedia/libffmpegmediaplugin.so",
        f"{QT}/networkinformation/libqglib.so",
    ]
    binaries = [(name, name, "BINARY") for name in (*wanted, *unwanted)]
    datas = [("PySide6/Qt/translations/qt_de.qm", "", "DATA"), ("stretchcoach/LICENSE", "", "DATA")]
    kept, other = left_out.needed(binaries, datas)
    assert [entry[0] for entry in kept] == wanted
    assert other == datas[1:]


def test_libraries_are_kept_that_something_needs(
    left_out: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    needs = {
        f"{QT}/platforms/libqxcb.so": ["libQt6XcbQpa.so.6"],
        "lib/libQt6XcbQpa.so.6": ["libX11.so.6", "libc.so.6"],
        f"{QT}/platformthemes/libqgtk3.so": ["libgtk-3.so.0"],
    }
    names = [*needs, "lib/libX11.so.6", "libgtk-3.so.0", "libpython3.11.so.1.0"]
    bindepend = ModuleType("bindepend")
    bindepend.get_imports = lambda place: {(one, None) for one in needs.get(place, [])}  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "PyInstaller", ModuleType("PyInstaller"))
    monkeypatch.setitem(sys.modules, "PyInstaller.depend", ModuleType("depend"))
    monkeypatch.setitem(sys.modules, "PyInstaller.depend.bindepend", bindepend)
    monkeypatch.setattr(sys, "platform", "linux")
    link = ("libX11.so.6", "lib/libX11.so.6", "SYMLINK")
    gone = ("libgtk-3.so.0", "x/libgtk-3.so.0", "SYMLINK")
    kept, links = left_out.needed([(name, name, "BINARY") for name in names], [link, gone])
    assert {entry[0] for entry in kept} == {*names} - {
        "libgtk-3.so.0",
        f"{QT}/platformthemes/libqgtk3.so",
    }
    assert links == [link]
