"""Keys as people call them, and texts that a comma has cut off."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Routine
from stretchcoach.files.yaml.reader import read_content

HERE = Path("a.yaml")
HEAD = "format: stretchcoach/1\nid: a\ntitle: A\n"
EXERCISE = "format: stretchcoach-exercise/1\nid: a\nname: A\ninstructions: {move: Go.}\n"


def messages(text: str, record: type = Routine) -> list[str]:
    return [problem.message for problem in read_content(HERE, text.encode(), record).problems]


@pytest.mark.parametrize(
    ("step", "key", "meant"),
    [
        ("{exercise: a, side: left}", "side", "sides"),
        ("{exercise: a, duration: 30s}", "duration", "hold"),
        ("{exercise: a, times: 10}", "times", "reps"),
        ("{exercise: a, Repetitions: 10}", "Repetitions", "reps"),
        ("{exercise: a, weight: 2 kg}", "weight", "load"),
        ("{exercise: a, intensity: 4}", "intensity", "effort"),
        ("{exercise: a, tempo: 4s}", "tempo", "pace"),
        ("{exercise: a, comment: Slowly}", "comment", "note"),
        ("{exercise: a, frequency: daily}", "frequency", "schedule"),
        ("{circuit: 3, steps: [{rest: 5s}]}", "circuit", "repeat"),
        ("{rounds: 3, steps: [{rest: 5s}]}", "rounds", "repeat"),
        ("{pause: 20s}", "pause", "rest"),
        ("{movement: bridge}", "movement", "exercise"),
    ],
)
def test_other_words_for_keys_are_understood(step: str, key: str, meant: str) -> None:
    wanted = f"“{key}” is not known here - did you mean “{meant}”?"
    assert messages(f"{HEAD}steps: [{step}]\n") == [wanted]


def test_keys_of_exercises_have_other_words_too() -> None:
    text = EXERCISE + "photo: a.jpg\nmuscles: [piriformis]\nwarnings: [knee]\n"
    assert messages(text, Exercise) == [
        "“photo” is not known here - did you mean “figure”?",
        "“muscles” is not known here - did you mean “targets”?",
        "“warnings” is not known here - did you mean “cautions”?",
    ]


CUT_OFF = "a comma inside { } begins something new - put a text with commas in quotes"


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("{exercise: a, note: Slowly, and breathe}",
         f'{CUT_OFF}, such as note: "Slowly, and breathe"'),
        ("{exercise: a, note: Slowly, easily, hold: 5s}",
         f'{CUT_OFF}, such as note: "Slowly, easily"'),
        ('{exercise: a, note: "Slowly", easily}', CUT_OFF),
        ("{easily, exercise: a}", CUT_OFF),
    ],
)  # fmt: skip
def test_a_text_that_a_comma_cuts_off_is_to_be_quoted(step: str, message: str) -> None:
    assert messages(f"{HEAD}steps: [{step}]\n") == [message]


def test_a_key_without_a_value_is_no_text_that_was_cut_off() -> None:
    assert messages(f"{HEAD}steps:\n  - exercise: a\n    comments:\n") == [
        "“comments” is not known here - did you mean “note”?"
    ]
