from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.content.terms import Equipment
from stretchcoach.core.finding.routine_facts import Place
from stretchcoach.core.finding.routine_search import Needs, Where, Wish
from stretchcoach.ui.cards.card_model import ACCESSIBLE_TEXT_ROLE, DISPLAY_ROLE, CardModel
from stretchcoach.ui.cards.sections import Heading
from tests.ui.cards.shelves import a_broken_card, a_card, an_exercise_tile

TODAY = date(2026, 3, 5)
OPEN_HIPS = a_card("Open hips", words="pigeon\npiriformis", minutes=12)
DESK = a_card(
    "Desk break",
    purpose="A change from sitting.",
    words="seated figure four\nhips",
    places=(Place.CHAIR,),
    equipment=(),
)
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
    assert model.data(model.index(1), Qt.ItemDataRole.DisplayRole) == "Open hips"
    assert model.data(model.index(0), Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0


@pytest.mark.parametrize(
    ("wish", "names"),
    [
        (Wish(), ["evening-hips.yaml", "Open hips", "Desk break", "After a run"]),
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
    with qtbot.waitSignal(model.found):
        model.add_cards([a_card("Happy hips"), a_card("Knees")])
    assert shown(model) == ["Open hips", "evening-hips.yaml", "Happy hips", "Desk break"]
    assert model.total == 6
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.waitSignal(model.found):
        model.add_cards([a_card("More knees")])
    with qtbot.waitSignal(model.rowsInserted), qtbot.assertNotEmitted(model.modelReset):
        model.add_cards([a_card("Stiff", words="hips")])


def test_cards_that_only_changed_are_not_laid_out_anew(qtbot: QtBot, model: CardModel) -> None:
    changed = a_card("Open hips", minutes=20)
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.set_cards([changed, *ALL[1:]])
    assert model.words(1).time == "20 min 00 s"
    with qtbot.waitSignal(model.modelReset):
        model.set_cards(ALL[1:])


def test_the_words_of_a_routine(model: CardModel) -> None:
    model.set_wish(Wish("desk"))
    model.set_last_days({"desk-break": date(2026, 3, 1)})
    words = model.words(0)
    assert words[:2] == ("Desk break", "5 min 00 s")
    assert words.purpose == "A change from sitting."
    assert (words.about, words.level) == ("Chair  ·  Nothing else needed", "Level 2")
    assert (words.last, words.source) == ("Last done 4 days ago", "")
    assert not words.stands_out


def test_the_words_of_ones_own_routine_at_ones_own_pace(model: CardModel) -> None:
    model.set_cards([a_card("Mine", own=True, own_pace=True)])
    words = model.words(0)
    assert (words.time, words.source) == ("5 min 00 s +", "Your own")
    assert words.last == "Not done yet"


def test_the_words_of_a_broken_file(model: CardModel) -> None:
    model.set_cards([a_broken_card()])
    words = model.words(0)
    assert words[:3] == ("evening-hips.yaml", "3 problems", "Line 14: “hodl” is not known here")
    assert (words.about, words.last, words.stands_out) == ("", "Show all problems", True)
    model.set_cards([a_broken_card(problems=1)])
    assert (model.words(0).time, model.words(0).last) == ("1 problem", "Show the problem")


def test_a_screen_reader_hears_the_whole_card(model: CardModel) -> None:
    model.set_wish(Wish("desk"))
    model.set_favourites(["desk-break"])
    assert model.data(model.index(0), ACCESSIBLE_TEXT_ROLE) == (
        "Desk break, 5 min 00 s, A change from sitting, Chair, Nothing else needed, Level 2, "
        "Not done yet, Favourite"
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
    more, again = a_card("More"), a_card("Desk break", minutes=9)
    model.add_cards([more, again])
    assert (model.card_of("more"), model.card_of("desk-break")) == (more, DESK)
    model.set_cards([again])
    assert (model.card_of("more"), model.card_of("desk-break")) == (None, again)


def test_days_that_are_known_already_put_nothing_in_order_again(
    qtbot: QtBot, model: CardModel
) -> None:
    with qtbot.waitSignal(model.found):
        model.set_last_days({"desk-break": TODAY})
    with qtbot.assertNotEmitted(model.found):
        model.set_last_days({"desk-break": TODAY})


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


PIGEON = an_exercise_tile("Half pigeon", Place.FLOOR, words="piriformis")
MARCH = an_exercise_tile("Seated march", Place.CHAIR, words="hip flexors")


@pytest.fixture
def with_exercises(model: CardModel) -> CardModel:
    model.set_exercises(lambda: (PIGEON, MARCH))
    return model


def headings(model: CardModel) -> list[Heading]:
    return [section.heading for section in model.sections]


def test_a_search_finds_what_is_a_clients() -> None:
    model = CardModel(lambda: date(2026, 3, 1))
    hers = a_card("Hips", own=True)._replace(client="Anna Bérger")
    model.set_cards([a_card("Hips"), hers])
    model.set_wish(Wish("berger hips"))
    assert [model.card(row) for row in range(model.rowCount())] == [hers]
    assert model.words(0).source == "Anna Bérger"


def test_a_search_finds_exercises_too(with_exercises: CardModel) -> None:
    assert "Half pigeon" not in shown(with_exercises)
    with_exercises.set_wish(Wish("piriformis"))
    assert shown(with_exercises) == ["Open hips", "Half pigeon"]
    assert headings(with_exercises) == [Heading.ROUTINES, Heading.EXERCISES]
    assert with_exercises.data(with_exercises.index(1), ACCESSIBLE_TEXT_ROLE) == (
        "Half pigeon, Piriformis, On the back, Mat, Level 1, In 2 routines"
    )


def test_what_is_called_so_comes_first(with_exercises: CardModel) -> None:
    with_exercises.set_wish(Wish("pigeon"))
    assert shown(with_exercises) == ["Half pigeon", "Open hips", "After a run"]
    assert headings(with_exercises) == [Heading.EXERCISES, Heading.ROUTINES]


@pytest.mark.parametrize(
    ("wish", "names"),
    [
        (Wish("march", where=Where.CHAIR), ["Seated march"]),
        (Wish("march", where=Where.LYING), []),
        (Wish("march", minutes=5), []),
        (Wish("pigeon march", needs=Needs.NONE), []),
    ],
)
def test_chips_narrow_exercises_too(
    with_exercises: CardModel, wish: Wish, names: list[str]
) -> None:
    with_exercises.set_wish(wish)
    assert shown(with_exercises) == names


def test_the_nearest_words_are_offered(with_exercises: CardModel) -> None:
    with_exercises.set_wish(Wish("pxgexn"))
    assert shown(with_exercises) == []
    assert with_exercises.nearest == "pigeon"


def test_words_that_say_nothing_find_all(model: CardModel) -> None:
    model.set_wish(Wish("pain"))
    assert len(shown(model)) == len(ALL)


def test_favourites_and_what_was_done_lately_stand_on_top(qtbot: QtBot, model: CardModel) -> None:
    model.set_favourites(["after-a-run"])
    model.set_last_days({"desk-break": date(2026, 3, 1)})
    assert shown(model) == ["After a run", "Desk break", "evening-hips.yaml", "Open hips"]
    assert headings(model) == [Heading.FAVOURITES, Heading.RECENT, Heading.OWN, Heading.ALL]
    assert model.words(0).favourite
    assert not model.words(1).favourite
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_favourites(["after-a-run"])


def test_what_can_be_shortened_says_so_and_how_long_it_is_wished(model: CardModel) -> None:
    long = a_card("Long", minutes=14, shortest_minutes=5)
    model.set_cards([long])
    model.set_wish(Wish(minutes=5))
    words = model.words(0)
    assert (words.last, words.stands_out, words.time) == (
        "Can be done in 5 min", True, "14 min 00 s"
    )  # fmt: skip
    assert model.minutes_for(long) == 5
    model.set_wish(Wish(minutes=15))
    assert model.words(0).last == "Not done yet"
    assert model.minutes_for(long) is None
