"""The JSON Schema is current, and agrees with the reader on good and bad files."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Routine
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.yaml.guard import read_file
from stretchcoach.files.yaml.nodes import Mapping, Node, Scalar, Sequence
from stretchcoach.files.yaml.parser import parse
from stretchcoach.files.yaml.reader import read_content, read_document
from stretchcoach.files.yaml.schema import exercise_schema, plan_schema, routine_schema

HERE = Path(__file__).parents[1]
TOP = HERE.parents[1]
BUNDLED = bundled_dir("routines")
NAMES = {
    exercise.id: exercise.name
    for path in sorted((BUNDLED / "exercises").glob("*.yaml"))
    if (exercise := read_document(path, Exercise).value)
}
SCHEMAS = {
    "exercise": exercise_schema(NAMES),
    "plan": plan_schema(NAMES),
    "routine": routine_schema(NAMES),
}
VALIDATORS = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}
GOOD = [path for folder in (HERE / "good", BUNDLED) for path in sorted(folder.rglob("*.yaml"))]

# Bad files whose problem no schema can see: it needs other files or several values at once,
# or an editor's own parser does not even come as far as to ask the schema.
NOT_FOR_SCHEMAS = {
    *("aliases", "tags", "binary", "utf-16", "latin-1", "unsafe-characters", "deep"),
    *("two-documents", "empty", "only-a-comment", "null"),
    *("tab-indent", "tab-after-spaces", "no-space", "no-colon", "second-colon", "too-deep-line"),
    *("uneven-list", "uneven-keys", "open-bracket", "open-brace", "open-quote", "quote-in-quotes"),
    *("backslash", "odd-start", "list-behind-colon", "block-text", "directive"),
    "closing-too-many",
    *("unknown-exercise", "four-hours", "repeats-of-repeats"),
    *("exercise-own-harder", "exercise-circle", "plan-in-words"),
}


def as_an_editor_sees_it(node: Node) -> Any:
    """The node with the guesses of YAML 1.2, which editors make."""
    if isinstance(node, Sequence):
        return [as_an_editor_sees_it(item) for item in node.items]
    if isinstance(node, Mapping):
        return {
            key.text if isinstance(key, Scalar) else repr(key): as_an_editor_sees_it(value)
            for key, value in node.pairs()
        }
    assert isinstance(node, Scalar)
    text = node.text
    if not node.plain:
        return text
    if node.is_blank:
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if re.fullmatch("[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


def schema_errors(path: Path) -> list[str]:
    findings = read_file(path)
    node = parse(findings)
    assert node
    kinds = (kind for kind in ("exercise", "plan") if f"stretchcoach-{kind}/" in findings.text)
    kind = next(kinds, "routine")
    return [error.message for error in VALIDATORS[kind].iter_errors(as_an_editor_sees_it(node))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_a_schema_and_the_shipped_one_is_current(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    shipped = (TOP / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    current = json.dumps(SCHEMAS[name], indent=2, ensure_ascii=False) + "\n"
    assert shipped == current, f"run `stretchcoach schema {name} > schemas/{name}.schema.json`"


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_schema_takes_good_files(path: Path) -> None:
    assert schema_errors(path) == []


@pytest.mark.parametrize(
    "path",
    [path for path in sorted((HERE / "bad").glob("*.yaml")) if path.stem not in NOT_FOR_SCHEMAS],
    ids=lambda path: path.stem,
)
def test_schema_refuses_bad_files(path: Path) -> None:
    assert schema_errors(path)


VALUES = (
    *("30s", "30", "1.5", "-3", "007", ".5", "1e3", "1:30", "2 min", "auto", "manual", "left"),
    *("yes", "NO", "true", "'true'", "null", "~", "''", "'5'", "", "[]", "{}", "[mat]", "bridge"),
)


@settings(max_examples=300)
@given(
    st.sampled_from([HERE / "good" / "everything.yaml", HERE / "good/exercises/figure-4.yaml"]),
    st.integers(0, 100),
    st.sampled_from(VALUES),
)
def test_schema_never_refuses_what_the_reader_takes(path: Path, number: int, value: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    number %= len(lines)
    key, colon, _ = lines[number].partition(": ")
    lines[number] = key + colon + value
    record, kind = (Exercise, "exercise") if "exercises" in path.parts else (Routine, "routine")
    document = read_content(path, "\n".join(lines).encode(), record)
    if not document.has_errors:
        assert document.root
        seen = as_an_editor_sees_it(document.root)
        assert [error.message for error in VALIDATORS[kind].iter_errors(seen)] == []


@pytest.mark.parametrize("name", sorted(NOT_FOR_SCHEMAS))
def test_exceptions_exist(name: str) -> None:
    assert (HERE / "bad" / f"{name}.yaml").exists()


def test_every_key_is_explained() -> None:
    for schema in SCHEMAS.values():
        for record in (schema, *schema["$defs"].values()):
            for key, value in record.get("properties", {}).items():
                assert value.get("description"), key


@pytest.mark.parametrize("path", sorted(BUNDLED.rglob("*.yaml")), ids=lambda path: path.stem)
def test_bundled_files_name_their_schema(path: Path) -> None:
    kinds = {"exercises": "../../schemas/exercise", "plans": "../../schemas/plan"}
    schema = kinds.get(path.parent.name, "../schemas/routine")
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={schema}.schema.json"
    assert (
        (TOP / "routines" / path.relative_to(BUNDLED))
        .parent.joinpath(f"{schema}.schema.json")
        .is_file()
    )
