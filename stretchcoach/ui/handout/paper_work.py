"""A handout is made beside the window: pictures are decoded for it, and disks may be slow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.ui.threads.background import Background
from stretchcoach.ui.threads.teller import Teller

if TYPE_CHECKING:
    from stretchcoach.core.handout.handout import Handout
    from stretchcoach.files.library.routine_files import RoutineEntry
    from stretchcoach.paper.handout import Letterhead
    from stretchcoach.ui.handout.card_pictures import CardPictures


@dataclass(frozen=True)
class ReadyPaper:
    """All that is needed to paint a handout; its pictures are decoded already."""

    handout: Handout
    pictures: CardPictures
    head: Letterhead


class PaperWork(Teller):
    """One thing at a time; what is asked meanwhile is not done. `ready` has a ReadyPaper,
    `written` the path of a PDF, `failed` a sentence."""

    ready = Signal(object)
    written = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self, "handout")
        self.is_busy = False

    def prepare(self, entry: RoutineEntry, settings: Settings) -> None:
        """Make ready what is to be painted."""
        self._start(partial(self._prepare, entry, settings))

    def write(self, entry: RoutineEntry, settings: Settings, path: Path, *, large: bool) -> None:
        """Write the PDF to `path`, whole or not at all."""
        self._start(partial(self._write, entry, settings, path, large))

    def wait(self) -> None:
        """Wait until it is done."""
        self._background.wait()

    def _start(self, work: Callable[[], None]) -> None:
        if not self.is_busy:
            self.is_busy = True
            self._background.start(partial(self._run, work))

    def _run(self, work: Callable[[], None]) -> None:
        try:
            work()
        finally:
            self.is_busy = False

    def _prepare(self, entry: RoutineEntry, settings: Settings) -> None:
        self.tell("ready", _ready(entry, settings))

    def _write(self, entry: RoutineEntry, settings: Settings, path: Path, large: bool) -> None:
        from stretchcoach.files.disk.whole_file import replace_bytes
        from stretchcoach.paper.handout import handout_pdf
        from stretchcoach.paper.sheet import is_letter

        paper = _ready(entry, settings)
        pdf = handout_pdf(
            paper.handout, paper.pictures.of, paper.head, letter=is_letter(), large=large
        )
        try:
            replace_bytes(path, pdf)
        except OSError as error:
            reason = error.strerror or str(error)
            words = tr("{path} cannot be written: {reason}.", path=path, reason=reason)
            self.tell("failed", words)
            return
        self.tell("written", path)


def _ready(entry: RoutineEntry, settings: Settings) -> ReadyPaper:
    from stretchcoach.core.handout.handout import handout
    from stretchcoach.ui.handout.card_pictures import CardPictures, letterhead_of

    assert entry.routine is not None
    content = handout(entry.routine, entry.exercises, settings.profile)
    pictures = CardPictures(entry.pictures)
    for card in content.cards:
        pictures.of(card)
    return ReadyPaper(content, pictures, letterhead_of(settings))
