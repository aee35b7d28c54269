"""What is handed over is made beside the window: pictures are decoded for it, disks may be slow."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.work_words import page_words, sheet_words
from stretchcoach.core.settings import Settings
from stretchcoach.core.work.watch import Watch
from stretchcoach.ui.threads.beside_work import Outcome
from stretchcoach.ui.threads.file_work import FileWork

if TYPE_CHECKING:
    from stretchcoach.files.library.routine_files import RoutineEntry


class PaperWork(FileWork):
    """`ready` has a ReadyPaper; of all else `finished` tells."""

    ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, "handout")

    def prepare(self, entry: RoutineEntry, settings: Settings) -> None:
        """Make ready what is to be painted."""
        self.in_turn(partial(self._prepare, entry, settings), sheet_words, "")

    def write_pdf(
        self, entry: RoutineEntry, settings: Settings, path: Path, *, large: bool
    ) -> None:
        """Write the PDF to `path`."""
        self.write(path, partial(_write_pdf, entry, settings, path, large), sheet_words)

    def write_page(self, entry: RoutineEntry, settings: Settings, path: Path) -> None:
        """Write the page for a phone to `path`."""
        self.write(path, partial(_write_page, entry, settings, path), page_words)

    def _prepare(self, entry: RoutineEntry, settings: Settings, watch: Watch) -> Outcome:
        from stretchcoach.ui.handout.handout_file import ready_paper

        return Outcome(then=partial(self.ready.emit, ready_paper(entry, settings, watch)))


def _write_pdf(
    entry: RoutineEntry, settings: Settings, path: Path, large: bool, watch: Watch
) -> None:
    from stretchcoach.paper.sheet import is_letter
    from stretchcoach.ui.handout.handout_file import write_handout

    write_handout(entry, settings, path, letter=is_letter(), large=large, watch=watch)


def _write_page(
    entry: RoutineEntry, settings: Settings, path: Path, watch: Watch
) -> tuple[str, ...]:
    # Only here: what writes pages is not needed before.
    from stretchcoach.ui.handout.page_file import write_page

    return write_page(entry, settings.profile, path, settings.breath, watch)
