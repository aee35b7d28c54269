"""Which picture stands on which card: no two neighbours have the same where that can be."""

from __future__ import annotations

from collections.abc import Sequence

from stretchcoach.ui.cards.tiles import Tile

# At the left and above, however many columns there are: one, two or three.
NEIGHBOURS = 3


class Pictures:
    """Chooses in the order of the cards, as far as they have been looked at."""

    def __init__(self) -> None:
        self._chosen: list[str] = []

    def of(self, row: int, tiles: Sequence[Tile]) -> str:
        """The path of the picture for the card `row` of `tiles`; "" where it has none."""
        while len(self._chosen) <= row:
            offered = tiles[len(self._chosen)].pictures
            near = self._chosen[-NEIGHBOURS:]
            fresh = (picture for picture in offered if picture not in near)
            self._chosen.append(next(fresh, offered[0] if offered else ""))
        return self._chosen[row]

    def forget(self) -> None:
        """The cards are others now."""
        self._chosen.clear()
