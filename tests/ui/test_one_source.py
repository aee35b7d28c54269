"""A routine reaches a person in many forms, and all of them come from the same file: one dose and
one word are changed in it, and found changed in the window, in the terminal, on paper, on the page
for the phone and in the pack."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.cli import main
from stretchcoach.commands import EXIT_OK
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.text.labels import PlainLabel
from tests.files.library.library_folder import LibraryFolder
from tests.paper.test_handout import words

HOLD = 24, 36  # seconds, before and after
BIRD = "heron", "stork"
ROUTINE = """\
format: stretchcoach/1
id: mine
title: Mine
steps: [{{exercise: bird, hold: {hold_s}s}}]
"""


class Mine:
    """A routine in the folder of a person, in all its forms; each is a text or what was read."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._folder = LibraryFolder(data / "routines")

    def write(self, hold_s: int, bird: str) -> None:
        """Write routine and exercise, as somebody does who changes a file."""
        exercise = self._folder.exercise("bird", "Bird")
        text = exercise.read_text("utf-8").replace("move: Bend", f"move: Stand like a {bird}.")
        exercise.write_text(text, "utf-8")
        (self._folder.path / "mine.yaml").write_text(ROUTINE.format(hold_s=hold_s), "utf-8")

    def in_the_window(self, qtbot: QtBot, theme: Theme) -> str:
        library = Library.read([bundled_dir("routines"), self._folder.path], bundled_dir("assets"))
        store = SettingsStore(SettingsFile(self.data / "settings.json"))
        page = RoutinePage(theme, store, bundled_dir("routines"))
        qtbot.addWidget(page)
        page.show_entry(library.routine("mine"))
        (row,) = page.step_list.rows
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
        assert page.step_list.detail is not None
        shown = [label.text() for label in page.step_list.detail.findChildren(PlainLabel)]
        return " ".join((row.accessibleName(), *shown))

    def in_the_terminal(self, capsys: pytest.CaptureFixture[str]) -> str:
        capsys.readouterr()
        self._run("show", "--full")
        return " ".join(capsys.readouterr().out.split())

    def on_paper(self) -> str:
        self._run("handout", "-o", str(self.data / "mine.pdf"))
        return words((self.data / "mine.pdf").read_bytes())

    def on_the_page(self) -> tuple[str, dict[str, Any]]:
        """What can be read on it, and what its script works with."""
        self._run("page", "-o", str(self.data / "mine.html"))
        html = (self.data / "mine.html").read_text("utf-8")
        match = re.search(r'<script type="application/json" id="data">(.*?)</script>', html)
        assert match is not None
        return html.replace(match[1], ""), json.loads(match[1])

    def in_the_pack(self) -> str:
        self._run("pack", "-o", str(self.data / "mine.stretchpack"))
        with ZipFile(self.data / "mine.stretchpack") as pack:
            files = [name for name in pack.namelist() if name.endswith(".yaml")]
            return " ".join(pack.read(name).decode("utf-8") for name in files)

    def _run(self, command: str, *arguments: str) -> None:
        assert main(["--data-dir", str(self.data), command, "mine", *arguments]) == EXIT_OK


def test_one_dose_and_one_word_are_changed_in_every_form(
    qtbot: QtBot, theme: Theme, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = Mine(tmp_path)
    for now in (0, 1):
        hold_s, bird, before = HOLD[now], BIRD[now], 1 - now
        mine.write(hold_s, bird)
        html, data = mine.on_the_page()
        read = {
            "window": mine.in_the_window(qtbot, theme),
            "terminal": mine.in_the_terminal(capsys),
            "paper": mine.on_paper(),
            "page": html,
            "what the page says": " ".join(data["texts"]),
        }
        for form, text in read.items():
            assert f"Stand like a {bird}." in text, form
            assert f"1 × {hold_s} s" in text, form
            assert BIRD[before] not in text, form
            assert f"{HOLD[before]} s" not in text, form
        held = [one["duration_ms"] for one in data["intervals"] if one["kind"] == "hold"]
        assert held == [hold_s * 1000] * 2
        pack = mine.in_the_pack()
        assert f"hold: {hold_s}s" in pack
        assert f"Stand like a {bird}." in pack
        assert BIRD[before] not in pack
