"""The shapes of the icons, in a box of 24 x 24. Drawn for this program; see `icons`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

Point = tuple[float, float]


class IconName(Enum):
    ROUTINES = "routines"
    PROGRESS = "progress"
    CUSTOMIZE = "customize"
    SETTINGS = "settings"
    SAFETY = "safety"
    SEARCH = "search"
    FOLDER = "folder"
    BACK = "back"
    FORWARD = "forward"
    EXPAND = "expand"
    PLAY = "play"
    PAUSE = "pause"
    NEXT = "next"
    PREVIOUS = "previous"
    PLUS = "plus"
    MINUS = "minus"
    EASE_OFF = "ease-off"
    STOP = "stop"
    SOUND_ON = "sound-on"
    SOUND_CHIMES = "sound-chimes"
    SOUND_OFF = "sound-off"
    SOUND_TROUBLE = "sound-trouble"
    FULL_SCREEN = "full-screen"
    WARNING = "warning"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    CHECK = "check"
    CLOSE = "close"
    UNDO = "undo"
    REDO = "redo"
    PRINT = "print"
    SHARE = "share"
    DOWNLOAD = "download"
    DOCUMENT = "document"
    DRAG = "drag"
    LEARN = "learn"
    CALENDAR = "calendar"
    STAR = "star"
    STAR_FULL = "star-full"


class Line(NamedTuple):
    """A line through points; curved: a start, then control, control, end for each piece."""

    points: tuple[Point, ...]
    closed: bool = False
    curved: bool = False


class Solid(NamedTuple):
    """A filled shape."""

    line: Line


class Dot(NamedTuple):
    """A circle, filled or as an outline."""

    centre: Point
    radius: float
    filled: bool = True


Shape = Line | Solid | Dot


def _line(*points: Point) -> Line:
    return Line(points)


def _loop(*points: Point) -> Line:
    return Line(points, closed=True)


def _curve(*points: Point) -> Line:
    return Line(points, curved=True)


def _box(x: float, y: float, width: float, height: float, radius: float = 2.0) -> Line:
    """A box with round corners as one closed curve."""
    right, bottom, r = x + width, y + height, radius
    k = r * 0.45  # distance of the control points from the corner
    corners: list[Point] = [(x + r, y)]
    for start, one, two, end in (
        ((right - r, y), (right - k, y), (right, y + k), (right, y + r)),
        ((right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom)),
        ((x + r, bottom), (x + k, bottom), (x, bottom - k), (x, bottom - r)),
        ((x, y + r), (x, y + k), (x + k, y), (x + r, y)),
    ):
        corners += [corners[-1], start, start, one, two, end]
    return Line(tuple(corners), closed=True, curved=True)


def _rays(centre: Point, inner: float, outer: float) -> tuple[Line, ...]:
    x, y = centre
    d = 0.7071
    directions = ((1, 0), (d, d), (0, 1), (-d, d), (-1, 0), (-d, -d), (0, -1), (d, -d))
    return tuple(
        _line((x + dx * inner, y + dy * inner), (x + dx * outer, y + dy * outer))
        for dx, dy in directions
    )


_SPEAKER = _loop((4, 9.5), (7.5, 9.5), (11.5, 6), (11.5, 18), (7.5, 14.5), (4, 14.5))

_STAR = (
    (12.0, 3.4),
    (14.41, 9.28),
    (20.75, 9.76),
    (15.9, 13.87),
    (17.41, 20.04),
    (12.0, 16.7),
    (6.59, 20.04),
    (8.1, 13.87),
    (3.25, 9.76),
    (9.59, 9.28),
)

SHAPES: Mapping[IconName, tuple[Shape, ...]] = {
    IconName.ROUTINES: (_box(3.5, 4, 17, 6.5), _box(3.5, 13.5, 17, 6.5)),
    IconName.PROGRESS: (
        _line((3.5, 4), (3.5, 20), (20.5, 20)),
        _line((8, 16), (8, 12)),
        _line((12, 16), (12, 8)),
        _line((16, 16), (16, 10.5)),
        _line((20, 16), (20, 6)),
    ),
    IconName.CUSTOMIZE: (
        _line((3, 7.5), (12.5, 7.5)),
        _line((18, 7.5), (21, 7.5)),
        Dot((15.25, 7.5), 2.6, filled=False),
        _line((3, 16.5), (6, 16.5)),
        _line((11.5, 16.5), (21, 16.5)),
        Dot((8.75, 16.5), 2.6, filled=False),
    ),
    IconName.SETTINGS: (Dot((12, 12), 3.2, filled=False), *_rays((12, 12), 6.2, 8.8)),
    IconName.SAFETY: (
        _curve(
            *((12, 3), (12, 3), (19, 5.8), (19, 5.8)),
            *((19, 5.8), (19, 11.5), (19, 11.5)),
            *((19, 16), (16, 19.2), (12, 21)),
            *((8, 19.2), (5, 16), (5, 11.5)),
            *((5, 11.5), (5, 5.8), (5, 5.8)),
            *((5, 5.8), (12, 3), (12, 3)),
        ),
        _line((12, 8.2), (12, 12.4)),
        Dot((12, 15.7), 1.15),
    ),
    IconName.SEARCH: (Dot((10.5, 10.5), 6, filled=False), _line((15, 15), (20, 20))),
    IconName.FOLDER: (
        _loop((3.5, 5.5), (9.5, 5.5), (11.5, 8), (20.5, 8), (20.5, 18.5), (3.5, 18.5)),
    ),
    IconName.BACK: (_line((14.5, 5.5), (8, 12), (14.5, 18.5)),),
    IconName.FORWARD: (_line((9.5, 5.5), (16, 12), (9.5, 18.5)),),
    IconName.EXPAND: (_line((6, 9.5), (12, 15.5), (18, 9.5)),),
    IconName.PLAY: (
        Solid(_loop((8, 5.5), (19, 12), (8, 18.5))),
        _loop((8, 5.5), (19, 12), (8, 18.5)),
    ),
    IconName.PAUSE: (Solid(_box(6.6, 5, 3.8, 14, 1.2)), Solid(_box(13.6, 5, 3.8, 14, 1.2))),
    IconName.NEXT: (_loop((5, 5.5), (15, 12), (5, 18.5)), _line((19, 5.5), (19, 18.5))),
    IconName.PREVIOUS: (_loop((19, 5.5), (9, 12), (19, 18.5)), _line((5, 5.5), (5, 18.5))),
    IconName.PLUS: (_line((12, 4.5), (12, 19.5)), _line((4.5, 12), (19.5, 12))),
    IconName.MINUS: (_line((5, 12), (19, 12)),),
    IconName.EASE_OFF: (
        _curve((3.5, 7), (9, 7), (8.5, 16), (14, 16), (16, 16), (18, 16), (20, 16)),
        _line((16, 12), (20.2, 16), (16, 20)),
    ),
    IconName.STOP: (_box(5.5, 5.5, 13, 13, 1.5),),
    IconName.SOUND_ON: (
        _SPEAKER,
        _curve((14.8, 9.3), (16.4, 10.8), (16.4, 13.2), (14.8, 14.7)),
        _curve((17.6, 6.6), (20.9, 9.6), (20.9, 14.4), (17.6, 17.4)),
    ),
    IconName.SOUND_CHIMES: (
        _curve((5, 17), (7.2, 15), (6.5, 5.5), (12, 5.5), (17.5, 5.5), (16.8, 15), (19, 17)),
        _line((4, 17), (20, 17)),
        _line((12, 3.5), (12, 5.5)),
        _curve((10, 17.5), (10, 20.3), (14, 20.3), (14, 17.5)),
    ),
    IconName.SOUND_TROUBLE: (_SPEAKER, _line((17.5, 7.5), (17.5, 13)), Dot((17.5, 16.6), 1.1)),
    IconName.SOUND_OFF: (
        _SPEAKER,
        _line((15.5, 9.5), (20.5, 14.5)),
        _line((20.5, 9.5), (15.5, 14.5)),
    ),
    IconName.FULL_SCREEN: (
        _line((4, 9), (4, 4), (9, 4)),
        _line((15, 4), (20, 4), (20, 9)),
        _line((20, 15), (20, 20), (15, 20)),
        _line((9, 20), (4, 20), (4, 15)),
    ),
    IconName.WARNING: (
        _loop((12, 4), (21, 19.5), (3, 19.5)),
        _line((12, 10), (12, 14)),
        Dot((12, 16.8), 1.05),
    ),
    IconName.ARROW_LEFT: (_line((20.5, 12), (3.8, 12)), _line((10.5, 5), (3.5, 12), (10.5, 19))),
    IconName.ARROW_RIGHT: (_line((3.5, 12), (20.2, 12)), _line((13.5, 5), (20.5, 12), (13.5, 19))),
    IconName.CHECK: (_line((4.5, 12.5), (9.5, 17.5), (19.5, 6.5)),),
    IconName.CLOSE: (_line((6, 6), (18, 18)), _line((18, 6), (6, 18))),
    IconName.UNDO: (
        _line((8, 4.5), (4, 8.5), (8, 12.5)),
        _curve(
            (4, 8.5),
            (4, 8.5),
            (14, 8.5),
            (14.5, 8.5),
            (21, 8.5),
            (21, 18.5),
            (14.5, 18.5),
            (14.5, 18.5),
            (11, 18.5),
            (11, 18.5),
        ),
    ),
    IconName.REDO: (
        _line((16, 4.5), (20, 8.5), (16, 12.5)),
        _curve(
            (20, 8.5),
            (20, 8.5),
            (10, 8.5),
            (9.5, 8.5),
            (3, 8.5),
            (3, 18.5),
            (9.5, 18.5),
            (9.5, 18.5),
            (13, 18.5),
            (13, 18.5),
        ),
    ),
    IconName.PRINT: (
        _line((7, 9), (7, 3.5), (17, 3.5), (17, 9)),
        _line((7, 17), (4, 17), (4, 9), (20, 9), (20, 17), (17, 17)),
        _loop((7, 14), (17, 14), (17, 20.5), (7, 20.5)),
    ),
    IconName.SHARE: (
        _line((12, 15), (12, 3.5)),
        _line((7.8, 7.5), (12, 3.3), (16.2, 7.5)),
        _line((7.5, 11), (5, 11), (5, 20.5), (19, 20.5), (19, 11), (16.5, 11)),
    ),
    IconName.DOWNLOAD: (
        _line((12, 4), (12, 15)),
        _line((7.5, 10.8), (12, 15.3), (16.5, 10.8)),
        _line((5, 20), (19, 20)),
    ),
    IconName.DOCUMENT: (
        _loop((6, 3.5), (13.5, 3.5), (18, 8), (18, 20.5), (6, 20.5)),
        _line((13.5, 3.5), (13.5, 8), (18, 8)),
        _line((9, 12.5), (15, 12.5)),
        _line((9, 16.3), (15, 16.3)),
    ),
    IconName.DRAG: tuple(Dot((x, y), 1.3) for x in (9.0, 15.0) for y in (6.0, 12.0, 18.0)),
    IconName.LEARN: (
        _line((12, 6.5), (12, 20)),
        _curve(
            (12, 6.5),
            (9.5, 4.5),
            (6, 4.2),
            (3, 4.8),
            (3, 4.8),
            (3, 18),
            (3, 18),
            (6, 17.4),
            (9.5, 18),
            (12, 20),
        ),
        _curve(
            (12, 6.5),
            (14.5, 4.5),
            (18, 4.2),
            (21, 4.8),
            (21, 4.8),
            (21, 18),
            (21, 18),
            (18, 17.4),
            (14.5, 18),
            (12, 20),
        ),
    ),
    IconName.CALENDAR: (
        _box(4, 5.5, 16, 14.5),
        _line((4, 10), (20, 10)),
        _line((8.5, 3.5), (8.5, 6.5)),
        _line((15.5, 3.5), (15.5, 6.5)),
    ),
    IconName.STAR: (Line(_STAR, closed=True),),
    IconName.STAR_FULL: (Solid(Line(_STAR, closed=True)), Line(_STAR, closed=True)),
}
