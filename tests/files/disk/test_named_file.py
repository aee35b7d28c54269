"""A file is named by its path or by its address."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stretchcoach.files.disk.named_file import NamelessError, named_file


@pytest.mark.parametrize(
    "name", ["a.yaml", "/home/a b.yaml", "evening", "fileserver/a", "a:b", "a\0b"]
)
def test_a_path_is_itself(name: str) -> None:
    assert named_file(name) == Path(name)


@pytest.mark.skipif(os.name != "posix", reason="addresses have other paths here")
@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file:///home/a.yaml", "/home/a.yaml"),
        ("FILE://localhost/home/a%20b%23.yaml", "/home/a b#.yaml"),
        ("file:/home/h%C3%BCfte.yaml", "/home/hüfte.yaml"),
        ("file:///home/caf%E9.yaml", os.fsdecode(b"/home/caf\xe9.yaml")),
    ],
)
def test_an_address_is_the_path_in_it(address: str, path: str) -> None:
    assert named_file(address) == Path(path)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "the name of the file is empty"),
        (" \t", "the name of the file is empty"),
        ("file://", "“file://” is no address of a file"),
        ("file:///", "“file:///” is no address of a file"),
        ("file:///a%00b", "“file:///a%00b” is no address of a file"),
        ("file://[/a", "“file://[/a” is no address of a file"),
        ("file://server/a.yaml", "“file://server/a.yaml” is on another computer"),
    ],
)
def test_what_names_no_file_is_told(text: str, why: str) -> None:
    with pytest.raises(NamelessError, match="^" + why.replace("[", r"\[") + "$"):
        named_file(text)
