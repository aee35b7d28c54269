"""What an exercise of one's own begins with, and edits that touch nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.edit.spans import Plain
from stretchcoach.files.own_exercises.reading import name_fault, read_exercise
from stretchcoach.files.own_exercises.texts import blank_text, copy_text, set_exercise_keys
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.files.yaml.reader import read_document

BUNDLED = sorted((bundled_dir("routines") / "exercises").glob("*.yaml"))
HERE = Path("mine.yaml")
MINE = """\
# how I teach it
format: stretchcoach-exercise/1
id: towel-slide
name: Towel slide  # at the gym
later: kept as it is
instructions: {move: Slide the heel.}
pose:
  keyframes: [{name: start, position: supine}, {name: hold}]  # a beginning
"""


def bundled(path: Path) -> Exercise:
    found = read_document(path, Exercise).value
    assert found is not None
    return found


def test_a_blank_one_lacks_nothing_but_its_words() -> None:
    reading = read_exercise(HERE, blank_text("new-exercise"))
    assert [problem.message for problem in reading.errors] != []
    said = set_exercise_keys(reading.text, {("instructions", "move"): "Slide the heel."})
    exercise = read_exercise(HERE, said).exercise
    assert exercise is not None
    assert (exercise.id, exercise.name) == ("new-exercise", "New exercise")


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_a_copy_says_the_same_by_another_name(path: Path) -> None:
    original = bundled(path)
    text, id_ = copy_text(path.read_text("utf-8"), original, ())
    reading = read_exercise(HERE, text)
    assert id_ == f"{original.id}-my"
    assert reading.exercise == replace(
        original, id=id_, name=f"{original.name}, my way", also_known_as=()
    )
    assert "yaml-language-server" not in text


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_each_word_of_each_exercise_can_be_changed_alone(path: Path) -> None:
    before = path.read_text("utf-8")
    wanted: dict[KeyPath, Plain | None] = {
        ("name",): "Another: name",
        ("position",): "standing",
        ("equipment",): ["chair"],
        ("targets", "primary"): ["calf"],
        ("dose", "sets"): "3",
        ("alt",): "Someone stands.",
        ("instructions", "move"): "Move, and # breathe.",
        ("cues",): ["One thing", "Another: thing"],
        ("cautions",): None,
        ("figure",): "figures/mine.webp",
    }
    for key, value in wanted.items():
        after = set_exercise_keys(before, {key: value})
        old, new = before.splitlines(), after.splitlines()
        touched = [line for line in old if line not in new]
        exercise = read_exercise(HERE, after).exercise
        assert exercise is not None, key
        assert all(_belongs_to(line, key, old) for line in touched), (key, touched)


def _belongs_to(line: str, key: KeyPath, lines: list[str]) -> bool:
    """Whether `line` stands below the first part of `key`."""
    at = lines.index(line)
    while at and lines[at].startswith((" ", "-")):
        at -= 1
    return lines[at].startswith(f"{key[0]}:")


def test_comments_order_and_unknown_keys_stay() -> None:
    after = set_exercise_keys(
        MINE, {("position",): "supine", ("name",): "Slide", ("cues",): ["Softly"]}
    )
    assert after == MINE.replace("Towel slide", "Slide").replace(
        "later:", "position: supine\nlater:"
    ).replace("pose:", "cues: [Softly]\npose:")


def test_the_copy_of_a_translated_one_says_what_was_shown() -> None:
    text = MINE.replace("later: kept as it is\n", "translations:\n  de: {name: Handtuch}\n")
    original = read_exercise(HERE, text).exercise
    assert original is not None
    how = replace(original.instructions, move="Schieb die Ferse.")
    shown = replace(original, name="Handtuch", instructions=how)
    copy, id_ = copy_text(text, shown, {"towel-slide-my"})
    exercise = read_exercise(HERE, copy).exercise
    assert exercise is not None
    assert id_ == "towel-slide-my-2"
    assert exercise.name == "Handtuch, my way"
    assert exercise.instructions.move == "Schieb die Ferse."
    assert not exercise.translations


def test_the_words_of_picture_and_cues_come_along_translated() -> None:
    text = (
        "format: stretchcoach-exercise/1\nid: a\nname: A\nalt: Someone.\n"
        "instructions: {move: Move.}\ncues: [Softly]\ntranslations: {de: {alt: Jemand.}}\n"
    )
    original = read_exercise(HERE, text).exercise
    assert original is not None
    copy, _ = copy_text(text, replace(original, alt="Jemand.", cues=("Sanft",)), ())
    exercise = read_exercise(HERE, copy).exercise
    assert exercise is not None
    assert (exercise.alt, exercise.cues) == ("Jemand.", ("Sanft",))


def test_a_reading_tells_words_and_lists_at_their_places() -> None:
    reading = read_exercise(HERE, MINE)
    assert reading.words(("instructions", "move")) == "Slide the heel."
    assert reading.words(("instructions", "feel")) == reading.words(("pose",)) == ""
    assert reading.listed(("cues",)) == ()
    broken = read_exercise(HERE, "name: [")
    assert (broken.root, broken.exercise, broken.words(("name",))) == (None, None, "")
    assert broken.why_no_tree
    assert broken.listed(("cues",)) == () == broken.remarks


def test_links_to_what_is_not_there_are_told() -> None:
    text = MINE.replace("later: kept as it is\n", "easier: nowhere\n")
    assert read_exercise(HERE, text).exercise is not None
    assert "nowhere" in read_exercise(HERE, text, {}).errors[0].message


def test_two_of_one_name_are_refused() -> None:
    mine = read_exercise(HERE, MINE.replace("later: kept as it is\n", "")).exercise
    assert mine is not None
    assert name_fault(mine, {mine.id: mine}) == ""
    other = replace(mine, id="other", name="Other", also_known_as=("towel  SLIDE",))
    assert "Towel slide" in name_fault(mine, {other.id: other})


def test_what_people_would_miss_is_remarked() -> None:
    reading = read_exercise(HERE, MINE.replace("later: kept as it is\n", ""))
    assert [remark.code.value for remark in reading.remarks][:1] == ["unsaid"]
