"""Sizes of the session page: they follow the window, so that three metres stay readable.

What must be seen from the mat comes first: ring, figure, side and phase have the size that the
window allows. Larger text takes its room from margins, from the keys below the buttons and from
the numbers of the strip, and grows as far as that goes; it makes nothing else smaller.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial

WINDOW = (1280, 800)
SCREEN = (1920, 1080)
READABLE = 22  # text on a full screen is at least this part of its height, for three metres
SMALLEST_FACTOR, LARGEST_FACTOR = 0.4, 3.0
LOW_FACTOR = 0.85  # below this part of what the width allows, the window is a low one
GROWTH_STEPS = 20
LEAST_TEXT_PX = 14
LINE, TWO_LINES, SIDE_LINE, DENSE_LINES = 1.3, 2.55, 1.18, 2.35  # heights by the text's size
CUE_LINES = 2.6
LETTERS_TO_READ, LETTER = 300, 0.57  # how an exercise is done; the width of a letter by its size
GAP, MARGIN_Y = 10, 20
BUTTON_PX, KEY_PX, FOCUS_PX = 52, 30, 4
WORTH = 1.05  # how much larger the ring must become for something to go
GROWN_ENOUGH = 1.45


class Strip(Enum):
    """How much of the strip there is room for."""

    WHOLE = 78
    NO_NUMBERS = 56
    NONE = 0

    @property
    def high_px(self) -> int:
        """At a factor of 1."""
        return int(self.value)


@dataclass(frozen=True)
class SessionMeasures:
    """All in px, but the factors. `*_high` are the heights of boxes that stay as they are."""

    margin: int
    margin_y: int
    gap: int
    header: int
    header_high: int
    title: bool
    exercise: int
    side: int
    side_high: int
    note: int
    ring: int
    column: int
    set_: int
    set_high: int
    next: int
    coming_high: int
    cue: int
    words_high: int
    breathing_factor: float
    breath: int
    key: int
    strip_factor: float
    strip: Strip
    buttons_factor: float
    keys_below: bool
    controls_high: int


def session_measures(
    width_px: int, height_px: int, *, full_screen: bool, text_scale: float = 1.0
) -> SessionMeasures:
    """The sizes for a page of `width_px` by `height_px`."""
    if full_screen:
        return _full_screen(width_px, height_px)
    plain = _plain(width_px, height_px)
    return _with_larger_text(plain, height_px, text_scale).measures


@dataclass(frozen=True)
class _Window:
    """A window of `factor` of the designed one whose secondary text is `growth` times as large."""

    width_px: int
    factor: float
    growth: float = 1.0
    keys_below: bool = True
    strip: Strip = Strip.WHOLE

    def text(self, px: float, most_growth: float = 2.0) -> int:
        """Text that the window makes no smaller than can be read."""
        growth = min(self.growth, most_growth)
        return round(max(LEAST_TEXT_PX, px * self.factor) * growth)

    @property
    def measures(self) -> SessionMeasures:
        factor = self.factor
        roomy = self.growth == 1.0
        header, next_ = self.text(16), self.text(18)
        cue = round(max(LEAST_TEXT_PX + 2, 26 * factor) * (1 + (self.growth - 1) / 4))
        note = self.text(15, 1.6)
        buttons = max(0.8, min(1.0, factor)) * (1 + 0.7 * (self.growth - 1))
        side = round(52 * factor)
        return SessionMeasures(
            margin=round((40 if roomy else 24) * factor),
            margin_y=round(MARGIN_Y * factor * (1 if roomy else 0.4)),
            gap=round(GAP * factor),
            header=header,
            header_high=max(round(LINE * header), round(40 * min(1.0, factor))),
            title=True,
            exercise=round(34 * factor),
            side=side,
            side_high=round(SIDE_LINE * side + LINE * note) + 4,
            note=note,
            ring=round(300 * factor),
            column=round(376 * factor),
            set_=self.text(22, 1.4),
            set_high=round(LINE * self.text(22, 1.4)),
            next=next_,
            coming_high=round(TWO_LINES * next_),
            cue=cue,
            words_high=self._words_high(cue, next_),
            breathing_factor=min(1.0, factor),
            breath=self.text(18, 1.3),
            key=LEAST_TEXT_PX,
            strip_factor=max(0.7, factor) * (1 + (min(self.growth, 1.5) - 1) / 2),
            strip=self.strip,
            buttons_factor=buttons,
            keys_below=self.keys_below,
            controls_high=_controls_high(buttons, self.keys_below),
        )

    def _words_high(self, cue: int, next_: int) -> int:
        """Room for a cue and a note, and in small letters for all that is read to get ready."""
        left_px = max(1.0, self.width_px - (376 + 3 * 40) * self.factor)
        lines = math.ceil(LETTERS_TO_READ * LEAST_TEXT_PX * LETTER / left_px)
        return round(max(CUE_LINES * cue, lines * LINE * LEAST_TEXT_PX) + LINE * next_)

    @property
    def beside_the_stage_px(self) -> int:
        """What margins, header, strip and buttons take of the height."""
        m = self.measures
        strip = self.strip.high_px * m.strip_factor + (m.gap if self.strip.high_px else 0)
        return round(2 * m.margin_y + m.header_high + strip + m.controls_high + 2 * m.gap)

    @property
    def clock_px(self) -> int:
        """What side, ring, set and what comes next take of the height."""
        m = self.measures
        return round(m.side_high + m.ring + m.set_high + m.coming_high + 2 * m.gap)

    @property
    def words_px(self) -> int:
        """What the words above and below the figure take of the height."""
        m = self.measures
        return round(LINE * m.next + LINE * m.exercise + m.words_high)

    def fits(self, height_px: int) -> bool:
        return self.beside_the_stage_px + self.clock_px <= height_px


def _plain(width_px: int, height_px: int) -> _Window:
    """The window with the largest ring; keys and strip go where that makes it much larger."""
    widest = max(SMALLEST_FACTOR, min(LARGEST_FACTOR, width_px / WINDOW[0]))
    best = _largest(partial(_Window, width_px), widest, height_px)
    for strip in Strip:
        if best.factor >= LOW_FACTOR * widest:
            break
        found = _largest(
            partial(_Window, width_px, keys_below=False, strip=strip), widest, height_px
        )
        if found.factor > best.factor * WORTH:
            best = found
    return best


def _with_larger_text(base: _Window, height_px: int, text_scale: float) -> _Window:
    """The window whose text has grown most, while nothing that must be seen shrinks."""
    figure_px = height_px - base.beside_the_stage_px - base.words_px
    wanted = max(1.0, text_scale / max(1.0, base.factor))  # a large window has large text anyway
    best = base
    for strip in Strip:
        if strip.high_px <= base.strip.high_px and best.growth < min(wanted, GROWN_ENOUGH):
            for step in range(GROWTH_STEPS, 0, -1):
                growth = 1 + (wanted - 1) * step / GROWTH_STEPS
                grown = replace(base, growth=growth, keys_below=False, strip=strip)
                left_px = height_px - grown.beside_the_stage_px
                if max(grown.clock_px, figure_px + grown.words_px) <= left_px:
                    best = grown if growth > best.growth else best
                    break
    return best


def _largest(window: Callable[[float], _Window], most: float, height_px: int) -> _Window:
    """The window of the largest factor that fits into the height."""
    least = SMALLEST_FACTOR
    if window(most).fits(height_px):
        return window(most)
    for _ in range(12):
        middle = (least + most) / 2
        if window(middle).fits(height_px):
            least = middle
        else:
            most = middle
    return window(least)


def _controls_high(factor: float, keys_below: bool) -> int:
    return round(BUTTON_PX * factor) + 2 * FOCUS_PX + (KEY_PX if keys_below else 0)


def _full_screen(width_px: int, height_px: int) -> SessionMeasures:
    factor = min(width_px / SCREEN[0], height_px / SCREEN[1])
    readable = -(-height_px // READABLE)
    side = max(readable, round(76 * factor))
    margin_y, gap = round(16 * factor), round(7 * factor)
    buttons = max(0.8, factor)
    controls = round(BUTTON_PX * buttons)
    side_high = round(SIDE_LINE * (side + readable))
    strip_px = Strip.WHOLE.high_px * factor
    clock_px = height_px - 2 * margin_y - controls - strip_px - 2 * gap
    ring = clock_px - side_high - (SIDE_LINE + DENSE_LINES) * readable - 2 * gap
    return SessionMeasures(
        margin=round(56 * factor),
        margin_y=margin_y,
        gap=gap,
        header=readable,
        header_high=round(LINE * readable),
        title=False,
        exercise=round(84 * factor),
        side=side,
        side_high=side_high,
        note=readable,
        ring=round(min(ring, 0.54 * height_px)),
        column=round(720 * factor),
        set_=readable,
        set_high=round(SIDE_LINE * readable),
        next=readable,
        coming_high=round(DENSE_LINES * readable),
        cue=max(readable, round(50 * factor)),
        words_high=round(3.7 * readable),
        breathing_factor=1.9 * factor,
        breath=round(38 * factor),
        key=round(22 * factor),
        strip_factor=factor,
        strip=Strip.WHOLE,
        buttons_factor=buttons,
        keys_below=False,
        controls_high=controls,
    )
