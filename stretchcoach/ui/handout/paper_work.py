"""What is handed over is made beside the window: pictures are decoded for it, disks may be slow."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.watch import Watch, part_of, watched
from stretchcoach.ui.threads.beside_work import Outcome
from stretchcoach.ui.threads.file_work import FileWork

if TYPE_CHECKING:
    from stretchcoach.core.handout.handout import Handout
    from stretchcoach.files.library.routine_files import RoutineEntry
    from stretchcoach.paper.handout import Letterhead
    from stretchcoach.ui.handout.card_pictures import CardPictures


DECODED, DRAWN = 0.5, 0.9  # shares of the whole work, about


@dataclass(frozen=True)
class ReadyPaper:
    """All that is needed to paint a handout; its pictures are decoded already."""

    handout: Handout
    pictures: CardPictures
    head: Letterhead


class PaperWork(FileWork):
    """`ready` has a ReadyPaper; of all else `finished` tells."""

    ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, "handout")

    def prepare(self, entry: RoutineEntry, settings: Settings) -> None:
        """Make ready what is to be painted."""
        self.in_turn(partial(self._prepare, entry, settings), _making, "")

    def write_pdf(
        self, entry: RoutineEntry, settings: Settings, path: Path, *, large: bool
    ) -> None:
        """Write the PDF to `path`."""
        self.write(path, partial(_write_pdf, entry, settings, path, large), _making)

    def write_page(self, entry: RoutineEntry, settings: Settings, path: Path) -> None:
        """Write the page for a phone to `path`."""
        self.write(path, partial(_write_page, entry, settings, path), _making_page)

    def _prepare(self, entry: RoutineEntry, settings: Settings, watch: Watch) -> Outcome:
        return Outcome(then=partial(self.ready.emit, _ready(entry, settings, watch)))


def _making(percent: int) -> str:
    return tr("The sheet is made: {percent} % done.", percent=percent)


def _write_pdf(
    entry: RoutineEntry, settings: Settings, path: Path, large: bool, watch: Watch
) -> None:
    from stretchcoach.files.disk.whole_file import replace_bytes
    from stretchcoach.paper.handout import handout_pdf
    from stretchcoach.paper.sheet import is_letter

    paper = _ready(entry, settings, part_of(watch, 0, DECODED))
    watch(DECODED)
    pdf = handout_pdf(paper.handout, paper.pictures.of, paper.head, letter=is_letter(), large=large)
    watch(DRAWN)
    replace_bytes(path, pdf)


def _making_page(percent: int) -> str:
    return tr("The page is made: {percent} % done.", percent=percent)


def _write_page(
    entry: RoutineEntry, settings: Settings, path: Path, watch: Watch
) -> tuple[str, ...]:
    # Only here: what writes pages is not needed before.
    from stretchcoach.ui.handout.page_file import write_page

    return write_page(entry, settings.profile, path, settings.breath, watch)


def _ready(entry: RoutineEntry, settings: Settings, watch: Watch) -> ReadyPaper:
    from stretchcoach.core.handout.handout import handout
    from stretchcoach.ui.handout.card_pictures import CardPictures, letterhead_of

    assert entry.routine is not None
    content = handout(entry.routine, entry.exercises, settings.profile)
    pictures = CardPictures(entry.pictures)
    for card in watched(content.cards, watch):
        pictures.of(card)
    return ReadyPaper(content, pictures, letterhead_of(settings))
