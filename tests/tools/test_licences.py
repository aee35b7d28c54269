"""The licences that the About page shows are those of what is handed out."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from stretchcoach.files.licences import read_licences
from tests.source_code import ROOT
from tools import licences


def kept() -> dict[str, tuple[str, str]]:
    content = json.loads(licences.KEPT.read_text("utf-8"))
    return {one["name"]: (one["licence"], one["text"]) for one in content}


def test_what_is_kept_is_what_is_installed() -> None:
    """After a change of the lock: python tools/licences.py"""
    found = {one.name: (one.licence, one.text) for one in licences.packages()}
    known = kept()
    assert found.keys() <= known.keys()
    if sys.version_info >= (3, 11):  # an older Python has older packages
        assert {name: known[name] for name in found} == found


def test_everything_has_its_licence_in_full() -> None:
    for name, (licence, text) in kept().items():
        assert licence, name
        assert len(text) > 500, name
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in kept()["Qt and Qt for Python"][1]
    assert kept()["Stretch Coach"][1] == (ROOT / "LICENSE").read_text("utf-8")


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="this is no Debian")
def test_libraries_of_the_system_are_found_by_their_names(tmp_path: Path) -> None:
    (tmp_path / "libz.so.1").touch()
    (tmp_path / "notes.txt").touch()
    assets = tmp_path / "stretchcoach" / "bundled" / "assets"
    assets.mkdir(parents=True)
    assert licences.main(["--bundle", str(tmp_path)]) == 0
    (found,) = read_licences(assets)
    assert found.name == "zlib1g"
    assert "Jean-loup Gailly" in found.text
