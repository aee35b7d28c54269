from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.countdown.ring import CountdownRing
from stretchcoach.ui.widgets.countdown.ring_geometry import (
    RingMeasures,
    point_at,
    tip_angle,
    update_interval_ms,
    whole_seconds,
)


class WatchedRing(CountdownRing):
    """Counts how often, and how much of it, is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self.painted.append(event.rect().width() * event.rect().height())

    painted: list[int]


@pytest.fixture
def ring(qtbot: QtBot, theme: Theme) -> WatchedRing:
    ring = WatchedRing(theme)
    ring.painted = []
    qtbot.addWidget(ring)
    ring.resize(296, 296)
    ring.set_phase("Hold")
    ring.set_time(30_000, 30_000)
    with qtbot.waitExposed(ring):
        ring.show()
    qtbot.waitUntil(lambda: bool(ring.painted))
    return ring


def test_measures_are_those_of_the_design() -> None:
    small, large = RingMeasures.for_diameter(296), RingMeasures.for_diameter(600)
    assert (small.stroke, small.digits, small.phase) == pytest.approx((16, 112, 24))
    assert (large.stroke, large.digits, large.phase) == pytest.approx((28, 268, 64))
    assert RingMeasures.for_diameter(1200).digits == pytest.approx(536)


def test_it_empties_clockwise_from_the_top() -> None:
    assert tip_angle(30_000, 30_000) == 0
    assert tip_angle(22_500, 30_000) == 90
    assert tip_angle(0, 30_000) == 360
    assert point_at(0, (100, 100), 50) == pytest.approx((100, 50))
    assert point_at(90, (100, 100), 50) == pytest.approx((150, 100))


@given(st.integers(-10, 700_000), st.integers(0, 600_000))
def test_the_tip_stays_on_the_ring(remaining: int, total: int) -> None:
    assert 0 <= tip_angle(remaining, total) <= 360


@pytest.mark.parametrize(
    ("remaining_ms", "seconds"),
    [(30_000, 30), (29_999, 30), (29_001, 30), (29_000, 29), (1, 1), (0, 0), (-5, 0)],
)
def test_a_second_counts_until_it_is_over(remaining_ms: int, seconds: int) -> None:
    assert whole_seconds(remaining_ms) == seconds


def test_no_more_updates_than_pixels() -> None:
    assert update_interval_ms(60_000, 296) in range(60, 70)
    assert update_interval_ms(1_000, 296) == 33
    assert update_interval_ms(600_000, 296) == 250


def test_a_time_that_moves_nothing_paints_nothing(qtbot: QtBot, ring: WatchedRing) -> None:
    ring.painted.clear()
    ring.set_time(29_995, 30_000)
    ring.set_time(29_990, 30_000)
    assert ring.angle == 0
    ring.repaint(0, 0, 1, 1)  # would take along whatever else waits to be painted
    assert ring.painted == [1]


def test_only_the_tip_is_painted_while_the_second_stays(qtbot: QtBot, ring: WatchedRing) -> None:
    ring.set_time(15_000, 30_000)
    qtbot.waitUntil(lambda: ring.angle == 180)
    ring.set_time(14_950, 30_000)
    qtbot.waitUntil(lambda: len(ring.painted) > 1)
    ring.painted.clear()
    ring.set_time(14_800, 30_000)
    qtbot.waitUntil(lambda: bool(ring.painted))
    assert ring.seconds == 15
    assert max(ring.painted) < 60 * 60


def test_a_partial_painting_looks_like_a_whole_one(qtbot: QtBot, ring: WatchedRing) -> None:
    for remaining in range(30_000, 12_000, -130):
        ring.set_time(remaining, 30_000)
    step_by_step = ring.grab().toImage()
    ring.update()
    assert ring.grab().toImage() == step_by_step


def test_the_picture_changes_with_the_time(ring: WatchedRing) -> None:
    before = ring.grab().toImage()
    ring.set_time(10_000, 30_000)
    assert ring.grab().toImage() != before


def test_a_screen_reader_hears_phase_and_time(ring: WatchedRing) -> None:
    assert ring.accessibleName() == "Hold"
    assert ring.accessibleDescription() == "30 seconds left"
    ring.set_time(25_000, 30_000)
    assert ring.accessibleDescription() == "30 seconds left"
    ring.set_time(20_000, 30_000)
    assert ring.accessibleDescription() == "20 seconds left"


def test_without_a_time_it_waits_for_done(ring: WatchedRing) -> None:
    ring.set_manual()
    assert ring.accessibleDescription() == "Until you say done"
    waiting = ring.grab().toImage()
    ring.set_time(30_000, 30_000)
    assert ring.accessibleDescription() == "30 seconds left"
    assert ring.grab().toImage() != waiting


def test_pressing_it_counts_only_inside_of_the_circle(qtbot: QtBot, ring: WatchedRing) -> None:
    with qtbot.waitSignal(ring.pressed):
        QTest.mouseClick(ring, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(ring.pressed):
        QTest.mouseClick(ring, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


@pytest.mark.parametrize("size", [296, 420, 564, 640])
@pytest.mark.parametrize("phase", ["Switch sides", "Get ready", "Press the knee away gently"])
def test_the_words_stand_free_of_the_digits(
    ring: WatchedRing, theme: Theme, phase: str, size: int
) -> None:
    ring.resize(size, size)
    ring.set_phase(phase)
    ring.set_time(5_000, 8_000)
    image = ring.grab().toImage()

    def rows_of(colour: str) -> list[int]:
        wanted, band = QColor(colour).rgb(), range(size // 4, 3 * size // 4)
        return [y for y in range(size // 2) if any(image.pixel(x, y) == wanted for x in band)]

    words, digits = rows_of(theme.palette.ink2), rows_of(theme.palette.ink)
    assert max(words) + size // 100 < min(digits)
    assert min(words) > RingMeasures.for_diameter(size).stroke
