"""Puts the built program into a Debian package, with what a desktop wants to know of it."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from stretchcoach.identity import APP_ID, maintainer

ROOT = Path(__file__).resolve().parents[1]
LINUX = ROOT / "packaging" / "linux"
PLACES = {
    f"{APP_ID}.desktop": "usr/share/applications",
    f"{APP_ID}.metainfo.xml": "usr/share/metainfo",
    f"{APP_ID}.xml": "usr/share/mime/packages",
    f"{APP_ID}.svg": "usr/share/icons/hicolor/scalable/apps",
}
CONTROL = """\
Package: stretchcoach
Version: {version}
Section: misc
Priority: optional
Architecture: {architecture}
Installed-Size: {size_kb}
Maintainer: {maintainer}
Depends: {depends}
Recommends: speech-dispatcher, speech-dispatcher-espeak-ng, espeak-ng
Description: coach and diary for stretching, one side at a time
 Leads through a stretching routine on the mat: a picture of each stretch, the side
 that is its turn, a countdown for every hold, rest and change of sides, a voice,
 and a quiet diary of what was done. Routines are plain files that a therapist can
 shape and hand over. There is no account, and no network is used.
 .
 It is a coach with a diary. It does not replace a health professional.
"""
FROM_THE_WINDOW_SYSTEM = ("libgl1", "libegl1")  # Qt loads them when a window wants them


def make_package(folder: Path, target: Path, version: str) -> Path:
    """The package of the program in `folder`, put into the folder `target`."""
    architecture = _said("dpkg", "--print-architecture")
    path = target / f"stretchcoach_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "root"
        _fill(root, folder)
        size_kb = sum(file.stat().st_size for file in root.rglob("*") if is_own(file)) // 1024
        text = CONTROL.format(
            version=version, architecture=architecture, size_kb=size_kb,
            depends=", ".join(depends(folder)), maintainer=maintainer(),
        )  # fmt: skip
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN" / "control").write_text(text, "utf-8")
        build = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, path]
        subprocess.run(build, check=True)
    return path


def is_own(file: Path) -> bool:
    """Whether it takes up room itself."""
    return file.is_file() and not file.is_symlink()


def _fill(root: Path, folder: Path) -> None:
    root.mkdir(mode=0o755)
    shutil.copytree(folder, root / "usr/lib/stretchcoach", symlinks=True)
    for name, place in PLACES.items():
        (root / place).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(LINUX / name, root / place / name)
    (root / "usr/bin").mkdir()
    (root / "usr/bin/stretchcoach").symlink_to("../lib/stretchcoach/stretchcoach")
    documents = root / "usr/share/doc/stretchcoach"
    documents.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", documents / "copyright")
    changes = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
    (documents / "changelog.gz").write_bytes(changes)


def depends(folder: Path) -> list[str]:
    """The packages of the libraries that the program loads and that are not in its folder."""
    there = {file.name for file in folder.rglob("*")}
    wanted = {name for file in folder.rglob("*") for name in _loaded(file)} - there
    packages = set(FROM_THE_WINDOW_SYSTEM)
    for name in sorted(wanted):
        said = _said("dpkg-query", "-S", f"*/{name}")
        found = re.findall(r"^([^:\s]+)(?::\S+)?: (?:/usr)?/lib/[^/]+/[^/]+$", said, re.MULTILINE)
        packages.update(found[:1])
    return sorted(packages)


def _loaded(file: Path) -> Iterator[str]:
    if file.is_file() and not file.is_symlink() and file.open("rb").read(4) == b"\x7fELF":
        yield from re.findall(r"NEEDED +(\S+)", _said("objdump", "-p", str(file)))


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
