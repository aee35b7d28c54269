from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from stretchcoach.figure.draw.camera import Camera, framed


def seen(camera: Camera, point: np.ndarray) -> tuple[float, float]:
    """Where the point is in the picture, in halves of its width from the middle."""
    right, up, forward = camera.axes()
    away = point - camera.eye()
    scale = camera.pixel_angle(2) * (away @ forward)
    return float(away @ right / scale), float(away @ up / scale)


def test_from_ahead_the_persons_left_is_at_the_right() -> None:
    camera = Camera(0.0, 0.0, np.zeros(3), 5.0)
    assert seen(camera, np.array([0.5, 0.2, 0.0])) > (0.0, 0.0)


def test_ninety_degrees_is_the_left_side() -> None:
    camera = Camera(90.0, 0.0, np.zeros(3), 5.0)
    assert camera.eye() == pytest.approx([5.0, 0.0, 0.0], abs=1e-9)


@pytest.mark.parametrize(("yaw", "pitch"), [(0, 0), (50, 18), (-120, 60), (90, 85)])
def test_the_frame_holds_everything_and_is_no_larger_than_needed(yaw: float, pitch: float) -> None:
    points = np.random.default_rng(4).uniform(-1.0, 1.0, (30, 3)) * (0.4, 0.3, 0.9)
    camera = framed(yaw, pitch, [(point, 0.0) for point in points], aspect=4 / 3, margin=0.05)
    places = np.array([seen(camera, point) for point in points])
    across, upward = np.abs(places[:, 0]).max(), np.abs(places[:, 1]).max() * 4 / 3
    assert max(across, upward) == pytest.approx(0.9, abs=0.01)


def test_places_are_projected_to_where_they_are_seen() -> None:
    camera = Camera(50.0, 18.0, np.array([0.1, 0.4, -0.2]), 5.0)
    places = np.random.default_rng(5).uniform(-0.8, 0.8, (9, 3))
    points, per_m = camera.projected(places)
    expected = [
        (across / 2.0, -upward / 2.0) for across, upward in (seen(camera, p) for p in places)
    ]
    assert points == pytest.approx(np.array(expected))
    assert per_m == pytest.approx(1.0 / camera.pixel_angle(1) / 5.0, rel=0.1)


def test_a_way_across_the_view_is_seen_as_long_as_it_is_and_one_along_it_not_at_all() -> None:
    camera = Camera(-30.0, 10.0, np.array([0.0, 0.9, 0.0]), 6.0)
    right, _, forward = camera.axes()
    middle = camera.centre
    assert camera.apart_m(middle, middle + right * 0.3) == pytest.approx(0.3)
    assert camera.apart_m(middle, middle + forward * 0.3) == pytest.approx(0.0, abs=1e-9)


def test_a_lens_that_is_moved_shows_the_same_elsewhere_and_larger() -> None:
    plain = Camera(50.0, 18.0, np.array([0.1, 0.4, -0.2]), 5.0)
    moved = replace(plain, zoom=0.5, shift=(0.2, -0.1))
    places = np.random.default_rng(6).uniform(-0.8, 0.8, (9, 3))
    (points, per_m), (others, less) = plain.projected(places), moved.projected(places)
    assert others == pytest.approx(0.5 * points + (0.2, -0.1))
    assert less == pytest.approx(0.5 * per_m)
    assert moved.apart_m(places[0], places[1]) == pytest.approx(plain.apart_m(*places[:2]))
