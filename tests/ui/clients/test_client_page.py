"""A client's folder: made, renamed, filled with routines, and the ways from there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.ui.clients.client_page import ClientPage
from tests.ui.clients.place import Place
from tests.ui.pseudo import assert_translated_and_unclipped, pseudo_language


def names(page: ClientPage) -> list[str]:
    return [action.text() for action in page.copies.actions()]


def trigger(page: ClientPage, name: str, *, move: bool = False) -> None:
    menu = page.moves if move else page.copies
    next(action for action in menu.actions() if action.text() == name).trigger()


def test_a_new_client_is_a_name_and_enter(place: Place) -> None:
    place.ways.open(None)
    page = place.client_page
    assert page.focusProxy() is page.name
    assert not page.routines.isVisible()
    QTest.keyClicks(page.name, "Anna Berger")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    place.settle()
    assert (place.own.path / "Anna Berger").is_dir()
    assert place.client_page.heading.text() == "Anna Berger"
    assert place.client_page.routines.isVisible()
    place.client_page.way_back.link.click()
    assert place.window.shown_key == "home"


def test_a_name_that_cannot_be_is_said_why(place: Place) -> None:
    place.client("Anna")
    place.ways.open(None)
    page = place.client_page
    for name, why in (("", "A name is needed"), ("a/b", "Without these signs"), ("anna", "There")):
        page.name.setText(name)
        page.set_name.click()
        assert page.notice.words.text().startswith(why)
    assert place.page is page


def test_a_client_gets_another_name(place: Place) -> None:
    folder = place.client("Anna")
    folder.routine("hips", title="Hips")
    place.load()
    place.ways.open(folder.path)
    place.client_page.name.setText("Anna B")
    place.client_page.set_name.click()
    place.settle()
    assert place.client_page.folder == place.own.path / "Anna B"
    shelf = place.library()
    assert shelf
    assert [card.client for card in shelf.cards if card.name == "Hips"] == ["Anna B"]


def test_routines_are_copied_and_moved_into_the_folder(place: Place) -> None:
    folder = place.client("Anna")
    place.ways.open(folder.path)
    page = place.client_page
    assert names(page) == ["Mine", "Evening"]
    assert [action.text() for action in page.moves.actions()] == ["Mine"]
    trigger(page, "Evening")
    place.settle()
    trigger(page, "Mine", move=True)
    place.settle()
    assert [line.accessibleName() or line._name for line in page.routines.lines] == [
        "Evening",
        "Mine",
    ]
    assert not (place.own.path / "mine.yaml").exists()
    assert (place.bundled.path / "evening.yaml").exists()
    assert not page.moves.isEnabled()


def test_copies_of_one_title_are_told_apart_by_their_files(place: Place) -> None:
    folder = place.client("Anna")
    place.ways.open(folder.path)
    for name in ("Mine", "Evening", "Mine"):
        trigger(place.client_page, name)
        place.settle()
    files = sorted(path.name for path in folder.path.glob("*.yaml"))
    assert len(files) == 3
    lines = [line._name for line in place.client_page.routines.lines]
    mine = sorted(f"Mine ({name})" for name in files if name.startswith("mine"))
    assert sorted(lines) == ["Evening", *mine]
    assert len(mine) == 2


def test_what_cannot_be_put_there_is_said(place: Place) -> None:
    folder = place.client("Anna")
    place.ways.open(folder.path)
    (place.own.path / "mine.yaml").unlink()
    trigger(place.client_page, "Mine")
    assert "mine.yaml" in place.client_page.notice.words.text()


def test_the_ways_from_a_routine(place: Place, qtbot: QtBot) -> None:
    folder = place.client("Anna")
    path = folder.routine("hips", title="Hips")
    place.load()
    place.ways.open(folder.path)
    [line] = place.client_page.routines.lines
    look, work = line.buttons
    with qtbot.waitSignal(place.ways.routine_asked) as asked:
        look.click()
    [entry] = asked.args or []
    assert isinstance(entry, RoutineEntry)
    assert (entry.title, entry.path) == ("Hips", path)
    with qtbot.waitSignal(place.ways.work_asked) as asked:
        work.click()
    assert asked.args == [path]


def test_a_new_routine_is_asked_for_the_folder(place: Place, qtbot: QtBot) -> None:
    folder = place.client("Anna")
    place.ways.open(folder.path)
    with qtbot.waitSignal(place.ways.new_asked) as asked:
        place.client_page.begin.click()
    assert asked.args == [folder.path]


def test_the_folder_is_followed(place: Place) -> None:
    folder = place.client("Anna")
    place.ways.open(folder.path)
    assert place.client_page.routines.empty.isVisible()
    folder.path.joinpath("diary.json").write_text("{}")
    folder.path.joinpath("broken.yaml").write_text("x")
    place.load()
    page = place.client_page
    assert [line._name for line in page.routines.lines] == ["broken.yaml"]
    assert [line._name for line in page.sent.lines] == ["diary.json"]


def test_nothing_is_clipped_in_a_longer_language(place: Place) -> None:
    with pseudo_language():
        folder = place.client("Anna")
        folder.routine("hips", title="Hips")
        place.load()
        place.ways.open(folder.path)
        assert_translated_and_unclipped(place.page, foreign={"Anna", "Hips"})
