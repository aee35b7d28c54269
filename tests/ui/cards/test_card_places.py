from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from stretchcoach.ui.cards.card_places import CardPlaces

CELL = QSize(100, 50)


@pytest.fixture
def places() -> CardPlaces:
    """Two cards below a heading of 30, then seven below one of 40, in three columns."""
    return CardPlaces([(30, 2), (40, 7)], 3, CELL)


def test_where_cards_and_headings_stand(places: CardPlaces) -> None:
    assert places.headings() == (0, 80)
    assert places.rect(0) == QRect(0, 30, 100, 50)
    assert places.rect(1) == QRect(100, 30, 100, 50)
    assert places.rect(2) == QRect(0, 120, 100, 50)
    assert places.rect(8) == QRect(0, 220, 100, 50)
    assert (places.count, places.height) == (9, 270)
    assert not places.rect(9).isValid()
    assert not places.rect(-1).isValid()


def test_which_card_is_at_a_point(places: CardPlaces) -> None:
    assert places.row_at(150, 40) == 1
    assert places.row_at(250, 40) == -1  # beside the last of a short line
    assert places.row_at(50, 10) == -1  # on a heading
    assert places.row_at(250, 130) == 4
    assert places.row_at(50, 400) == -1
    assert all(
        places.row_at(place.center().x(), place.center().y()) == row
        for row, place in ((row, places.rect(row)) for row in range(places.count))
    )


@pytest.mark.parametrize(
    ("top", "bottom", "rows"),
    [
        (0, 29, []),
        (0, 30, [0, 1]),
        (60, 130, [0, 1, 2, 3, 4]),
        (170, 219, [5, 6, 7]),
        (0, 999, list(range(9))),
        (500, 999, []),
    ],
)
def test_which_cards_are_seen(places: CardPlaces, top: int, bottom: int, rows: list[int]) -> None:
    assert list(places.rows_in(top, bottom)) == rows


@pytest.mark.parametrize(
    ("row", "above", "below"),
    [(0, 0, 2), (1, 1, 3), (2, 0, 5), (3, 1, 6), (4, 1, 7), (5, 2, 8), (7, 4, 8), (8, 5, 8)],
)
def test_up_and_down(places: CardPlaces, row: int, above: int, below: int) -> None:
    assert (places.above(row), places.below(row)) == (above, below)


def test_nothing_at_all() -> None:
    nothing = CardPlaces([], 3, CELL)
    assert (nothing.count, nothing.height, nothing.row_at(0, 0)) == (0, 0, -1)
