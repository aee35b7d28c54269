"""Which names are let out of a pack onto a disk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.files.packs.entry_names import MANIFEST, name_fault, twin


@pytest.mark.parametrize(
    "name",
    [
        "a/a.yaml",
        MANIFEST,
        "a/exercises/é ü.JPG",
        "a/плечо.webp",
        "a/b (1) 'x'&.png",
        "a/c.o.yml",
    ],
)
def test_names_of_files_are_let_in(name: str) -> None:
    assert name_fault(name) == ""


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../a.yaml", "leads out"),
        ("/etc/a.yaml", "leads out"),
        ("a//b.yaml", "leads out"),
        ("a/./b.yaml", "leads out"),
        ("", "leads out"),
        ("a\\b.yaml", "not every system"),
        ("C:a.yaml", "not every system"),
        ("a\0.yaml", "not every system"),
        ("a\u202ey.yaml", "not every system"),
        ("a/b\n.yaml", "not every system"),
        ("a /b.yaml", "begins or ends"),
        ("a./b.yaml", "begins or ends"),
        (".git/b.yaml", "begins or ends"),
        ("a/CON.yaml", "Windows"),
        ("nul/a.yaml", "Windows"),
        ("a/lpt1.x.png", "Windows"),
        ("a/inner.zip", "neither YAML nor"),
        ("a/run.exe", "neither YAML nor"),
        ("a/manifest.json", "neither YAML nor"),
        ("a/" * 9 + "a.yaml", "too long"),
        ("a" * 240 + ".yaml", "too long"),
    ],
)
def test_others_are_not(name: str, reason: str) -> None:
    assert reason in name_fault(name)


@given(st.text())
def test_any_name_is_judged(name: str) -> None:
    fault = name_fault(f"{name}.yaml")
    assert fault or not {".", ".."} & set(f"{name}.yaml".split("/"))


@pytest.mark.parametrize(
    ("names", "double"),
    [
        (["a.yaml", "b.yaml"], ""),
        (["a.yaml", "A.yaml"], "A.yaml"),
        (["\u00e9.yaml", "e\u0301.yaml"], "e\u0301.yaml"),
        (["a.yaml/b.yaml", "A.yaml"], "A.yaml"),
        (["a.yaml", "a.yaml/b.yaml"], "a.yaml/b.yaml"),
        (["a/b.yaml", "a/c.yaml"], ""),
    ],
)
def test_two_names_of_one_file(names: list[str], double: str) -> None:
    assert twin(names) == double
