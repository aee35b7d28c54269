"""What a desktop is told of the program is right, by the tools of the desktops themselves."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from stretchcoach import __version__
from stretchcoach.files.packs.making import ENDING
from stretchcoach.identity import APP_ID, AUTHORS, maintainer
from tests.source_code import ROOT

LINUX = ROOT / "packaging" / "linux"
CHECKS: dict[str, list[str | Path]] = {
    "desktop-file-validate": [LINUX / f"{APP_ID}.desktop"],
    "appstreamcli": ["validate", "--no-net", LINUX / f"{APP_ID}.metainfo.xml"],
    "xmllint": [
        "--noout",
        LINUX / f"{APP_ID}.metainfo.xml",
        LINUX / f"{APP_ID}.xml",
        LINUX / f"{APP_ID}.svg",
    ],
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
    shutil.copy(LINUX / f"{APP_ID}.xml", tmp_path / "packages")
    subprocess.run([program, tmp_path], check=True, capture_output=True)
    known = (tmp_path / "globs2").read_text("utf-8")
    assert f"application/vnd.stretchcoach.pack+zip:*{ENDING}\n" in known
    assert "*.yaml\n" not in known.replace("*.stretchcoach.yaml", "")


def test_all_of_them_speak_of_the_same_program() -> None:
    desktop = (LINUX / f"{APP_ID}.desktop").read_text("utf-8")
    about = ElementTree.parse(LINUX / f"{APP_ID}.metainfo.xml").getroot()
    types = re.search(r"^MimeType=(.*);$", desktop, re.MULTILINE)
    assert types is not None
    assert types[1].split(";") == [one.text for one in about.iter("mediatype")]
    mime = ElementTree.parse(LINUX / f"{APP_ID}.xml").getroot()
    assert [one.get("type") for one in mime if one.get("type")] == types[1].split(";")
    assert about.findtext("id") == APP_ID
    assert about.findtext("launchable") == f"{APP_ID}.desktop"
    assert next(about.iter("release")).get("version") == __version__
    assert about.findtext("developer_name") == AUTHORS
    assert f"\nIcon={APP_ID}\n" in desktop
    flatpak = (ROOT / "packaging" / "flatpak" / f"{APP_ID}.yml").read_text("utf-8")
    assert yaml.safe_load(flatpak)["app-id"] == APP_ID


def test_the_name_for_desktops_and_the_authors_stand_in_one_place() -> None:
    """Other sources take them from there, and no text has an address that nobody reads."""
    files = [*ROOT.glob("packaging/*"), *ROOT.glob("stretchcoach/**/*.py"), ROOT / "pyproject.toml"]
    for path in files:
        if path.is_file() and path.name not in ("identity.py", "README.md"):
            text = path.read_text("utf-8")
            assert APP_ID not in text, path
            assert AUTHORS not in text, path
    for path in (*files, *LINUX.glob("*"), ROOT / "README.md", *ROOT.glob("docs/*.md")):
        if path.is_file():
            assert not re.search(r"@[\w.-]+\.(invalid|example)\b", path.read_text("utf-8")), path


def test_a_package_names_an_address_only_where_there_is_one() -> None:
    assert maintainer("") == AUTHORS
    assert maintainer("a@b.org") == f"{AUTHORS} <a@b.org>"


def test_the_manifest_for_flatpak_is_one(tmp_path: Path) -> None:
    program = shutil.which("flatpak-builder")
    if program is None:
        pytest.skip("flatpak-builder is not installed")
    manifest = ROOT / "packaging" / "flatpak" / f"{APP_ID}.yml"
    command = [program, "--show-manifest", str(manifest)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    shown = json.loads(run.stdout)
    assert shown["id"] == APP_ID
    assert "--share=network" not in shown["finish-args"]
    for source in shown["modules"][0]["sources"]:
        place = (manifest.parent / source["path"]).resolve()
        assert place.is_dir() or place == ROOT / "dist"
    installed = " ".join(shown["modules"][0]["build-commands"])
    assert all(f"linux/{path.name}" in installed for path in LINUX.iterdir())
