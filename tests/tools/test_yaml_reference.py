"""docs/yaml.md: the reference is current, and what it shows by example is read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stretchcoach.core.content.routine import Routine
from stretchcoach.core.session.dose_words import dose_words
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import read_routine_content
from stretchcoach.files.yaml.schema import exercise_schema, plan_schema, routine_schema
from tools.yaml_reference import BEGIN, PAGE, page

WRITTEN = PAGE.read_text(encoding="utf-8")
HEAD, *EXAMPLES = re.findall(r"```yaml\n(.*?)```", WRITTEN.partition(BEGIN)[0], re.DOTALL)
SHOWN = re.compile(r"# (.*×.*|\d.*)$", re.MULTILINE)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.read([bundled_dir("routines")], bundled_dir("assets"))


def test_the_reference_is_current() -> None:
    assert page(WRITTEN) == WRITTEN, "run `python tools/yaml_reference.py`"


def test_every_key_of_every_format_stands_in_it() -> None:
    reference = WRITTEN.partition(BEGIN)[2]
    for schema in (routine_schema(), exercise_schema(), plan_schema()):
        for record in (schema, *schema["$defs"].values()):
            for key in record.get("properties", {}):
                assert f"| `{key}` |" in reference


def test_links_lead_to_headings() -> None:
    headings = re.findall(r"^#+ (.*)$", WRITTEN, re.MULTILINE)
    anchors = {
        re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings
    }
    assert set(re.findall(r"\]\(#([^)]*)\)", WRITTEN)) <= anchors


def test_ten_things_that_therapists_ask_for_are_written() -> None:
    assert len(re.findall(r"^\*\*\d+\. ", WRITTEN, re.MULTILINE)) == 10


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_read_without_a_problem(example: str, library: Library) -> None:
    content = (HEAD + example).encode()
    entry = read_routine_content(Path("example.yaml"), content, library.known)
    assert [problem.format() for problem in entry.problems] == []
    assert isinstance(entry.routine, Routine)
    timeline = expand(entry.routine, entry.exercises)
    shown = SHOWN.findall(example)
    for words, planned in zip(shown, timeline.steps, strict=bool(shown)):
        assert dose_words(planned) == words
