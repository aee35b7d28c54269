"""What is not put into the built program: parts of Qt and Python that it never loads.

Of Qt's plugins those are kept that a window, its sound, its voice and its printer use. Libraries
are kept that one of the rest needs: those of a plugin that is left out go with it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import PurePath

# What is drawn from poses is drawn when the program is developed; Qt's SSL and the like would
# only serve a network that this program does not use.
LEFT_OUT_MODULES = [
    "PIL", "IPython", "PyInstaller", "_hashlib", "_ssl", "babel", "curses", "hypothesis", "lib2to3",
    "llvmlite", "mypy", "numba", "numpy", "pip", "pydoc_data", "pytest", "setuptools", "ssl",
    "stretchcoach.figure", "tkinter", "unittest",
]  # fmt: skip
KEPT_PLUGINS = re.compile(
    r"/plugins/(?:"
    r"platforms/\w*q(?:xcb|wayland|offscreen|minimal|windows|cocoa)\."
    r"|(?:platforms/libqwayland\w*|wayland-[\w-]+/[\w-]+)\."
    r"|imageformats/\w*q(?:jpeg|webp|ico|gif)\."
    r"|platformthemes/\w*qxdgdesktopportal\."
    r"|platforminputcontexts/\w*(?:compose|ibus)platforminputcontextplugin\."
    r"|texttospeech/\w*qtexttospeech_(?:speechd|sapi|winrt|darwin)\."
    r"|multimedia/\w*(?:windowsmediaplugin|darwinmediaplugin)\."
    r"|printsupport/|styles/"
    r")"
)
PLUGINS = re.compile(r"/plugins/")
TRANSLATIONS = re.compile(r"PySide6/.*translations/")  # the texts of the program name none of them
LIBRARY = re.compile(r"(?:lib[^/]+\.so[.\d]*|[^/]+\.dll|lib[^/]+\.dylib)$")

Entry = tuple[str, str, str]  # where it goes, where it is, which kind it is


def needed(binaries: Iterable[Entry], datas: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Those of both lists that the program needs; names that lead to one that is kept, too."""
    kept = [entry for entry in binaries if _is_kept_plugin(entry[0])]
    names = _needed_names(kept) if sys.platform == "linux" else None
    links = [entry for entry in datas if not TRANSLATIONS.search(_path(entry))]
    if names is None:
        return kept, links
    return (
        [entry for entry in kept if not _is_library(entry) or _name(entry) in names],
        [entry for entry in links if not _is_library(entry) or _name(entry) in names],
    )


def _is_kept_plugin(destination: str) -> bool:
    path = destination.replace("\\", "/")
    return not PLUGINS.search(path) or bool(KEPT_PLUGINS.search(path))


def _needed_names(entries: list[Entry]) -> set[str]:
    """The libraries that what is no library needs, and those that these need."""
    from PyInstaller.depend.bindepend import get_imports

    places = {_name(entry): entry[1] for entry in entries}
    found = {name for name in places if name.startswith("libpython")}
    waiting = [entry[1] for entry in entries if not _is_library(entry)]
    waiting += [places[name] for name in found]
    while waiting:
        for name, _ in get_imports(waiting.pop()):
            base = PurePath(name).name
            if base in places and base not in found:
                found.add(base)
                waiting.append(places[base])
    return found


def _is_library(entry: Entry) -> bool:
    return "/plugins/" not in _path(entry) and bool(LIBRARY.search(_path(entry)))


def _name(entry: Entry) -> str:
    return PurePath(_path(entry)).name


def _path(entry: Entry) -> str:
    return entry[0].replace("\\", "/")
