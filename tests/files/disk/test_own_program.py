"""This program started again: as a module, or as what it was packaged into."""

from __future__ import annotations

import os
import sys

import pytest

from stretchcoach.files.disk.own_program import PACKAGE_FOLDER, own_command, own_python_path


def test_it_is_this_program_also_when_it_is_packaged(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_command("play", "x") == [sys.executable, "-m", "stretchcoach", "play", "x"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/stretchcoach")
    assert own_command("play", "x") == ["/opt/stretchcoach", "play", "x"]


def test_this_very_package_is_found_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert own_python_path() == PACKAGE_FOLDER
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert own_python_path() == os.pathsep.join((PACKAGE_FOLDER, "elsewhere"))
