"""The handout of a routine as a file, and what is made ready before it is painted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.handout.handout import Handout, handout
from stretchcoach.core.settings import Settings
from stretchcoach.core.work.watch import Watch, part_of, unwatched, watched
from stretchcoach.files.disk.whole_file import replace_bytes
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.paper.handout import Letterhead, handout_pdf
from stretchcoach.ui.handout.card_pictures import CardPictures, WatchedPictures, letterhead_of

DECODED, DRAWN = 0.4, 0.98  # shares of the whole work, about


@dataclass(frozen=True)
class ReadyPaper:
    """All that is needed to paint a handout; its pictures are decoded already."""

    handout: Handout
    pictures: CardPictures
    head: Letterhead


def ready_paper(
    entry: RoutineEntry,
    settings: Settings,
    watch: Watch = unwatched,
    profile: Profile | None = None,
) -> ReadyPaper:
    """For a routine without errors, and a `profile` other than that of the settings."""
    assert entry.routine is not None
    content = handout(entry.routine, entry.exercises, profile or settings.profile)
    pictures = CardPictures(entry.pictures)
    for card in watched(content.cards, watch):
        pictures.of(card)
    return ReadyPaper(content, pictures, letterhead_of(settings))


def write_handout(
    entry: RoutineEntry,
    settings: Settings,
    path: Path,
    *,
    letter: bool,
    large: bool,
    profile: Profile | None = None,
    watch: Watch = unwatched,
) -> None:
    """Write the PDF to `path`, whole or not at all. OSError."""
    paper = ready_paper(entry, settings, part_of(watch, 0, DECODED), profile)
    drawing = part_of(watch, DECODED, DRAWN)
    pictures = WatchedPictures(paper.pictures, len(paper.handout.cards), drawing)
    pdf = handout_pdf(paper.handout, pictures.of, paper.head, letter=letter, large=large)
    watch(DRAWN)
    replace_bytes(path, pdf)
