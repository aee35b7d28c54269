"""Pages for the tests, with pictures that cost nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.routine import Exercises, RepeatStep, Routine
from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.screen.breath import Breath
from stretchcoach.core.screen.phone_page import PhonePage, phone_page
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.page.pictures import PagePicture
from stretchcoach.page.render import page_html
from tests.files.packs.test_receiving import bundled

RIGHT = Profile(AffectedSide.RIGHT)


@cache
def an_entry(name: str = "desk-break") -> RoutineEntry:
    return bundled().routine(name)


def a_page_of(entry: RoutineEntry, profile: Profile = RIGHT) -> PhonePage:
    assert entry.routine is not None
    return phone_page(entry.routine, entry.exercises, profile, Breath())


def a_picture() -> PagePicture:
    """Two frames, one red and one blue."""
    red, blue = (_webp(QColor(name)) for name in ("red", "blue"))
    return PagePicture((red, blue), blue)


def _webp(colour: QColor) -> bytes:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "WEBP", 80)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def write_html(page: PhonePage, folder: Path) -> Path:
    """The file of `page`, with the same small picture for all exercises."""
    picture = a_picture()
    path = folder / f"{page.routine.id}.html"
    path.write_bytes(page_html(page, {one.id: picture for one in page.exercises}))
    return path


def hostile(text: str, page: Routine, exercises: Exercises) -> tuple[Routine, Exercises]:
    """A routine in which all that can be read is `text`."""
    steps = tuple(
        replace(step, note=text) for step in page.steps if not isinstance(step, RepeatStep)
    )
    bad = {
        name: replace(
            one,
            name=text,
            alt=text,
            cues=(text,),
            instructions=replace(
                one.instructions, setup=text, move=text, feel=text, avoid=text, stop=text
            ),
        )
        for name, one in exercises.items()
    }
    shown = replace(page, title=text, goal=text, for_=text, author=text, note=text, steps=steps)
    return shown, bad


def begins_of(phone: PhonePage) -> list[int]:
    """When each interval begins, in milliseconds from the start."""
    lasting = (interval.duration_ms or 0 for interval in phone.timeline.intervals)
    return list(accumulate(lasting, initial=0))[:-1]
