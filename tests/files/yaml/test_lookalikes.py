"""Look-alikes: each is named with its code at its own place, and free text keeps them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from stretchcoach.files.library.exercise_files import KnownExercises
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import RoutineEntry, read_routine_content
from stretchcoach.files.yaml import lookalikes
from stretchcoach.files.yaml.guard import admit
from stretchcoach.files.yaml.parser import PARSER, parse

GOOD = Library.read([Path(__file__).parents[1] / "good"], assets=Path("assets"))
HEAD = "format: stretchcoach/1\nid: a\ntitle: A\n"
STEPS = "steps:\n  - exercise: figure-4\n"

# What is written, and where the first look-alike is told to be: line, column, and its code.
MISREAD = {
    "a full-width colon in the first lines": (
        "format: stretchcoach/1\nid： a\ntitle: A\n" + STEPS,
        (2, 3, "U+FF1A"),
    ),
    "a full-width colon before a list": (
        HEAD + "steps：\n  - exercise: figure-4\n    sets: 2\n",
        (4, 6, "U+FF1A"),
    ),
    "a full-width colon in the last line": (
        HEAD + "steps:\n  - exercise： figure-4\n",
        (5, 13, "U+FF1A"),
    ),
    "a ratio sign": (HEAD + "steps∶\n  - exercise: figure-4\n", (4, 6, "U+2236")),
    "a line indented with no-break spaces": (
        HEAD + STEPS + "\u00a0\u00a0\u00a0 hold: 30s\n    sets: 2\n",
        (6, 1, "U+00A0"),
    ),
    "every line indented with them": (
        HEAD + "steps:\n\u00a0\u00a0- exercise: figure-4\n\u00a0\u00a0\u00a0\u00a0hold: 30s\n",
        (5, 1, "U+00A0"),
    ),
    "no-break spaces behind every colon": (
        "format:\u00a0stretchcoach/1\nid:\u00a0a\ntitle:\u00a0A\nsteps:\n  - exercise: figure-4\n",
        (1, 8, "U+00A0"),
    ),
    "a line with nothing but a no-break space": (HEAD + "\u00a0\n" + STEPS, (4, 1, "U+00A0")),
    "a no-break space behind a colon": (
        HEAD + "steps:\n  - exercise:\u00a0figure-4\n    hold: 30s\n",
        (5, 14, "U+00A0"),
    ),
    "a no-break space behind a dash": (
        HEAD + "steps:\n  -\u00a0exercise: figure-4\n    hold: 30s\n",
        (5, 4, "U+00A0"),
    ),
    "a no-break space in a time": (HEAD + STEPS + "    hold: 30\u00a0s\n", (6, 13, "U+00A0")),
    "a narrow one": (HEAD + STEPS + "    hold: 30\u202fs\n", (6, 13, "U+202F")),
    "a no-break space at the end": (HEAD + STEPS + "    hold: 30s\u00a0\n", (6, 14, "U+00A0")),
    "an ideographic space": (HEAD + STEPS + "    sets:\u30002\n", (6, 10, "U+3000")),
    "an en dash for each entry": (
        HEAD + "steps:\n  – exercise: figure-4\n    hold: 30s\n  – exercise: figure-4\n",
        (5, 3, "U+2013"),
    ),
    "an en dash for entries of one line": (HEAD + "steps:\n  – exercise: a\n", (5, 3, "U+2013")),
    "a bullet for each entry": (HEAD + "steps:\n  • exercise: figure-4\n", (5, 3, "U+2022")),
    "a bullet before a mere text": (HEAD + "steps:\n  • figure-4\n", (5, 3, "U+2022")),
    "an em dash": (HEAD + "steps:\n  — exercise: figure-4\n    hold: 30s\n", (5, 3, "U+2014")),
    "a full-width colon in a time": (HEAD + STEPS + "    hold: 1：30\n", (6, 12, "U+FF1A")),
    "a full-width digit": (HEAD + STEPS + "    sets: ２\n", (6, 11, "U+FF12")),
    "a digit of another script": (HEAD + STEPS + "    sets: ٢\n", (6, 11, "U+0662")),
    "a minus sign": (HEAD + STEPS + "    sets: −2\n", (6, 11, "U+2212")),
    "a Cyrillic letter in an id": (HEAD + "steps:\n  - exercise: figurе-4\n", (5, 20, "U+0435")),
    "a Cyrillic letter in a key": (HEAD + "steps:\n  - ехercise: figure-4\n", (5, 5, "U+0435")),
    "a Cyrillic letter in a word": (HEAD + STEPS + "    optional: truе\n", (6, 18, "U+0435")),
    "a Greek letter": (HEAD + STEPS + "    sides: bοth\n", (6, 13, "U+03BF")),
    "a key in full width": (HEAD + "steps:\n  - ｅｘｅｒｃｉｓｅ: figure-4\n", (5, 5, "U+FF45")),
    "a soft hyphen in an id": (
        HEAD + "steps:\n  - exercise: figure\u00ad-4\n",
        (5, 21, "U+00AD"),
    ),
    "a no-break hyphen in an id": (HEAD + "steps:\n  - exercise: figure‑4\n", (5, 21, "U+2011")),
    "a zero-width space in an id": (
        HEAD + "steps:\n  - exercise: figure-4\u200b\n",
        (5, 23, "U+200B"),
    ),
    "a zero-width space before a key": (HEAD + "\u200b" + STEPS, (4, 1, "U+200B")),
    "a word joiner in a key": (HEAD + STEPS + "    ho\u2060ld: 30s\n", (6, 7, "U+2060")),
    "curly quotes around a text with a colon": (
        "format: stretchcoach/1\nid: a\ntitle: “Hips: all”\n" + STEPS,
        (3, 8, "U+201C"),
    ),
    "curly quotes around an id": (HEAD.replace("id: a", "id: ‘a’") + STEPS, (2, 5, "U+2018")),
    "full-width brackets": (HEAD + "steps: ［{exercise: figure-4}］\n", (4, 8, "U+FF3B")),
    "a full-width comma": (
        HEAD + "schedule: {days: [mon，wed]}\n" + STEPS,
        (4, 22, "U+FF0C"),
    ),
    "a full-width mark of a comment": ("＃ mine\n" + HEAD + STEPS, (1, 1, "U+FF03")),
    "an accent in an id": (HEAD.replace("id: a", "id: hüfte") + STEPS, (2, 6, "U+00FC")),
    "an exercise of the file": (
        HEAD + "exercises:\n  figure–4: {level: 2}\n" + STEPS,
        (5, 9, "U+2013"),
    ),
}  # fmt: skip

# What fails although it has look-alikes, for another reason.
OTHER_FAULTS = {
    "a colon too many": (
        "format: stretchcoach/1\nid: a\ntitle: “Hips”: all: of\n" + STEPS,
        (3, 14, "a second colon in one line"),
    ),
    "a forgotten colon": (
        HEAD + "note: it’s – good\nsteps:\n  - exercise figure-4\n",
        (6, 5, "keys with values are needed here"),
    ),
    "a long text": (
        HEAD + "note: " + "–\u00a0" * 600 + "\n" + STEPS,
        (4, 7, "the text is 1199 characters long"),
    ),
    "a half": (HEAD + STEPS + "    sets: ½\n", (6, 11, "“½” is not a whole number")),
    "an id of another script": (
        "format: stretchcoach/1\nid: растяжка\ntitle: A\n" + STEPS,
        (2, 5, "“растяжка” is no name for the program"),
    ),
    "a title that nobody sees": (
        "format: stretchcoach/1\nid: a\ntitle: '\u200b\u00a0\u3164'\n" + STEPS,
        (3, 8, "the text is empty - write at least one word"),
    ),
}


def read(text: str, known: KnownExercises = GOOD.known) -> RoutineEntry:
    return read_routine_content(Path("a.yaml"), text.encode(), known)


@pytest.mark.parametrize("name", MISREAD)
def test_it_is_named_with_its_code_at_its_place(name: str) -> None:
    text, (line, column, code) = MISREAD[name]
    entry = read(text)
    assert entry.routine is None
    first = entry.problems[0]
    assert (first.line, first.column) == (line, column), first.message
    assert f"({code}) stands here - " in first.message
    character = text.splitlines()[line - 1][column - 1]
    assert f"U+{ord(character):04X}" == code
    places = [(problem.line, problem.column) for problem in entry.problems]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("name", MISREAD)
def test_mended_the_file_is_read(name: str) -> None:
    """What a message says to write is what makes it good."""
    text = "\n".join(mended(line) for line in MISREAD[name][0].split("\n"))
    problems = [problem.message for problem in read(text).problems]
    assert not any("stands here" in message for message in problems)


def mended(line: str) -> str:
    plain = lookalikes.plain(line)
    return plain.rstrip() if plain.strip() else ""


@pytest.mark.parametrize("name", OTHER_FAULTS)
def test_what_has_another_reason_is_not_laid_on_them(name: str) -> None:
    text, (line, column, message) = OTHER_FAULTS[name]
    first = read(text).problems[0]
    assert (first.line, first.column) == (line, column)
    assert first.message.startswith(message)


def test_free_text_keeps_them() -> None:
    title = "“Hüfte”\u00a0– it’s 1：30 • Бедро\u200b"
    entry = read(f"format: stretchcoach/1\nid: a\ntitle: {title}\n{STEPS}    note: '{title}'\n")
    assert entry.routine is not None
    assert entry.routine.title == title
    assert entry.problems == ()


@pytest.mark.parametrize("parser", [PARSER, yaml.BaseLoader], ids=["c", "python"])
@pytest.mark.parametrize("name", MISREAD)
def test_both_parsers_say_the_same(name: str, parser: object) -> None:
    findings = admit(Path("a.yaml"), MISREAD[name][0].encode())
    reference = admit(Path("a.yaml"), MISREAD[name][0].encode())
    for some, with_parser in ((findings, parser), (reference, PARSER)):
        parse(some, with_parser)
    assert findings.problems == reference.problems


@pytest.mark.parametrize(
    ("character", "sentence"),
    [
        ("\u00a0", "a no-break space (U+00A0) stands here - write an ordinary space"),
        ("\u2003", "a space of another width (U+2003) stands here - write an ordinary space"),
        ("\u200b", "a zero-width space (U+200B) stands here - delete it"),
        ("\u200e", "an invisible character (U+200E) stands here - delete it"),
        ("‑", "a no-break hyphen (U+2011) stands here - write “-”"),
        ("“", 'a curly quote (U+201C) stands here - write a straight quote: "'),
        ("’", "a curly quote (U+2019) stands here - write a straight quote: '"),
        ("•", "a bullet (U+2022) stands here - write “-”"),
        ("а", "the Cyrillic letter “а” (U+0430) stands here - write “a”"),
        ("ο", "the Greek letter “ο” (U+03BF) stands here - write “o”"),
        ("７", "a full-width “7” (U+FF17) stands here - write “7”"),
        ("٧", "a digit of another script, “٧” (U+0667) stands here - write “7”"),
        ("ł", "the character “ł” (U+0142) stands here - write “l”"),
    ],
)
def test_what_is_said(character: str, sentence: str) -> None:
    assert lookalikes.message(character) == sentence


def test_what_was_meant() -> None:
    assert lookalikes.plain("“Ｈｉｐ”：２\u00a0–\u00ad а½") == '"Hip":2 - a½'
    assert lookalikes.plain("–“", only="-") == "-“"
    assert lookalikes.plain("plain") == "plain"
    long_text = "–" * (lookalikes.LONGEST + 1)
    assert lookalikes.plain(long_text) == long_text
    assert lookalikes.meant("a") is None
    assert lookalikes.meant("漢") is None
    assert lookalikes.is_seen("漢")
    assert not lookalikes.is_seen("\u200b\u00a0\u2800")


@pytest.mark.parametrize(("lines", "most_tries"), [(3, 45), (500, 45), (10_000, 4)])
def test_a_long_file_is_not_read_anew_without_end(lines: int, most_tries: int) -> None:
    """Each try reads the file once more, so that a long one is tried a few times only."""
    tries = 0

    class Counting(PARSER):  # type: ignore[misc]
        def __init__(self, text: str) -> None:
            nonlocal tries
            tries += 1
            super().__init__(text)

    good = "".join(f"k{n}: “–\u00a0：（，•” x\n" for n in range(lines))
    findings = admit(Path("a.yaml"), (good + "a: “b”: c: d\n" + good).encode())
    parse(findings, Counting)
    assert len(findings.problems) == 1
    assert tries <= most_tries
