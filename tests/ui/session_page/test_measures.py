from __future__ import annotations

import pytest

from stretchcoach.ui.session_page.measures import LINE, SessionMeasures, Strip, session_measures

WINDOWS = [
    (1280, 800), (1280, 720), (1366, 690), (1008, 552), (720, 492), (1900, 1000), (3840, 2100),
]  # fmt: skip
SCREENS = [(1920, 1080), (1366, 768), (1280, 800), (3840, 2160), (1024, 600)]


def window(size: tuple[int, int], scale: float = 1.0) -> SessionMeasures:
    return session_measures(*size, full_screen=False, text_scale=scale)


def figure_high(size: tuple[int, int], m: SessionMeasures) -> float:
    """What is left for the figure between all that stands above and below it."""
    strip = m.strip.high_px * m.strip_factor + (m.gap if m.strip.high_px else 0)
    around = 2 * m.margin_y + m.header_high + 2 * m.gap + strip + m.controls_high
    return size[1] - around - LINE * (m.next + m.exercise) - m.words_high


def clock_high(m: SessionMeasures) -> float:
    return m.side_high + m.ring + m.set_high + m.coming_high + 2 * m.gap


def test_the_designed_sizes_in_the_designed_windows() -> None:
    m = window((1280, 800))
    assert (m.exercise, m.side, m.cue, m.margin, m.ring) == (34, 52, 26, 40, 300)
    assert (m.keys_below, m.strip) == (True, Strip.WHOLE)


@pytest.mark.parametrize("full_screen", [False, True])
def test_sizes_grow_with_the_window(full_screen: bool) -> None:
    small = session_measures(1280, 720, full_screen=full_screen)
    large = session_measures(3840, 2160, full_screen=full_screen)
    assert large.ring > small.ring
    assert large.side > small.side


@pytest.mark.parametrize("size", [*WINDOWS, (667, 352)])
def test_small_text_never_falls_below_14_px(size: tuple[int, int]) -> None:
    m = window(size)
    assert min(m.header, m.note, m.next, m.key, m.set_, m.cue) >= 14


@pytest.mark.parametrize("size", [*WINDOWS, (667, 352)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_side_ring_and_what_is_below_fit_between_header_and_strip(
    size: tuple[int, int], scale: float
) -> None:
    m = window(size, scale)
    strip = m.strip.high_px * m.strip_factor + (m.gap if m.strip.high_px else 0)
    around = 2 * m.margin_y + m.header_high + 2 * m.gap + strip + m.controls_high
    assert clock_high(m) <= size[1] - around + 2


@pytest.mark.parametrize("size", WINDOWS)
@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_large_text_never_makes_smaller_what_is_seen_from_the_mat(
    size: tuple[int, int], scale: float
) -> None:
    plain, large = window(size), window(size, scale)
    assert large.ring >= plain.ring
    assert large.side >= plain.side
    assert large.exercise >= plain.exercise
    assert figure_high(size, large) >= figure_high(size, plain) - 3
    assert size[0] - 2 * large.margin - large.column >= size[0] - 2 * plain.margin - plain.column


@pytest.mark.parametrize("size", WINDOWS[:-1])  # the last one has letters of three times the size
def test_larger_text_is_larger(size: tuple[int, int]) -> None:
    plain, doubled = window(size), window(size, 2.0)
    for wish in ("header", "next", "note", "set_", "cue", "buttons_factor"):
        assert getattr(doubled, wish) > getattr(plain, wish), wish
    assert not doubled.keys_below  # their room is taken first


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_on_a_full_screen_all_that_is_needed_is_a_22nd_of_it_high(width: int, height: int) -> None:
    m = session_measures(width, height, full_screen=True)
    least = min(m.header, m.note, m.set_, m.next, m.cue, m.side, m.exercise)
    assert least >= height / 22


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_on_a_full_screen_everything_has_its_place(width: int, height: int) -> None:
    m = session_measures(width, height, full_screen=True)
    strip = m.strip.high_px * m.strip_factor
    around = 2 * m.margin_y + strip + m.controls_high + 2 * m.gap
    assert clock_high(m) <= height - around + height / 200
    assert m.ring >= height / 2
