"""What a routine says on paper, for one person and for anybody."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import Dose, DoseChange, Manual
from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import RepeatStep, Routine, Step
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.content.sides import AffectedSide, OneSide, Side, Sides
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.handout.handout import Handout, handout
from stretchcoach.core.language.day_words import WEEKDAYS, Weekday
from tests.core.builders import a_rest, a_routine, a_step, an_exercise, known

HUG = an_exercise(
    setup="Lie on your (left|right) side.", move="Draw it in.", stop="Ease out.", cues=("Slowly",)
)
BRIDGE = replace(
    an_exercise("bridge", "Bridge", sides=Sides.BOTH, setup=""), cautions=(Caution.KNEE,)
)
WALK = an_exercise("walk", "Walk", sides=Sides.BOTH, dose=Dose(reps=3, pace_ms=4_000))
KNOWN = known(HUG, BRIDGE, WALK)
BOTH_DAYS = Schedule(days=(Weekday.MON, Weekday.FRI))


def on_paper(*steps: Step, affected: AffectedSide = AffectedSide.NONE, **fields: object) -> Handout:
    routine: Routine = replace(a_routine(*steps), **fields)  # type: ignore[arg-type]
    return handout(routine, KNOWN, Profile(affected))


def test_the_head_says_what_it_is() -> None:
    paper = on_paper(
        a_step(), title="Hips", author="Ada Lim", goal="Supple hips", note="Calmly.",
        schedule=BOTH_DAYS,
    )  # fmt: skip
    assert (paper.title, paper.author, paper.note) == ("Hips", "Ada Lim", "Calmly.")
    assert paper.facts == ("Mon, Fri", "1 min 08 s", "Nothing else needed")
    assert paper.purpose == "Supple hips."


def test_a_time_that_one_chooses_is_at_least_that() -> None:
    until_done = a_step(Dose(pace_ms=Manual.MANUAL), exercise="walk")
    assert on_paper(until_done).facts[0].endswith(" +")
    assert not on_paper(a_step(exercise="walk")).facts[0].endswith("+")


def test_for_anybody_the_side_is_ticked_and_what_differs_is_told() -> None:
    paper = on_paper(replace(a_step(), affected=DoseChange(sets=3)))
    assert paper.affected is AffectedSide.NONE
    assert paper.order == ""
    card = paper.cards[0]
    assert card.doses == ("1 × 30 s each side",)
    assert card.affected_dose == "3 on the affected side"
    assert card.side is Side.RIGHT


def test_for_one_person_the_side_has_its_name_and_the_picture_shows_it() -> None:
    paper = on_paper(replace(a_step(), affected=DoseChange(sets=3)), affected=AffectedSide.LEFT)
    assert paper.order == "The left goes first, the right goes last."
    card = paper.cards[0]
    assert (card.side, card.affected_dose) == (Side.LEFT, "3 on the left")
    assert card.rows[0].text == "Lie on your right side."


def test_a_step_for_one_side_shows_that_side() -> None:
    paper = on_paper(replace(a_step(), sides=OneSide.LEFT), affected=AffectedSide.RIGHT)
    assert paper.cards[0].side is Side.LEFT


def test_rows_are_those_that_say_something() -> None:
    hug, bridge = on_paper(
        replace(a_step(), note="Only (right|left)."), a_step(exercise="bridge")
    ).cards
    assert [(row.label, row.text, row.is_strong) for row in hug.rows] == [
        ("Start", "Lie on your left side.", False),
        ("Move", "Draw it in.", False),
        ("Feel", "In the buttock.", False),
        ("Care", "Ease out.", False),
        ("Note", "Only right.", True),
    ]
    assert [row.label for row in bridge.rows] == ["Move", "Feel"]


def test_what_else_belongs_to_the_dose() -> None:
    step = replace(
        a_step(exercise="bridge"), optional=True, load="yellow band", schedule=Schedule(per_week=2)
    )
    (_, bridge) = on_paper(a_step(), a_rest(40), step).cards
    assert (bridge.number, bridge.title) == (2, "Bridge")
    assert bridge.doses == (
        "1 × 30 s", "yellow band", "40 s rest before", "2 times a week", "optional",
    )  # fmt: skip


def test_a_block_is_told_once() -> None:
    block = RepeatStep(repeat=3, steps=(a_step(), a_step(exercise="bridge")))
    cards = on_paper(block, a_step(exercise="walk")).cards
    assert [card.number for card in cards] == [1, 2, 3]
    assert [card.doses[-1] for card in cards[:2]] == ["3 rounds", "3 rounds"]


def test_days_are_those_of_the_step_or_else_of_the_routine() -> None:
    steps = (a_step(), replace(a_step(exercise="bridge"), schedule=Schedule(per_week=2)))
    hug, bridge = on_paper(*steps, schedule=BOTH_DAYS).cards
    assert (hug.weekdays, bridge.weekdays) == ((Weekday.MON, Weekday.FRI), ())
    assert on_paper(a_step()).cards[0].weekdays == ()
    assert on_paper(a_step(), schedule=Schedule()).cards[0].weekdays == WEEKDAYS


def test_cautions_name_the_numbers_of_the_cards() -> None:
    paper = on_paper(a_rest(), a_step(), a_step(exercise="bridge"))
    assert len(paper.cautions) == 1
    assert paper.cautions[0].endswith(": step 2")


def test_cautions_with_a_comma_within_are_kept_apart() -> None:
    both = (Caution.HIP_REPLACEMENT_ANTERIOR, Caution.KNEE)
    paper = handout(a_routine(a_step()), known(replace(HUG, cautions=both)), Profile())
    assert paper.cautions == ("Hip replacement, from the front; Sore knee: step 1",)
