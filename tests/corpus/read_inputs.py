"""A process that feeds what `inputs.make` has made to the program, one after the other.

For each of them it writes a line of JSON: the path, the seconds of processor time, and what came
of it, which is "read", "refused", or the error that got through. At last it writes the memory
that it needed at most, in megabytes.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from stretchcoach.core.language.i18n import SourceText
from stretchcoach.files.catalogs import catalog_for
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.index_file import read_index
from stretchcoach.files.settings_file import SettingsFile

MEMORY = 2 * 1024 * 1024 * 1024  # more than this no wild one gets


class Program:
    """What reads files, as the program does."""

    def __init__(self) -> None:
        self._library = Library.read([bundled_dir("routines")], bundled_dir("assets"))

    def feed(self, path: Path) -> str:
        """What came of it."""
        readers: dict[str, Callable[[Path], bool]] = {
            "yaml": self._check,
            "settings": self._settle,
            "pictures": self._show,
            "index": self._index,
            "catalogs": self._translate,
        }
        kind = next(name for name in reversed(path.parts) if name in readers)
        return "read" if readers[kind](path) else "refused"

    def _check(self, path: Path) -> bool:
        checked = self._library.check([path])
        for problem in checked.problems:
            assert problem.format()
        assert len(checked.problems) <= 101
        return not any(problem.is_error for problem in checked.problems)

    def _settle(self, path: Path) -> bool:
        read = SettingsFile(path).read()
        SettingsFile(path).write(read.settings)
        assert SettingsFile(path).read() == (read.settings, "")
        return not read.problem

    def _show(self, path: Path) -> bool:
        from PySide6.QtCore import QSize

        from stretchcoach.ui.widgets.figure.figure_frames import read_still

        return read_still(path, QSize(600, 400)) is not None

    def _index(self, path: Path) -> bool:
        return bool(read_index(path, "corpus"))

    def _translate(self, path: Path) -> bool:
        catalog = catalog_for("de", path)
        assert catalog.gettext("Hold")
        assert catalog.ngettext("{n} set", "{n} sets", 2)
        return not isinstance(catalog, SourceText)


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    program = Program()
    for line in sys.stdin:
        path = Path(line.rstrip("\n"))
        begun_s = time.process_time()
        try:
            came = program.feed(path)
        except BaseException as error:
            came = f"{type(error).__name__}: {error}"
        used_s = time.process_time() - begun_s
        print(json.dumps({"path": str(path), "used_s": used_s, "came": came}), flush=True)
    print(peak_mb())


def peak_mb() -> int:
    """The most memory this program has had; `getrusage` counts what started it as well."""
    [line] = [x for x in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in x]
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    main()
