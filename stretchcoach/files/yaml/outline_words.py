"""What is said about the outline of a file: keys, lists and their number of entries."""

from __future__ import annotations

from collections.abc import Iterable

from stretchcoach.core.content.fields import Listed, Rule
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.files.yaml.nodes import Node, Scalar
from stretchcoach.files.yaml.problems import shown


def given_twice(key: str, first: Node) -> str:
    return tr("“{key}” is given twice - the first is in line {line}, keep one of them",
              key=shown(key), line=first.line + 1)  # fmt: skip


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
