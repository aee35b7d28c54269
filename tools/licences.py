"""Collects the licences of all that is handed out with the program.

    python tools/licences.py                 writes assets/licences.json anew
    python tools/licences.py --bundle FOLDER writes those of the libraries of the system (Debian)
                                             that a built program has in FOLDER

The first are of the packages in requirements/run.txt, of Qt and of Python; the About page shows
both. Run it when that list changes; a test compares them.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from stretchcoach.files.licences import COLLECTED, OF_THE_SYSTEM, Licence  # noqa: E402

KEPT = ROOT / "assets" / COLLECTED
LOCK = ROOT / "requirements" / "run.txt"
COMMON = Path("/usr/share/common-licenses")  # of Debian: the texts of the GNU licences
DOCUMENTS = Path("/usr/share/doc")
# A line of dpkg-query about a library where all programs find it.
LINE_OF_DPKG = re.compile(r"^([^:\s]+)(?::\S+)?: (?:/usr)?/lib/[^/]+/[^/]+$", re.MULTILINE)
QT_PACKAGES = ("pyside6_addons", "pyside6_essentials", "shiboken6")
QT_WORDS = """\
Qt and Qt for Python are used under the GNU Lesser General Public License, version 3. Their
libraries lie beside this program as files of their own, unchanged, and may be exchanged for others.
Their source can be had from https://code.qt.io and https://download.qt.io. What they contain of
others, such as FreeType, HarfBuzz, ICU, libjpeg, libpng, libwebp and PCRE2, with its licences, is
listed at https://doc.qt.io/qt-6/licenses-used-in-qt.html.

"""


def collected() -> list[Licence]:
    """Of all that stands in the lock and is installed here, of Qt, of Python, of the program."""
    own = Licence("Stretch Coach", "MIT", (ROOT / "LICENSE").read_text("utf-8"))
    return [own, _qt(), _python(), *packages()]


def packages() -> list[Licence]:
    """Of the packages in the lock that are installed here, without those of Qt."""
    found = [one for one in _locked() if one.metadata["Name"].lower() not in QT_PACKAGES]
    return sorted(map(_of_package, found))


def _locked() -> Iterator[Distribution]:
    names = re.findall(r"^([a-z0-9._-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)
    for name in dict.fromkeys(names):
        try:
            yield distribution(name)
        except PackageNotFoundError:
            continue  # of another system


def _of_package(package: Distribution) -> Licence:
    data = package.metadata
    named = {key: value for key, value in data.json.items() if isinstance(value, str)}
    said = named.get("license_expression") or named.get("license", "").partition("\n")[0]
    if not said:
        lines = "\n".join(data.get_all("Classifier") or ())
        kinds = re.findall(r"^License :: .*?([^:]+)$", lines, re.MULTILINE)
        said = ", ".join(kind.strip() for kind in kinds)
    files = [
        file for file in package.files or ()
        if ".dist-info" in str(file) and re.search("licen[sc]e|copying", file.name, re.IGNORECASE)
    ]  # fmt: skip
    text = "\n\n".join(file.read_text("utf-8").strip() for file in sorted(files))
    return Licence(data["Name"], said, text)


def _qt() -> Licence:
    texts = [(COMMON / name).read_text("utf-8") for name in ("LGPL-3", "GPL-3")]
    return Licence("Qt and Qt for Python", "LGPL-3.0-only", QT_WORDS + "\n\n".join(texts))


def _python() -> Licence:
    for folder in (Path(sys.base_prefix) / "lib", DOCUMENTS):
        for name in ("python3.*/LICENSE.txt", "python3.*/copyright"):
            for file in sorted(folder.glob(name), reverse=True):
                return Licence("Python", "PSF-2.0", file.read_text("utf-8"))
    raise FileNotFoundError("the licence of Python")


def of_system(folder: Path) -> list[Licence]:
    """Of the packages of the system whose libraries are in `folder`."""
    names = {file.name for file in folder.iterdir() if re.match(r"lib.+\.so", file.name)}
    command = ["dpkg-query", "-S", *(f"*/{name}" for name in sorted(names))]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    packages = set(
        re.findall(r"^([^:\s]+)(?::\S+)?: (?:/usr)?/lib/[^/]+/[^/]+$", said, re.MULTILINE)
    )
    found = []
    for package in sorted(packages):
        file = DOCUMENTS / package / "copyright"
        if file.exists():
            text = file.read_text("utf-8", errors="replace")
            kinds = re.findall(r"^License: *(\S.*)$", text, re.MULTILINE)
            found.append(Licence(package, ", ".join(dict.fromkeys(kinds))[:200], text))
    return found


def write(found: list[Licence], path: Path) -> None:
    content = [one._asdict() for one in found]
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{path}: {len(found)} licences")


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--bundle"]:
        folder = Path(arguments[1])
        assets = folder / "stretchcoach" / "bundled" / "assets"
        write(of_system(folder), assets / OF_THE_SYSTEM)
    else:
        write(collected(), KEPT)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
