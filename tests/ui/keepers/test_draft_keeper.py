"""What is written and not saved is kept, dropped when saved, and told of where it cannot be."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.files.bench.drafts import Draft, Drafts
from stretchcoach.ui.keepers.draft_keeper import DraftKeeper


class Desk:
    """A text that somebody writes, and what is told of it."""

    def __init__(self, folder: Path) -> None:
        self.drafts = Drafts(folder / "drafts")
        self.text: str | None = None
        self.told: list[str] = []
        self.keeper = DraftKeeper(self.drafts, self.unsaved)
        self.keeper.failed.connect(self.told.append)
        self.keeper.begin(Draft(folder / "a.yaml", "one", "one"))

    def unsaved(self) -> Draft | None:
        return None if self.text is None else replace(self.keeper.draft, text=self.text)

    def write(self, text: str | None) -> None:
        self.text = text
        self.keeper.ask()

    @property
    def kept(self) -> list[str]:
        return [draft.text for draft in self.drafts.all()]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def block(tmp_path: Path) -> Path:
    """No folder for drafts: a file stands in its place."""
    file = tmp_path / "drafts"
    file.write_text("in the way")
    return file


def refuse(drafts: Drafts, path: Path) -> None:
    raise PermissionError(13, "Permission denied")


def test_it_is_kept_soon_by_itself(qtbot: QtBot, desk: Desk) -> None:
    desk.write("two")
    assert desk.kept == []
    qtbot.waitUntil(lambda: desk.kept == ["two"])
    assert desk.told == []


def test_leaving_keeps_it_at_once_and_what_is_saved_is_dropped(desk: Desk) -> None:
    desk.write("two")
    assert desk.keeper.keep()
    assert desk.kept == ["two"]
    desk.keeper.saved("two")
    assert desk.kept == []
    assert desk.keeper.base == "two"
    desk.write(None)
    assert desk.keeper.keep()
    assert desk.kept == []


def test_what_cannot_be_kept_is_told_once_and_tried_again(desk: Desk, tmp_path: Path) -> None:
    blocked = block(tmp_path)
    desk.write("two")
    assert not desk.keeper.keep()
    assert not desk.keeper.keep()
    [words] = desk.told
    assert words == f"What is not saved cannot be kept either: {desk.keeper.problem}"
    blocked.unlink()
    assert desk.keeper.keep()  # though nothing was written since
    assert (desk.kept, desk.keeper.problem) == (["two"], "")
    shutil.rmtree(tmp_path / "drafts")
    block(tmp_path)
    desk.write("three")
    assert not desk.keeper.keep()
    assert len(desk.told) == 2  # it is news again


@pytest.mark.parametrize("how", ["saved", "undone", "another file"])
def test_what_is_saved_after_all_is_no_problem_any_more(
    desk: Desk, tmp_path: Path, how: str
) -> None:
    block(tmp_path)
    desk.write("two")
    assert not desk.keeper.keep()
    if how == "saved":
        desk.keeper.saved("two")
    elif how == "undone":
        desk.write(None)
    else:
        desk.keeper.begin(Draft(tmp_path / "b.yaml", "", None))
        desk.text = None
    assert desk.keeper.keep()
    assert desk.keeper.problem == ""


def test_what_is_not_wanted_leaves_nothing(desk: Desk) -> None:
    desk.write("two")
    desk.keeper.keep()
    desk.write("three")
    desk.text = None
    desk.keeper.discard()
    assert desk.kept == []


def test_under_another_id_it_leaves_no_draft_by_the_first(desk: Desk, tmp_path: Path) -> None:
    desk.write("two")
    desk.keeper.keep()
    (tmp_path / "evening.yaml").touch()
    desk.keeper.move(tmp_path, "evening")
    assert desk.kept == []
    assert desk.keeper.path == tmp_path / "evening-2.yaml"


def test_what_it_is_in_a_word(desk: Desk, tmp_path: Path) -> None:
    assert desk.keeper.tag == ""
    desk.keeper.begin(Draft(tmp_path / "b.yaml", "", None))
    assert desk.keeper.tag == "New"
    desk.keeper.begin(Draft(tmp_path / "c.yaml", "", None, "Evening"))
    assert desk.keeper.tag == "My copy"
    desk.keeper.rebase("theirs")
    assert desk.keeper.tag == ""


@pytest.mark.parametrize("how", ["saved", "forgotten"])
def test_one_that_cannot_be_deleted_does_not_come_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    desk.write("two")
    desk.keeper.keep()

    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        desk.text = None
        if how == "saved":
            desk.keeper.saved("two")
        else:
            assert desk.keeper.discard()
    assert (desk.kept, desk.told) == ([], [])
    desk.write("three")
    desk.keeper.keep()
    assert desk.kept == ["three"]


def test_what_cannot_be_forgotten_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("two")
    desk.keeper.keep()

    monkeypatch.setattr(Drafts, "drop", refuse)
    desk.text = None
    assert not desk.keeper.discard()
    assert desk.told == ["The changes could not be forgotten: Permission denied"]
    assert desk.kept == ["two"]


@pytest.mark.parametrize("text", ["two", "three"])
def test_a_draft_that_stays_is_told_where_it_says_something_else_than_the_file(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    desk.write("two")
    desk.keeper.keep()
    monkeypatch.setattr(Drafts, "drop", refuse)
    (tmp_path / "a.yaml").write_text(text)
    words = desk.keeper.saved(text)
    if text == "two":
        assert (words, desk.kept) == ("", [])
    else:
        assert words.startswith("It is saved. But what was kept of it before")
        assert words.endswith(": Permission denied")
        assert desk.kept == ["two"]


def test_one_by_another_id_that_stays_is_told_when_it_is_saved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("two")
    desk.keeper.keep()
    with monkeypatch.context() as patch:
        patch.setattr(Drafts, "drop", refuse)
        desk.keeper.move(tmp_path, "evening")
    assert desk.keeper.saved("two").endswith(": Permission denied")
    assert desk.keeper.saved("two") == ""
