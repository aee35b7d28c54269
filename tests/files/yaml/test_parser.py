from pathlib import Path
from typing import Any

import pytest
import yaml

from stretchcoach.files.yaml.guard import Findings, RefusedError, admit
from stretchcoach.files.yaml.nodes import Mapping, Node, Scalar, Sequence
from stretchcoach.files.yaml.parser import MAX_DEPTH, MAX_EVENTS, PARSER, parse

BOTH = pytest.mark.parametrize("parser", [PARSER, yaml.BaseLoader], ids=["c", "python"])


def findings_of(text: str) -> Findings:
    return admit(Path("a.yaml"), text.encode())


def refusal(text: str, parser: Any = PARSER) -> str:
    findings = findings_of(text)
    with pytest.raises(RefusedError):
        parse(findings, parser)
    return findings.problems[-1].message


def plain(node: Node | None) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return [(plain(key), plain(value)) for key, value in node.pairs()]


def test_the_parser_of_libyaml_is_used() -> None:
    assert PARSER is yaml.CBaseLoader


@BOTH
def test_values_stay_text(parser: Any) -> None:
    text = "a: no\nb: [1:30, 010, 2026-01-05, ~, 'x']\nc:\n  d: |\n    e\n    f\n"
    assert plain(parse(findings_of(text), parser)) == [
        ("a", "no"),
        ("b", ["1:30", "010", "2026-01-05", "~", "x"]),
        ("c", [("d", "e\nf\n")]),
    ]


@BOTH
def test_nodes_know_their_places(parser: Any) -> None:
    root = parse(findings_of("a: b\nlist:\n  - 伸: 1\n  - {x: y}\nend: z\n"), parser)
    assert isinstance(root, Mapping)
    found = root.find("list")
    assert found
    key, entries = found
    assert isinstance(entries, Sequence)
    assert (key.line, key.column) == (1, 0)
    first, second = entries.items
    assert isinstance(first, Mapping)
    assert isinstance(second, Mapping)
    assert (first.items[1].line, first.items[1].column) == (2, 7)
    assert first.spans(2, 7)
    assert not first.spans(3, 4)
    assert second.spans(3, 4)
    assert not second.spans(4, 0)
    assert root.find("nowhere") is None


@BOTH
def test_blank_values_are_told_from_quoted_ones(parser: Any) -> None:
    root = parse(findings_of("- \n- ~\n- null\n- ''\n- 'null'\n- nil\n"), parser)
    assert isinstance(root, Sequence)
    blanks = [item.is_blank for item in root.items if isinstance(item, Scalar)]
    assert blanks == [True, True, True, False, False, False]


@BOTH
@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: "])
def test_depth_is_bounded_and_found_early(opening: str, parser: Any) -> None:
    events = 0

    class Counting(parser):  # type: ignore[misc]
        def get_event(self) -> Any:
            nonlocal events
            events += 1
            return super().get_event()

    text = opening * 100_000
    assert refusal(text, Counting) == "lists and keys go too deep - at most 32 levels"
    assert events < 3 * MAX_DEPTH + 5


@BOTH
def test_depth_that_is_allowed(parser: Any) -> None:
    assert parse(findings_of("[" * MAX_DEPTH + "]" * MAX_DEPTH), parser)


def test_events_are_bounded() -> None:
    fits = "[" + "x," * (MAX_EVENTS - 6) + "]"
    assert parse(findings_of(fits))
    too_much = "[" + "x," * MAX_EVENTS + "]"
    assert refusal(too_much) == "this file holds too much - at most 100000 values"


@BOTH
@pytest.mark.parametrize("text", ["", "\n\n", "# only this\n", "---\n", "~", "null\n...\n"])
def test_empty_files(text: str, parser: Any) -> None:
    assert refusal(text, parser) == "this file is empty"


@BOTH
def test_all_anchors_aliases_and_tags_are_told(parser: Any) -> None:
    findings = findings_of("a: &x 1\nb: *x\nc: !!str d\ne: !f [1]\ng: &y {h: !<i> j}\n")
    assert parse(findings, parser) is None
    places = [(problem.line, problem.column) for problem in findings.problems]
    assert places == [(1, 4), (2, 4), (3, 4), (4, 4), (5, 4), (5, 11)]


@BOTH
def test_second_document(parser: Any) -> None:
    assert refusal("a: b\n---\nc: d", parser).startswith("a second document begins here")


@BOTH
@pytest.mark.parametrize(
    "name",
    [
        *("second-colon", "no-colon", "open-quote", "open-brace", "uneven-list", "tab-indent"),
        *("odd-start", "too-deep-line", "backslash", "list-behind-colon", "quote-in-quotes"),
    ],
)
def test_both_parsers_are_explained_alike(name: str, parser: Any) -> None:
    file = Path(__file__).parents[1] / "bad" / f"{name}.yaml"
    findings = admit(Path(file.name), file.read_bytes())
    assert parse(findings, parser) is None
    (problem,) = findings.problems
    first = file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()[0]
    assert first.partition(": ")[2] == problem.message
