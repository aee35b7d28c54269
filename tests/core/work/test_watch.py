"""How far work is, in whole and in parts."""

from __future__ import annotations

from stretchcoach.core.work.watch import part_of, unwatched, watched


def test_each_part_is_told_before_it_is_done() -> None:
    heard: list[float] = []
    assert list(watched("abcd", heard.append)) == list("abcd")
    assert heard == [0, 0.25, 0.5, 0.75]
    assert list(watched([], unwatched)) == []


def test_a_piece_of_the_work_is_a_piece_of_the_whole() -> None:
    heard: list[float] = []
    watch = part_of(heard.append, 0.5, 0.75)
    for share in (0, 0.5, 1):
        watch(share)
    assert heard == [0.5, 0.625, 0.75]
