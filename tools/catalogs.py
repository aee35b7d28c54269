"""The catalogues of translations, made from the source and compiled for the program.

    python tools/catalogs.py extract        all texts into stretchcoach/locale/stretchcoach.pot
    python tools/catalogs.py add de         begin a language: .../de/LC_MESSAGES/stretchcoach.po
    python tools/catalogs.py update         bring all languages into line with the template
    python tools/catalogs.py compile        write the .mo files, which the program reads
    python tools/catalogs.py pseudo         write the pseudo-language (kept out of the repository)

Needs Babel, which `dev.py test` installs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from stretchcoach import __version__  # noqa: E402
from stretchcoach.files.catalogs import DOMAIN, LOCALE, PSEUDO_LANGUAGE  # noqa: E402
from tools.pseudo_language import PseudoCatalog  # noqa: E402

TEMPLATE = LOCALE / f"{DOMAIN}.pot"
KEYWORDS = {"tr": None, "trn": (1, 2), "trc": ((1, "c"), 2)}
HEADER = """\
# Texts of Stretch Coach.
# This file is distributed under the same license as the program.
#"""


def extracted() -> Catalog:
    """All texts of the source, with the comments for translators before them."""
    catalog = Catalog(
        project="Stretch Coach",
        version=__version__,
        header_comment=HEADER,
        charset="utf-8",
    )
    source = ROOT / "stretchcoach"
    for name, _, message, comments, context in extract_from_dir(
        source, keywords=KEYWORDS, comment_tags=["Translators:"], strip_comment_tags=True
    ):
        place = (f"stretchcoach/{Path(name).as_posix()}", 0)
        catalog.add(message, locations=[place], auto_comments=comments, context=context)
    return catalog


def write_template() -> None:
    """Without dates and line numbers, so that it changes only where a text does."""
    catalog = extracted()
    with TEMPLATE.open("wb") as stream:
        write_po(stream, catalog, width=98, omit_header=False, include_lineno=False,
                 sort_by_file=True)  # fmt: skip
    lines = TEMPLATE.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith('"POT-Creation-Date')]
    TEMPLATE.write_text("".join(kept), "utf-8")


def po_files() -> list[Path]:
    """The languages that there are, the pseudo-language not among them."""
    found = sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    return [path for path in found if path.parts[-3] != PSEUDO_LANGUAGE]


def add(language: str) -> None:
    """Begin the catalogue of `language`; FileExistsError when there is one."""
    path = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        write_po(stream, _read(TEMPLATE, language), width=98, include_lineno=False)


def update() -> None:
    """Give every language the texts of the template; what was translated stays so."""
    template = _read(TEMPLATE)
    for path in po_files():
        catalog = _read(path, path.parts[-3])
        catalog.update(template)
        with path.open("wb") as stream:
            write_po(stream, catalog, width=98, include_lineno=False)


def compile_all() -> None:
    """Write the .mo beside each .po; texts marked as doubtful stay English."""
    for path in po_files():
        with path.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, _read(path, path.parts[-3]))


def write_pseudo() -> None:
    """The pseudo-language as a catalogue, for `STRETCHCOACH_PSEUDO=1 stretchcoach`."""
    pseudo = PseudoCatalog()
    catalog = extracted()
    for message in catalog:
        if isinstance(message.id, (tuple, list)):
            message.string = tuple(pseudo.gettext(text) for text in message.id)
        elif message.id:
            message.string = pseudo.gettext(message.id)
    path = LOCALE / PSEUDO_LANGUAGE / "LC_MESSAGES" / f"{DOMAIN}.mo"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_mo(stream, catalog)


def _read(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale=language, domain=DOMAIN)


COMMANDS = {
    "extract": write_template,
    "update": update,
    "compile": compile_all,
    "pseudo": write_pseudo,
}


def main(arguments: list[str]) -> int:
    """Run the command; 2 when there is no such command."""
    if len(arguments) == 2 and arguments[0] == "add":
        add(arguments[1])
    elif len(arguments) == 1 and arguments[0] in COMMANDS:
        COMMANDS[arguments[0]]()
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
