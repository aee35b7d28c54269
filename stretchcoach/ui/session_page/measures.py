"""Sizes of the session page: they follow the window, so that three metres stay readable."""

from __future__ import annotations

from dataclasses import dataclass

WINDOW = (1280, 800)
SCREEN = (1920, 1080)
SMALLEST_FACTOR = 0.8
RING_OF_SCREEN = 0.53  # so that the digits are a sixth of the height of the screen


@dataclass(frozen=True)
class SessionMeasures:
    """All in px."""

    margin: int
    header: int
    exercise: int
    coming: int
    side: int
    note: int
    ring: int
    column: int
    set_: int
    next: int
    cue: int
    breathing_factor: float
    key: int
    strip_factor: float


def session_measures(
    width_px: int, height_px: int, *, full_screen: bool, text_scale: float = 1.0
) -> SessionMeasures:
    """The sizes for a page of `width_px` by `height_px`."""
    if full_screen:
        factor = min(width_px / SCREEN[0], height_px / SCREEN[1])
        return _full_screen(factor, height_px, text_scale)
    factor = max(SMALLEST_FACTOR, min(width_px / WINDOW[0], height_px / WINDOW[1]))
    return _window(factor, text_scale)


def _window(factor: float, text_scale: float) -> SessionMeasures:
    return SessionMeasures(
        margin=round(40 * factor),
        header=round(max(14, 16 * factor) * text_scale),
        exercise=round(34 * factor),
        coming=round(44 * factor),
        side=round(52 * factor),
        note=round(max(14, 15 * factor) * text_scale),
        ring=round(300 * factor),
        column=round(376 * factor),
        set_=round(22 * factor * min(1.2, text_scale)),
        next=round(max(14, 18 * factor) * _gently(text_scale)),
        cue=round(26 * factor * _gently(text_scale)),
        breathing_factor=1.0,
        key=14,
        strip_factor=factor,
    )


def _full_screen(factor: float, height_px: int, text_scale: float) -> SessionMeasures:
    return SessionMeasures(
        margin=round(64 * factor),
        header=round(28 * factor * _gently(text_scale)),
        exercise=round(60 * factor),
        coming=round(96 * factor),
        side=round(76 * factor),
        note=round(28 * factor),
        ring=round(RING_OF_SCREEN * height_px),
        column=round(700 * factor),
        set_=round(34 * factor),
        next=round(30 * factor * _gently(text_scale)),
        cue=round(40 * factor * _gently(text_scale)),
        breathing_factor=2.1 * factor,
        key=round(22 * factor * _gently(text_scale)),
        strip_factor=1.3 * factor,
    )


def _gently(text_scale: float) -> float:
    """Half of the growth: this text is large already and shares its line."""
    return 1 + (text_scale - 1) / 2
