"""Translations in the files of exercises and routines."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.language import i18n
from stretchcoach.core.library.localize import localized
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.yaml.reader import read_content

HEAD = """\
format: stretchcoach-exercise/1
id: hug
name: Knee hug
position: supine
kind: stretch
sides: each
targets: {primary: [piriformis]}
dose: {hold: 30s}
instructions: {setup: Lie down., move: Draw it in., feel: Deep., avoid: Pulling.}
"""
TRANSLATIONS = """\
translations:
  de:
    name: Knie heranziehen
    instructions: {setup: Leg dich hin.}
    cues: [Atme aus]
  no: {name: Kne}
"""
ROUTINE = """\
format: stretchcoach/1
id: evening
title: Evening
translations: {de: {title: Abends, for: Alle}}
steps: [{exercise: hug}]
exercises: {hug: {name: My hug}}
"""


def test_an_exercise_is_read_with_its_translations() -> None:
    document = read_content(Path("hug.yaml"), (HEAD + TRANSLATIONS).encode(), Exercise)
    assert document.problems == ()
    assert document.value is not None
    assert set(document.value.translations) == {"de", "no"}
    assert localized(document.value, ("de",)).instructions.setup == "Leg dich hin."


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("translations: {de: {nam: Knie}}", "did you mean “name”"),
        ("translations: {DE: {name: Knie}}", "“DE” is no name for the program"),
        ("translations: {de: {dose: {hold: 3s}}}", "“dose” is not known here"),
        ("translations: {de: {name: ''}}", "empty"),
    ],
)
def test_a_translation_is_checked_like_everything_else(wrong: str, message: str) -> None:
    document = read_content(Path("hug.yaml"), (HEAD + wrong).encode(), Exercise)
    [problem] = document.problems
    assert message in problem.format()


def test_a_routine_that_renames_an_exercise_keeps_the_other_words(tmp_path: Path) -> None:
    exercises = tmp_path / "exercises"
    exercises.mkdir()
    (exercises / "hug.yaml").write_text(HEAD + TRANSLATIONS, "utf-8")
    (tmp_path / "evening.yaml").write_text(ROUTINE, "utf-8")
    library = Library.read((tmp_path,), tmp_path)
    assert library.problems == ()
    entry = library.routine("evening")
    assert isinstance(entry.routine, Routine)
    assert entry.routine.translations["de"].title == "Abends"
    german = localized(entry.exercises["hug"], ("de",))
    assert german.name == "My hug"
    assert german.cues == ("Atme aus",)
    assert localized(library.exercises["hug"], ("de",)).name == "Knie heranziehen"


def test_a_library_is_in_the_language_of_the_person(tmp_path: Path) -> None:
    exercises = tmp_path / "exercises"
    exercises.mkdir()
    (exercises / "hug.yaml").write_text(HEAD + TRANSLATIONS, "utf-8")
    plain = ROUTINE.replace("exercises: {hug: {name: My hug}}\n", "")
    (tmp_path / "evening.yaml").write_text(plain, "utf-8")
    i18n.use(i18n.SourceText(), ("de_AT", "en"))
    try:
        library = Library.read((tmp_path,), tmp_path)
        entry = library.routine("evening")
    finally:
        i18n.use(i18n.SourceText())
    assert entry.routine is not None
    assert (entry.title, entry.routine.title, entry.routine.for_) == ("Abends", "Abends", "Alle")
    assert entry.exercises["hug"].name == "Knie heranziehen"
    assert library.exercises["hug"].name == "Knee hug"
    assert Library.read((tmp_path,), tmp_path).routine("evening").title == "Evening"


LONG = "Leg dich auf den Rücken, die Beine angestellt. " * 4
NOTED = """\
format: stretchcoach/1
id: evening
title: Evening
steps:
  - {exercise: hug, note: Slowly., translations: {de: {note: Ganz langsam heute.}}}
"""


def test_the_time_to_get_ready_follows_the_length_of_the_translation(tmp_path: Path) -> None:
    exercises = tmp_path / "exercises"
    exercises.mkdir()
    translated = f"translations: {{de: {{instructions: {{setup: '{LONG.strip()}'}}}}}}\n"
    (exercises / "hug.yaml").write_text(HEAD + translated, "utf-8")
    (tmp_path / "evening.yaml").write_text(NOTED, "utf-8")
    get_ready_s = {}
    for language in ("en", "de"):
        i18n.use(i18n.SourceText(), (language,))
        try:
            entry = Library.read((tmp_path,), tmp_path).routine("evening")
        finally:
            i18n.use(i18n.SourceText())
        assert entry.routine is not None
        [planned] = expand(entry.routine, entry.exercises).steps
        assert planned.note_on(None) == {"en": "Slowly.", "de": "Ganz langsam heute."}[language]
        get_ready_s[language] = planned.get_ready_ms // 1000
    told = len(" ".join((LONG.strip(), "Draw it in.", "Ganz langsam heute.")))
    assert get_ready_s == {"en": 15, "de": 4 + -(-told // 14)}
