"""Nothing that a person reads promises an effect on health: texts, content, documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Routine
from stretchcoach.core.language.claims import claims_in
from stretchcoach.core.plan.plan import Plan
from stretchcoach.files.yaml.reader import read_document
from tests.source_code import ROOT

TEXTS = ROOT / "stretchcoach" / "locale" / "stretchcoach.pot"
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
PLACEHOLDER = re.compile(r"\{\w+\}")
CONTENT = sorted((ROOT / "routines").rglob("*.yaml"))


def found_in(text: str) -> list[str]:
    return [claim.word for claim in claims_in(text)]


def test_no_text_of_the_program_promises_anything() -> None:
    """The template has every text that goes through the translation functions."""
    with TEXTS.open("rb") as file:
        template = read_po(file)
    texts = [
        PLACEHOLDER.sub("", text)
        for message in template
        for text in ([message.id] if isinstance(message.id, str) else message.id)
    ]
    assert len(texts) > 500
    assert {text: words for text in texts if (words := found_in(text))} == {}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_document_promises_anything(path: Path) -> None:
    assert found_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_no_content_promises_anything(path: Path) -> None:
    assert found_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem)
def test_nothing_is_named_after_a_condition(path: Path) -> None:
    record = {"exercises": Exercise, "plans": Plan}.get(path.parent.name, Routine)
    value = read_document(path, record).value
    assert value is not None
    names = [value.name, *value.also_known_as] if isinstance(value, Exercise) else [value.title]
    names.append(value.id.replace("-", " "))
    assert [claims_in(name, is_name=True) for name in names] == [()] * len(names)


def test_a_promise_in_a_text_would_be_found() -> None:
    assert found_in("A routine that treats your hips.") == ["treats"]
