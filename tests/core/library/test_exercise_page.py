from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.exercise import Instructions, Targets
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.sides import Side
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.library.exercise_page import Section, about, how_to
from tests.core.builders import an_exercise

HOW = Instructions("Lie down.", "Draw the (right|left) knee in.", "", "Pulling.", "Stop.")
HUG = replace(
    an_exercise(cues=("Breathe out",), easier="tilt"),
    instructions=Instructions(
        "Lie down.", "Draw the (right|left) knee in.", "", "Pulling.", "Stop."
    ),
    cautions=(Caution.KNEE,),
    also_known_as=("hug", "knee to chest"),
)


def titles(sections: tuple[Section, ...]) -> list[str]:
    return [section.title for section in sections]


def test_how_to_tells_what_is_said_and_leaves_out_what_is_not() -> None:
    sections = how_to(HUG)
    assert titles(sections) == [
        "Set up", "Move", "Avoid", "Ease off", "Cues", "Ask a health professional first with",
    ]  # fmt: skip
    assert [section.is_list for section in sections] == [False, False, False, False, True, True]
    assert sections[5].texts[0].startswith("Sore knee. ")


def test_a_text_that_names_a_side_names_the_one_that_works_else_that_of_the_picture() -> None:
    assert how_to(HUG, Side.LEFT)[1].texts == ("Draw the left knee in.",)
    assert how_to(HUG, Side.RIGHT)[1].texts == ("Draw the right knee in.",)
    assert how_to(HUG)[1].texts == ("Draw the right knee in.",)
    assert how_to(replace(HUG, figure_side=Side.LEFT))[1].texts == ("Draw the left knee in.",)


def test_about_names_muscles_other_names_and_the_other_exercises() -> None:
    exercise = replace(HUG, harder="unheard-of", targets=Targets((Muscle.CALF,)))
    assert [(section.title, *section.texts) for section in about(exercise, {"tilt": "Tilt"})] == [
        ("Muscles", "Calf"),
        ("Easier", "Tilt"),
        ("Also called", "hug, knee to chest"),
    ]
