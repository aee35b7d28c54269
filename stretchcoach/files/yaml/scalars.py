"""Single values: from the text of a node to what its field holds.

Each reader is made once for a field and called for every node. It returns INVALID where it
has added to the findings what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from difflib import get_close_matches
from typing import Any, Final

from stretchcoach.core.content import fields
from stretchcoach.core.content.sided_text import is_whole
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.amounts import (
    amount_parser,
    day_count_parser,
    number_parser,
    span_parser,
)
from stretchcoach.files.yaml.guard import Findings, unsafe_message
from stretchcoach.files.yaml.lookalike_notes import note_in_value
from stretchcoach.files.yaml.lookalikes import is_seen
from stretchcoach.files.yaml.nodes import Node, Scalar, Sequence
from stretchcoach.files.yaml.problems import UNSAFE, NotAllowedError, shown
from stretchcoach.files.yaml.shapes import ValueShape

Read = Callable[[Node, Findings], Any]
INVALID: Final = object()

YES = ("true", "yes", "on")
NO = ("false", "no", "off")
YES_OR_NO = YES + NO
IDENTIFIER = "[a-z0-9]+(-[a-z0-9]+)*"
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".webp")

_IDENTIFIER = re.compile(IDENTIFIER)

# What people call keys. The first of these that may stand there is meant.
_MEANT = {
    **dict.fromkeys(("circuit", "circuits", "round", "rounds", "loop", "laps"), ("repeat",)),
    **dict.fromkeys(("times", "count"), ("repeat", "reps")),
    **dict.fromkeys(("repetition", "repetitions"), ("reps",)),
    **dict.fromkeys(("series",), ("sets",)),
    **dict.fromkeys(("duration", "seconds", "secs", "length", "minutes"), ("hold", "rest", "for")),
    **dict.fromkeys(("tempo", "speed", "cadence"), ("pace",)),
    **dict.fromkeys(("pause", "break", "recovery"), ("rest",)),
    **dict.fromkeys(("weight", "resistance", "band", "kg"), ("load",)),
    **dict.fromkeys(("rpe", "intensity", "difficulty"), ("effort", "level")),
    **dict.fromkeys(("comment", "comments", "remark", "cue", "hint"), ("note", "cues")),
    **dict.fromkeys(("frequency", "days", "when", "how_often"), ("schedule",)),
    **dict.fromkeys(("movement", "stretch"), ("exercise",)),
    **dict.fromkeys(("name",), ("exercise", "title")),
    **dict.fromkeys(("title",), ("name",)),
    **dict.fromkeys(("description", "how", "how_to"), ("instructions", "note")),
    **dict.fromkeys(("preparation", "prep", "prepare"), ("get_ready",)),
    **dict.fromkeys(("change_sides", "side_change", "transition"), ("switch",)),
    **dict.fromkeys(("image", "picture", "photo", "figures"), ("figure",)),
    **dict.fromkeys(("muscles", "muscle"), ("targets", "primary")),
    **dict.fromkeys(("aliases", "synonyms", "other_names"), ("also_known_as",)),
    **dict.fromkeys(("warnings", "contraindications", "precautions"), ("cautions",)),
}


def _meant_by(word: str, keys: Collection[str]) -> str | None:
    """The one of `keys` that people may call `word`."""
    usual = word.lower().replace(" ", "_").replace("-", "_")
    return next((key for key in _MEANT.get(usual, ()) if key in keys), None)


def nearest(word: str, known: Collection[str]) -> str | None:
    """The one of `known` that `word` was probably meant to be."""
    if len(word) > fields.MAX_NAME:
        return None
    if meant := _meant_by(word, known):
        return meant
    word = word.lower()
    for name in known:
        if word == name or (len(name) > 2 and word.startswith(name)):
            return name
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)


def value_reader(shape: ValueShape) -> Read:
    """What reads a value of `shape`."""
    parse = _parser(shape)
    words = shape.known_words
    is_free_text = isinstance(shape.rule, fields.Text)

    def read(node: Node, findings: Findings) -> Any:
        if not isinstance(node, Scalar):
            findings.add(node, _one_value_wanted(node))
            return INVALID
        text = node.text
        if text in words:
            return words[text]
        try:
            return parse(text)
        except NotAllowedError as error:
            # Words for people may have any character; so none of them is why they are refused.
            if is_free_text or not note_in_value(findings, node, accepted):
                findings.add(node, str(error))
            return INVALID

    def accepted(text: str) -> bool:
        try:
            return text in words or parse(text) is not INVALID
        except NotAllowedError:
            return False

    return read


def _one_value_wanted(node: Node) -> str:
    if isinstance(node, Sequence):
        return tr("a list cannot stand here - write one value")
    return tr("keys of their own cannot stand here - write one value")


def _parser(shape: ValueShape) -> Callable[[str], Any]:
    rule = shape.rule
    if shape.value_type is None:
        return _word_parser(list(shape.known_words))
    if isinstance(rule, fields.Duration):
        return amount_parser(shape)
    if isinstance(rule, fields.DayCount):
        return day_count_parser(rule)
    if isinstance(rule, fields.NumberSpan):
        return span_parser(rule)
    if shape.value_type is bool:
        return _parse_bool
    if shape.value_type in (int, float):
        return number_parser(shape)
    if isinstance(rule, fields.Exactly):
        return _exact_parser(rule)
    if isinstance(rule, fields.Identifier):
        return _identifier_parser(rule)
    if isinstance(rule, fields.PicturePath):
        return _picture_parser(rule)
    return _sided_parser(rule) if isinstance(rule, fields.SidedText) else _text_parser(rule)


def _word_parser(known: list[str]) -> Callable[[str], Any]:
    def parse(text: str) -> Any:
        near = nearest(text, known)
        allowed = ", ".join(known)
        if near:
            raise NotAllowedError(
                tr("“{text}” is not known here - did you mean “{near}”? Allowed: {allowed}",
                   text=shown(text), near=near, allowed=allowed)
            )  # fmt: skip
        raise NotAllowedError(
            tr("“{text}” is not known here - allowed: {allowed}", text=shown(text), allowed=allowed)
        )

    return parse


def _parse_bool(text: str) -> bool:
    word = text.lower()
    if word in YES:
        return True
    if word in NO:
        return False
    raise NotAllowedError(
        tr("“{text}” is neither yes nor no - write true or false", text=shown(text))
    )


def _exact_parser(rule: fields.Exactly) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text == rule.text:
            return text
        name, _, version = rule.text.rpartition("/")
        given_name, _, given = text.rpartition("/")
        if given_name == name and given.isdecimal() and int(given[:9]) > int(version):
            raise NotAllowedError(
                tr("“{text}” is of a newer program - this one reads {known}",
                   text=shown(text), known=rule.text)
            )  # fmt: skip
        raise NotAllowedError(
            tr("“{text}” is not known here - write {known}", text=shown(text), known=rule.text)
        )

    return parse


def _identifier_parser(rule: fields.Rule) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if _IDENTIFIER.fullmatch(text):
            return _within(text, rule)
        raise NotAllowedError(
            tr("“{text}” is no name for the program - small letters, digits and single hyphens, "
               "such as figure-4", text=shown(text))
        )  # fmt: skip

    return parse


def _picture_parser(rule: fields.Rule) -> Callable[[str], str]:
    def parse(text: str) -> str:
        parts = text.split("/")
        if "\\" in text or ":" in text or "" in parts or "." in parts or ".." in parts:
            raise NotAllowedError(
                tr("“{text}” leads out of the folder - write a relative path with /, such as "
                   "figures/pigeon.webp", text=shown(text))
            )  # fmt: skip
        if not text.lower().endswith(PICTURE_ENDINGS):
            raise NotAllowedError(
                tr("“{text}” is no picture that can be shown - allowed: {endings}",
                   text=shown(text), endings=", ".join(PICTURE_ENDINGS))
            )  # fmt: skip
        return _safe(_within(text, rule))

    return parse


def _text_parser(rule: fields.Rule) -> Callable[[str], str]:
    least, most = rule.least or 0, rule.most or fields.MAX_TEXT

    def parse(text: str) -> str:
        text = text.strip()
        if least <= len(text) <= most and text.isprintable() and (text.isascii() or is_seen(text)):
            return text
        if least and not is_seen(text):
            raise NotAllowedError(tr("the text is empty - write at least one word"))
        return _safe(_within(text, rule))

    return parse


def _sided_parser(rule: fields.Rule) -> Callable[[str], str]:
    parse = _text_parser(rule)

    def parse_sided(text: str) -> str:
        text = parse(text)
        if not is_whole(text):
            raise NotAllowedError(
                tr("here a | parts what is said on the right from what is said on the left - "
                   "write (right|left), both in one pair of parentheses")
            )  # fmt: skip
        return text

    return parse_sided


def _within(text: str, rule: fields.Rule) -> str:
    most = rule.most or fields.MAX_TEXT
    if len(text) <= most:
        return text
    raise NotAllowedError(
        tr("the text is {length} characters long - at most {most}", length=len(text), most=most)
    )


def _safe(text: str) -> str:
    """`text`, unless an escape such as "\\u202e" has brought in what the guard keeps out."""
    if found := UNSAFE.search(text):
        raise NotAllowedError(unsafe_message(found.group()))
    return text
