"""Each term has its word."""

from __future__ import annotations

from stretchcoach.core.content.term_words import equipment_word, kind_word, position_word
from stretchcoach.core.content.terms import Equipment, ExerciseKind, Position


def test_each_term_is_called_otherwise() -> None:
    for words in (
        [kind_word(kind) for kind in ExerciseKind],
        [position_word(position) for position in Position],
        [equipment_word(thing) for thing in Equipment],
    ):
        assert all(words)
        assert len(set(words)) == len(words)
