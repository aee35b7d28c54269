"""Every text that a person reads goes through the translation functions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.source_code import SourceFile, called_name, python_files

TRANSLATORS = {"tr", "trn", "trc"}
PARTS = ("ui/", "core/", "commands/", "terminal/", "files/", "app.py", "cli.py")

# Where a text stands in the arguments of a call, and the keywords that hold one.
TEXT_AT = {
    "setText": 0,
    "setToolTip": 0,
    "setStatusTip": 0,
    "setWindowTitle": 0,
    "setPlaceholderText": 0,
    "setAccessibleName": 0,
    "setAccessibleDescription": 0,
    "set_label": 0,
    "set_whole_text": 0,
    "setTitle": 0,
    "addAction": 0,
    "print": 0,
    "PlainLabel": 1,
    "ElidedLabel": 1,
    "Button": 1,
    "Switch": 1,
    "CheckBox": 1,
    "Heading": 1,
    "Point": 1,
    "Tag": 1,
    "KeyHint": 2,
    "SessionButton": 1,
    "ChipGroup": 1,
    "SegmentRow": 1,
    "Option": 1,
    "Destination": 1,
    "Cue": 0,
}
TEXT_KEYWORDS = {"text", "help", "description", "epilog", "title"}

# Sentences that no person is meant to read, by the start of the module's name.
NOT_FOR_PEOPLE = (
    "stretchcoach/core/content/fields",
    "stretchcoach/core/content/dose",  # the `doc` of fields: for who writes files, in English
    "stretchcoach/core/content/exercise",
    "stretchcoach/core/content/routine.py",
    "stretchcoach/core/content/schedule.py",
    "stretchcoach/core/plan/plan.py",
    "stretchcoach/core/content/pose",
    "stretchcoach/core/content/still",
    "stretchcoach/files/yaml/schema",
    "stretchcoach/core/language/claims",  # patterns
    "stretchcoach/files/database/",  # SQL
    "stretchcoach/ui/theme/style",  # a style sheet
    "stretchcoach/files/bench/preview",  # YAML
    "stretchcoach/files/bench/templates",
)
# What looks like a sentence and is none: SQL, the words of PyYAML, a command to type.
NO_SENTENCE = re.compile(
    r"SELECT |VACUUM |could not find expected|cannot start any|did not find expected"
)
COMMAND = "stretchcoach "
SENTENCE = re.compile(r"[A-Za-z“][\w’'“”,:;-]* [\w’'“”]+[^=<>{}]* [\w’'“”]+")

# Whoever writes “NHS” or a German noun means the capital. These modules compare words or names of
# files, or write a pattern; a muscle begins a line, and its words are the program's own.
CHANGES_CASE = {"lower", "upper", "title", "capitalize", "casefold", "swapcase"}
MAY_CHANGE_CASE = {
    "stretchcoach/core/language/fold.py",
    "stretchcoach/core/library/localize.py",
    "stretchcoach/core/content/exercise_words.py",
    "stretchcoach/files/yaml/file_names.py",
    "stretchcoach/files/yaml/scalars.py",
    "stretchcoach/files/yaml/durations.py",
    "stretchcoach/files/disk/named_file.py",
    "stretchcoach/files/library/full_library.py",
    "stretchcoach/files/folders/client_folders.py",
    "stretchcoach/files/packs/entry_names.py",
    "stretchcoach/commands/figure.py",
    "stretchcoach/commands/report.py",
    "stretchcoach/files/pictures/picture_header.py",
}


def shown_modules() -> list[SourceFile]:
    starts = tuple(f"stretchcoach/{part}" for part in PARTS)
    return [source for source in python_files("stretchcoach") if source.name.startswith(starts)]


def has_letters(node: ast.expr) -> bool:
    """Whether `node` is a literal, or an f-string with literal parts, that has a word in it."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [str(part.value) for part in parts if isinstance(part, ast.Constant)]
    if texts and texts[0].startswith(COMMAND):
        return False
    return any(re.search(r"[^\W\d_]{2}", text) for text in texts)


def texts_given_untranslated(source: SourceFile) -> list[str]:
    found = []
    for call in source.calls():
        place = TEXT_AT.get(called_name(call))
        given = [call.args[place]] if place is not None and len(call.args) > place else []
        if place is not None or called_name(call) in ("add_argument", "ArgumentParser"):
            given += [word.value for word in call.keywords if word.arg in TEXT_KEYWORDS]
        found += [source.at(text) for text in given if has_letters(text)]
    return found


def sentences_untranslated(source: SourceFile) -> list[str]:
    """Whole sentences outside the translation functions, wherever they stand."""
    if source.name.startswith(NOT_FOR_PEOPLE):
        return []
    return [
        f"{source.at(node)}: {node.value[:60]!r}"
        for node in _outside(source.tree)
        if isinstance(node.value, str)
        and SENTENCE.search(node.value)
        and not NO_SENTENCE.match(node.value)
    ]


def letters_made_small_or_large(source: SourceFile) -> list[str]:
    """Where letters of a text change their case."""
    return [source.at(call) for call in source.calls() if called_name(call) in CHANGES_CASE]


def _outside(node: ast.AST) -> Iterator[ast.Constant]:
    """The constants that are no docstring, style sheet or message of an exception, and that no
    translation function gets."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, (ast.Raise, ast.Assert)):
            continue
        if isinstance(child, ast.Call) and called_name(child) == "setStyleSheet":
            continue
        if isinstance(child, ast.Call) and called_name(child) in TRANSLATORS:
            for word in child.keywords:
                yield from _outside(word)
            continue
        if isinstance(child, ast.Constant):
            yield child
        yield from _outside(child)


@pytest.mark.parametrize("check", [texts_given_untranslated, sentences_untranslated])
def test_every_text_can_be_translated(check: object) -> None:
    assert callable(check)
    assert [place for source in shown_modules() for place in check(source)] == []


def test_words_keep_their_capitals() -> None:
    places = {
        source.name: letters_made_small_or_large(source)
        for source in python_files("stretchcoach")
        if source.name.startswith(tuple(f"stretchcoach/{part}" for part in (*PARTS, "paper/")))
    }
    assert {name for name, found in places.items() if found} == MAY_CHANGE_CASE
    forgotten = SourceFile("stretchcoach/ui/x.py", "label.setText(side_title(side).lower())")
    assert letters_made_small_or_large(forgotten)


@pytest.mark.parametrize(
    "text",
    [
        'PlainLabel(theme, "Hold")',
        'label.setText(f"Step {n}")',
        'Option("left", "Left", icon)',
        'parser.add_argument("--x", help="where it is")',
        'print("all done")',
    ],
)
def test_a_text_that_was_forgotten_is_found(text: str) -> None:
    assert texts_given_untranslated(SourceFile("stretchcoach/ui/x.py", text))


@pytest.mark.parametrize(
    "text", ['PlainLabel(theme, tr("Hold"))', 'label.setText("→")', 'label.setText(f"{n}:{m}")']
)
def test_what_is_translated_or_no_word_is_let_through(text: str) -> None:
    assert texts_given_untranslated(SourceFile("stretchcoach/ui/x.py", text)) == []


def test_a_sentence_that_was_forgotten_is_found() -> None:
    forgotten = 'def f():\n    """What it does is this."""\n    return "What it says is this"\n'
    [place] = sentences_untranslated(SourceFile("stretchcoach/ui/x.py", forgotten))
    assert place.startswith("stretchcoach/ui/x.py:3")
    translated = forgotten.replace('"What it says is this"', 'tr("What it says is this")')
    assert sentences_untranslated(SourceFile("stretchcoach/ui/x.py", translated)) == []
