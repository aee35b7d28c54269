"""Reader and schema agree: on many small files, and on what Hypothesis makes of them.

What the reader takes the schema takes. What the reader refuses the schema refuses as well, but
for what no schema can see.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Routine
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import read_routine_content
from stretchcoach.files.yaml.reader import read_content
from tests.files.yaml.corpus import (
    BAD_EXERCISES,
    BAD_STEPS,
    GOOD_EXERCISES,
    GOOD_STEPS,
    UNSEEN_STEPS,
    exercise_with,
    routine_with,
)
from tests.files.yaml.test_schema import BUNDLED, HERE, VALIDATORS, as_an_editor_sees_it

GOOD = [*map(routine_with, GOOD_STEPS), *map(exercise_with, GOOD_EXERCISES)]
BAD = [*map(routine_with, BAD_STEPS), *map(exercise_with, BAD_EXERCISES)]
FILES = [
    path.read_text(encoding="utf-8")
    for path in (*sorted((HERE / "good").rglob("*.yaml")), *sorted(BUNDLED.glob("*.yaml")))
]

# What a schema cannot see: two keys of one name, and what only YAML or a person would call wrong.
UNSEEN = re.compile(
    r"wrong way round|two different ends|is too (short|long|small|large)"
    r"|nothing stands behind"
    r"|this entry is empty|letters? too many|characters long"
)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.read([HERE / "good"], HERE / "good")


def judged(text: str) -> tuple[list[str], list[str]] | None:
    """What the reader and the schema say of a file; None where it is no YAML."""
    record, kind = (Exercise, "exercise") if "-exercise/1" in text else (Routine, "routine")
    document = read_content(Path("one.yaml"), text.encode(), record)
    if document.root is None:
        return None
    seen = as_an_editor_sees_it(document.root)
    errors = [problem.message for problem in document.problems if problem.is_error]
    return errors, [error.message for error in VALIDATORS[kind].iter_errors(seen)]


def test_the_corpus_is_large() -> None:
    assert len(set(GOOD + BAD)) == len(GOOD + BAD) >= 120


@pytest.mark.parametrize("text", GOOD)
def test_both_take_what_is_good(text: str) -> None:
    assert judged(text) == ([], [])


@pytest.mark.parametrize("text", GOOD[: len(GOOD_STEPS)])
def test_what_is_good_can_be_done(text: str, library: Library) -> None:
    entry = read_routine_content(Path("one.yaml"), text.encode(), library.known)
    assert [problem.message for problem in entry.problems] == []


@pytest.mark.parametrize("text", BAD)
def test_both_refuse_what_is_bad(text: str) -> None:
    found = judged(text)
    assert found is not None
    assert all(found)


@pytest.mark.parametrize("step", UNSEEN_STEPS)
def test_the_reader_alone_sees_what_is_turned_round_or_too_short(step: str) -> None:
    found = judged(routine_with(step))
    assert found is not None
    reader, schema = found
    assert len(reader) == 1
    assert schema == []


LINES = sorted({line for text in (*GOOD, *BAD, *FILES) for line in text.splitlines()})
WORDS = sorted(
    {word for text in (*GOOD, *BAD) for word in re.findall(r"[\w.:'\"-]+", text)}
    | {"", "[]", "{}", "null", "~", "1e3", "007", "no", "'5'", "0x1F", "-"}
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A file of the corpus with a word, a line or a few of them changed."""
    text = draw(st.sampled_from([*GOOD, *BAD, *FILES]))
    for _ in range(draw(st.integers(1, 3))):
        lines = text.splitlines() or [""]
        at = draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(("word", "word", "word", "without", "twice", "other")))
        if change == "word" and (words := list(re.finditer(r"[\w.:'\"-]+", lines[at]))):
            word = draw(st.sampled_from(words))
            new = draw(st.sampled_from(WORDS))
            lines[at] = lines[at][: word.start()] + new + lines[at][word.end() :]
        elif change == "without":
            del lines[at]
        elif change == "twice":
            lines.insert(at, lines[at])
        else:
            lines[at] = draw(st.sampled_from(LINES))
        text = "\n".join(lines) + "\n"
    return text


@settings(max_examples=300, deadline=None)
@given(mutated())
def test_they_agree_on_what_becomes_of_them(text: str) -> None:
    found = judged(text)
    if found is None:
        return
    reader, schema = found
    if not reader:
        assert schema == []
    # Of two keys of one name an editor sees the last, and the reader the first.
    elif not schema and not any("is given twice" in message for message in reader):
        assert [message for message in reader if not UNSEEN.search(message)] == []
