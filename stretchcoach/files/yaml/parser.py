"""From text to nodes in one pass over the events of YAML.

The same pass guards: how deep and how much, and no aliases, anchors, tags or second
document. Events come one by one, so 100,000 brackets are refused at the 33rd.
"""

from __future__ import annotations

from typing import Any, Final

import yaml

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.guard import Findings, RefusedError
from stretchcoach.files.yaml.lookalike_notes import note_for_yaml
from stretchcoach.files.yaml.nodes import Collection, Mapping, Node, Scalar, Sequence
from stretchcoach.files.yaml.syntax_errors import explain

MAX_DEPTH = 32
MAX_EVENTS = 100_000

# The parser of libyaml; the one in Python says the same, ten times slower.
PARSER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def parse(findings: Findings, parser: Any = PARSER) -> Node | None:
    """The tree of the text in `findings`, or None when there is none.

    What is wrong is added to the findings. Raises RefusedError when that is too much.
    """
    known = len(findings.problems)
    try:
        root = _Builder(findings).build(parser(findings.text))
    except yaml.MarkedYAMLError as error:
        if not note_for_yaml(findings, error, parser):
            explain(findings, error)
        return None
    except yaml.YAMLError:
        raise findings.refuse(tr("this file is not YAML text")) from None
    if len(findings.problems) > known:
        return None
    if root is None or (isinstance(root, Scalar) and root.is_blank):
        raise findings.refuse(tr("this file is empty"))
    return root


class _Builder:
    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._documents = 0

    def build(self, parser: Any) -> Node | None:
        """Walk all events; the node of the first document, None when there is none."""
        top: list[Node] = []
        items = top
        open_collections: list[Collection] = []
        for _ in range(MAX_EVENTS):
            event = parser.get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._note_anchor_or_tag(event)
                mark = event.start_mark
                items.append(Scalar(event.value, not event.style, mark.line, mark.column))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._note_anchor_or_tag(event)
                mark = event.start_mark
                is_mapping = kind is yaml.MappingStartEvent
                node = (Mapping if is_mapping else Sequence)(mark.line, mark.column)
                items.append(node)
                open_collections.append(node)
                if len(open_collections) > MAX_DEPTH:
                    raise self._too_deep(node)
                items = node.items
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                closed = open_collections.pop()
                closed.end_line = event.end_mark.line
                closed.end_column = event.end_mark.column
                items = open_collections[-1].items if open_collections else top
            elif kind is yaml.StreamEndEvent:
                return top[0] if top else None
            else:
                self._note_other(event, items)
        message = tr("this file holds too much - at most {most} values", most=MAX_EVENTS)
        raise self._findings.refuse(message)

    def _too_deep(self, node: Node) -> RefusedError:
        message = tr("lists and keys go too deep - at most {most} levels", most=MAX_DEPTH)
        return self._findings.refuse(message, node.line, node.column)

    def _note_anchor_or_tag(self, event: Any) -> None:
        mark = event.start_mark
        if event.anchor is not None:
            message = tr("anchors (&name) are not allowed - write the value out")
        else:
            message = tr("tags (!name) are not allowed - write the value alone")
        self._findings.add_at(mark.line, mark.column, message)

    def _note_other(self, event: Any, items: list[Node]) -> None:
        mark = event.start_mark
        if type(event) is yaml.AliasEvent:
            message = tr("aliases (*name) are not allowed - write the value out")
            self._findings.add_at(mark.line, mark.column, message)
            items.append(Scalar("", True, mark.line, mark.column))
        elif type(event) is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                message = tr("a second document begins here - a file holds only one")
                raise self._findings.refuse(message, mark.line, mark.column)
