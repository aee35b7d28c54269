from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Equipment
from stretchcoach.core.library.routine_facts import Place
from stretchcoach.core.library.routine_search import Needs, Where, Wish
from stretchcoach.ui.routines.card_model import ACCESSIBLE_TEXT_ROLE, DISPLAY_ROLE, CardModel
from tests.ui.routines.shelves import a_broken_card, a_card

TODAY = date(2026, 3, 5)
OPEN_HIPS = a_card("Open hips", words="pigeon\npiriformis", minutes=12)
DESK = a_card("Desk break", words="seated figure four\nhips", places=(Place.CHAIR,), equipment=())
RUN = a_card("After a run", words="pigeon", places=(Place.STANDING,), equipment=(Equipment.STRAP,))
BROKEN = a_broken_card()
ALL = [OPEN_HIPS, DESK, RUN, BROKEN]


@pytest.fixture
def model(qapp: QApplication) -> CardModel:
    model = CardModel(lambda: TODAY)
    model.set_cards(ALL)
    return model


def shown(model: CardModel) -> list[str]:
    return [model.card(row).name for row in range(model.rowCount())]


def test_it_keeps_the_rules_of_models(model: CardModel) -> None:
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.add_cards([a_card("More")])
    model.set_wish(Wish("more"))
    model.set_wish(Wish())
    model.set_cards([DESK])
    assert tester.model() is model


def test_the_roles_are_those_of_qt(model: CardModel) -> None:
    assert Qt.ItemDataRole.DisplayRole == DISPLAY_ROLE
    assert Qt.ItemDataRole.AccessibleTextRole == ACCESSIBLE_TEXT_ROLE
    assert model.data(model.index(0), Qt.ItemDataRole.DisplayRole) == "Open hips"
    assert model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0


@pytest.mark.parametrize(
    ("wish", "names"),
    [
        (Wish(), ["Open hips", "Desk break", "After a run", "evening-hips.yaml"]),
        (Wish("HIPS"), ["Open hips", "evening-hips.yaml", "Desk break"]),
        (Wish("four seated"), ["Desk break"]),
        (Wish("pigeon"), ["Open hips", "After a run"]),
        (Wish("pigeon", where=Where.STANDING), ["After a run"]),
        (Wish(minutes=5), ["Desk break", "After a run"]),
        (Wish(where=Where.LYING), ["Open hips"]),
        (Wish(needs=Needs.NONE), ["Desk break"]),
        (Wish("nothing of it"), []),
    ],
)
def test_what_is_found(model: CardModel, wish: Wish, names: list[str]) -> None:
    """Titles come first; a broken file is found by its name, and is never filtered for."""
    model.set_wish(wish)
    assert shown(model) == names
    assert model.total == 4


def test_cards_that_are_added_are_found_or_not(qtbot: QtBot, model: CardModel) -> None:
    model.set_wish(Wish("hips"))
    with qtbot.waitSignal(model.rowsInserted):
        model.add_cards([a_card("Happy hips"), a_card("Knees")])
    assert shown(model)[-1] == "Happy hips"
    assert model.total == 6
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.waitSignal(model.found):
        model.add_cards([a_card("More knees")])


def test_cards_that_only_changed_are_not_laid_out_anew(qtbot: QtBot, model: CardModel) -> None:
    changed = a_card("Open hips", minutes=20)
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.set_cards([changed, *ALL[1:]])
    assert model.words(0).time == "20 min 00 s"
    with qtbot.waitSignal(model.modelReset):
        model.set_cards(ALL[1:])


def test_the_words_of_a_routine(model: CardModel) -> None:
    model.set_last_days({"desk-break": date(2026, 3, 1)})
    assert model.words(1) == (
        "Desk break",
        "5 min 00 s",
        "Chair  ·  Nothing else needed",
        "Level 2",
        "Last done 4 days ago",
        "",
    )
    assert model.words(0).last == "Not done yet"


def test_the_words_of_ones_own_routine_at_ones_own_pace(model: CardModel) -> None:
    model.set_cards([a_card("Mine", own=True, own_pace=True)])
    words = model.words(0)
    assert (words.time, words.source) == ("5 min 00 s +", "Your own")


def test_the_words_of_a_broken_file(model: CardModel) -> None:
    assert model.words(3) == (
        "evening-hips.yaml",
        "3 problems",
        "Line 14: “hodl” is not known here",
        "",
        "Show all problems",
        "",
    )
    model.set_cards([a_broken_card(problems=1)])
    assert (model.words(0).time, model.words(0).last) == ("1 problem", "Show the problem")


def test_a_screen_reader_hears_the_whole_card(model: CardModel) -> None:
    assert model.data(model.index(1), ACCESSIBLE_TEXT_ROLE) == (
        "Desk break, 5 min 00 s, Chair, Nothing else needed, Level 2, Not done yet"
    )


def test_the_affected_side_changes_times_and_what_fits(model: CardModel) -> None:
    model.set_cards([a_card("Twists", minutes=5, affected_minutes=7, shortest_minutes=6)])
    model.set_wish(Wish(minutes=5))
    assert shown(model) == ["Twists"]
    model.set_affected(AffectedSide.LEFT)
    assert shown(model) == []
    model.set_wish(Wish())
    assert model.words(0).time == "7 min 00 s"


def test_cards_are_found_by_file_and_by_id(model: CardModel) -> None:
    model.set_wish(Wish("pigeon"))
    assert model.row_of(RUN.path) == 1
    assert model.row_of(DESK.path) is None
    assert model.card_of("desk-break") is DESK
    assert model.card_of("no-such") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("figur fuor", ["Desk break"]),
        ("piriformus", ["Open hips"]),
        ("pidgeon", ["Open hips", "After a run"]),
        ("pige\u00adon\u200b", ["Open hips", "After a run"]),
        ("xylophone", []),
        ("hisp", ["Open hips", "evening-hips.yaml", "Desk break"]),
    ],
)
def test_a_word_that_is_nearly_right_finds_what_was_meant(
    model: CardModel, text: str, found: list[str]
) -> None:
    model.set_wish(Wish(text))
    assert shown(model) == found


def test_what_is_near_is_looked_for_among_the_cards_that_are_there(model: CardModel) -> None:
    model.set_wish(Wish("quadrizeps"))
    assert shown(model) == []
    model.add_cards([a_card("Thighs", words="quadriceps")])
    model.set_wish(Wish("quadrizepz"))
    assert shown(model) == ["Thighs"]
