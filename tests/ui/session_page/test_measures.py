from __future__ import annotations

import pytest

from stretchcoach.ui.session_page.measures import session_measures


def test_the_designed_sizes_in_the_designed_windows() -> None:
    window = session_measures(1280, 800, full_screen=False)
    assert (window.exercise, window.side, window.cue, window.margin) == (34, 52, 26, 40)
    screen = session_measures(1920, 1080, full_screen=True)
    assert (screen.coming, screen.cue, screen.key) == (96, 40, 22)


@pytest.mark.parametrize("full_screen", [False, True])
def test_sizes_grow_with_the_window(full_screen: bool) -> None:
    small = session_measures(1280, 720, full_screen=full_screen)
    large = session_measures(3840, 2160, full_screen=full_screen)
    assert large.ring > small.ring
    assert large.side > small.side


def test_small_text_never_falls_below_14_px() -> None:
    smallest = session_measures(800, 500, full_screen=False)
    assert min(smallest.header, smallest.note, smallest.next, smallest.key) >= 14


def test_larger_text_is_larger() -> None:
    plain = session_measures(1280, 800, full_screen=False)
    doubled = session_measures(1280, 800, full_screen=False, text_scale=2.0)
    assert doubled.header == 2 * plain.header
    assert doubled.cue > plain.cue
