from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.ui.cards.pictures import NEIGHBOURS, Pictures
from tests.ui.cards.shelves import a_card

FEW = st.lists(st.lists(st.sampled_from("abcdef"), max_size=4, unique=True), max_size=12)


@given(FEW)
def test_neighbours_differ_where_that_can_be(offered: list[list[str]]) -> None:
    tiles = [a_card(f"Card {n}", pictures=tuple(few)) for n, few in enumerate(offered)]
    pictures = Pictures()
    chosen = [pictures.of(row, tiles) for row in range(len(tiles))]
    for row, few in enumerate(offered):
        near = chosen[max(0, row - NEIGHBOURS) : row]
        assert chosen[row] == "" if not few else chosen[row] in few
        assert not few or chosen[row] not in near or set(few) <= set(near)


def test_the_best_comes_first_and_others_start_anew() -> None:
    pictures = Pictures()
    tiles = [a_card("One", pictures=("a", "b")), a_card("Two", pictures=("a", "c"))]
    assert pictures.of(1, tiles) == "c"
    assert pictures.of(0, tiles) == "a"
    pictures.forget()
    assert pictures.of(0, tiles[1:]) == "a"
