"""What is said about the outline of a file: keys, lists and their number of entries."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from stretchcoach.core.content.fields import Listed, Rule
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.files.yaml.guard import Findings
from stretchcoach.files.yaml.lookalike_notes import note_in_key
from stretchcoach.files.yaml.nodes import Node, Scalar
from stretchcoach.files.yaml.problems import shown
from stretchcoach.files.yaml.scalars import nearest
from stretchcoach.files.yaml.shapes import KeySet

MERGE_KEY = "<<"

Pair = tuple[str, Node]


def note_bound(bound: KeySet, node: Node, first: dict[str, Node], findings: Findings) -> None:
    """Add what is wrong with keys that are bound together; `first` has those that are given."""
    given = [key for key in first if key in bound.keys]
    if bound.rivals and len(given) > 1:
        findings.add(first[given[1]], only_one_can_be_given(given))
    elif not bound.rivals and not given:
        findings.add(node, one_is_needed(bound.keys))


def note_unknown_key(
    node: Node, value: Node, before: Pair, keys: Collection[str], findings: Findings
) -> str:
    """Add that the key is not known; the known one that was probably meant, or itself.

    "" where it is no word, has characters in it that hide what it is, or belongs to the text of
    the pair `before`.
    """
    if not isinstance(node, Scalar):
        findings.add(node, tr("a key must be one word - write “key: value”"))
        return ""
    if is_cut_off(findings.lines, node, value):
        findings.add(node, cut_off_by_a_comma(node, before))
        return ""
    meant = note_in_key(findings, node, keys)
    if meant is not None:
        return meant
    near = nearest(node.text, keys)
    if node.text == MERGE_KEY:
        message = tr("merge keys (<<) are not allowed - write the keys out")
    elif near:
        message = tr("“{key}” is not known here - did you mean “{near}”?",
                     key=shown(node.text), near=near)  # fmt: skip
    else:
        message = tr("“{key}” is not known here - allowed: {allowed}",
                     key=shown(node.text), allowed=", ".join(keys))  # fmt: skip
    findings.add(node, message)
    return near or node.text


def given_twice(key: str, first: Node) -> str:
    return tr("“{key}” is given twice - the first is in line {line}, keep one of them",
              key=shown(key), line=first.line + 1)  # fmt: skip


def is_cut_off(lines: list[str], key: Scalar, value: Node) -> bool:
    """Whether `key` is no key at all, but what stands behind a comma inside of braces."""
    if not (key.plain and isinstance(value, Scalar) and value.plain and not value.text):
        return False
    behind = lines[key.line][key.column :].removeprefix(key.text).lstrip()
    return bool(key.text) and behind[:1] in (",", "}")


def cut_off_by_a_comma(key: Scalar, before: tuple[str, Node]) -> str:
    """`before` is the pair that the comma ended."""
    text = tr("a comma inside { } begins something new - put a text with commas in quotes")
    name, value = before
    if isinstance(value, Scalar) and value.plain:
        whole = shown(f"{value.text}, {key.text}")
        text += tr(", such as {name}: {text}", name=name, text=f'"{whole}"')
    return text


def nothing_there(key: str) -> str:
    return tr("nothing stands behind “{key}:” - write a value or delete the line", key=key)


def missing_keys(missing: list[str], needed: list[str]) -> str:
    return trn("{keys} is missing - needed here: {needed}",
               "{keys} are missing - needed here: {needed}",
               len(missing), keys=", ".join(f"“{key}”" for key in missing),
               needed=", ".join(needed))  # fmt: skip


def keys_wanted(keys: Iterable[str]) -> str:
    allowed = ", ".join(keys)
    wanted = tr("keys with values are needed here - write “key: value”")
    return wanted + tr(", allowed: {allowed}", allowed=allowed) if allowed else wanted


def one_is_needed(keys: Iterable[str]) -> str:
    return tr("one of these is needed: {keys}", keys=", ".join(keys))


def only_one_can_be_given(keys: list[str]) -> str:
    return tr("only one of {named} can be given", named=tr(" and ").join(keys))


def list_wanted(node: Node, rule: Rule) -> str:
    also = ""
    if isinstance(rule, Listed):
        also = tr(", or {word}", word=f"“{rule.all_in_a_word}”")
        if isinstance(node, Scalar) and node.text.isdecimal():
            return tr("a list is needed here{also}; for a number of them write {key}: {number}",
                      also=also, key=rule.counted_by, number=shown(node.text))  # fmt: skip
    if isinstance(node, Scalar):
        return tr("a list is needed here - write [{value}]", value=shown(node.text)) + also
    return tr("a list is needed here - begin every entry with “- ”") + also


def wrong_count(count: int, rule: Rule) -> str:
    if rule.least and count < rule.least:
        return trn("there are too few entries - at least {n} is needed",
                   "there are too few entries - at least {n} are needed",
                   int(rule.least))  # fmt: skip
    return trn("there are too many entries ({count}) - at most {n} is allowed",
               "there are too many entries ({count}) - at most {n} are allowed",
               int(rule.most or 0), count=count)  # fmt: skip
