"""`page`: a routine as a page for the phone, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from stretchcoach.cli import main
from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS

OWN = """\
format: stretchcoach/1
id: own
title: My own
exercises:
  sway:
    name: Sway
    position: standing
    kind: mobility
    sides: both
    targets: {primary: [piriformis]}
    instructions: {move: Sway a little.}
    dose: {hold: 20s}
steps:
  - exercise: sway
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    return path


def test_it_is_written_for_the_side_that_is_said(
    qapp: QApplication, tmp_path: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.html"
    command = ["--data-dir", str(tmp_path / "data"), "page", str(own), "-o", str(path)]
    assert main([*command, "--affected", "left"]) == EXIT_OK
    printed = capsys.readouterr()
    assert printed.out == f"{path}\n"
    assert printed.err == "Sway has no picture on the page.\n"
    html = path.read_text("utf-8")
    assert "Affected side: left" in html
    assert "Sway a little." in html


def test_it_is_named_like_the_routine(
    qapp: QApplication, tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--data-dir", str(tmp_path / "data"), "page", str(own)]) == EXIT_OK
    assert (tmp_path / "own.html").read_text("utf-8").startswith("<!doctype html>")


def test_what_cannot_be_is_said(
    qapp: QApplication, tmp_path: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(tmp_path / "data"), "page"]
    assert main([*data, "nobody"]) == EXIT_PROBLEMS
    assert "no routine is called" in capsys.readouterr().err
    own.write_text(OWN.replace("20s", "soon"), "utf-8")
    assert main([*data, str(own)]) == EXIT_PROBLEMS
    assert "own.yaml:12" in capsys.readouterr().err
    own.write_text(OWN, "utf-8")
    assert main([*data, str(own), "-o", str(tmp_path / "no" / "x.html")]) == EXIT_PROBLEMS
    assert str(tmp_path / "no") in capsys.readouterr().err
