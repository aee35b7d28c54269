"""What a desktop is told of the program is right, by the tools of the desktops themselves."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from stretchcoach import __version__
from stretchcoach.files.packs.making import ENDING
from tests.source_code import ROOT

LINUX = ROOT / "packaging" / "linux"
ID = "org.stretchcoach.StretchCoach"
CHECKS: dict[str, list[str | Path]] = {
    "desktop-file-validate": [LINUX / f"{ID}.desktop"],
    "appstreamcli": ["validate", "--no-net", LINUX / f"{ID}.metainfo.xml"],
    "xmllint": ["--noout", LINUX / f"{ID}.metainfo.xml", LINUX / f"{ID}.xml", LINUX / f"{ID}.svg"],
}


@pytest.mark.parametrize("tool", CHECKS)
def test_the_tools_of_the_desktops_find_nothing(tool: str) -> None:
    program = shutil.which(tool)
    if program is None:
        pytest.skip(f"{tool} is not installed")
    command = [program, *CHECKS[tool]]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert not re.search("error|warning", run.stdout + run.stderr, re.IGNORECASE), run.stdout


def test_packs_are_known_by_their_ending(tmp_path: Path) -> None:
    program = shutil.which("update-mime-database")
    if program is None:
        pytest.skip("update-mime-database is not installed")
    (tmp_path / "packages").mkdir()
    shutil.copy(LINUX / f"{ID}.xml", tmp_path / "packages")
    subprocess.run([program, tmp_path], check=True, capture_output=True)
    known = (tmp_path / "globs2").read_text("utf-8")
    assert f"application/vnd.stretchcoach.pack+zip:*{ENDING}\n" in known
    assert "*.yaml\n" not in known.replace("*.stretchcoach.yaml", "")


def test_all_of_them_speak_of_the_same_program() -> None:
    desktop = (LINUX / f"{ID}.desktop").read_text("utf-8")
    about = ElementTree.parse(LINUX / f"{ID}.metainfo.xml").getroot()
    types = re.search(r"^MimeType=(.*);$", desktop, re.MULTILINE)
    assert types is not None
    assert types[1].split(";") == [one.text for one in about.iter("mediatype")]
    mime = ElementTree.parse(LINUX / f"{ID}.xml").getroot()
    assert [one.get("type") for one in mime if one.get("type")] == types[1].split(";")
    assert about.findtext("id") == ID
    assert about.findtext("launchable") == f"{ID}.desktop"
    assert next(about.iter("release")).get("version") == __version__
    source = (ROOT / "stretchcoach" / "app.py").read_text("utf-8")
    assert f'setDesktopFileName("{ID}")' in source
