"""Each term has its word."""

from __future__ import annotations

from stretchcoach.core.content.term_words import equipment_word, kind_word, position_word
from stretchcoach.core.content.terms import Equipment, ExerciseKind, Position


def test_each_term_is_called_otherwise() -> None:
    for terms, word in (
        (ExerciseKind, kind_word),
        (Position, position_word),
        (Equipment, equipment_word),
    ):
        words = [word(term) for term in terms]  # type: ignore[operator]
        assert all(words)
        assert len(set(words)) == len(words)
