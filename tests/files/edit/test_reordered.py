"""Steps in another order: all of them, each with its comments, and nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.files.edit.spans import EditRefusedError
from stretchcoach.files.edit.steps import read_steps, reordered

STEPS = (
    "  - exercise: bridge   # first\n",
    "  # to be agreed\n  - exercise: clamshell\n    reps: 8\n",
    "  - rest: 20s\n",
    "  - {exercise: pigeon}\n",
)
HEAD, TAIL = "format: stretchcoach/1\ntitle: Mine\nsteps:\n", "lint: {ignore: [promise]}\n"


def test_steps_take_their_comments_along() -> None:
    change = reordered(HEAD + "".join(STEPS) + TAIL, ("steps",), (3, 1, 0, 2))
    assert change.text == HEAD + STEPS[3] + STEPS[1] + STEPS[0] + STEPS[2] + TAIL


@given(st.permutations(range(4)))
def test_any_order_means_the_same_steps(order: list[int]) -> None:
    text = HEAD + "".join(STEPS) + TAIL
    before = read_steps(text)
    after = read_steps(reordered(text, ("steps",), order).text)
    assert [entry.plain for entry in after] == [before[number].plain for number in order]
    assert reordered(text, ("steps",), range(4)).pieces == ()


@pytest.mark.parametrize("order", [(0, 0), (1, 2, 3)])
def test_no_order_is_made_that_is_none(order: tuple[int, ...]) -> None:
    with pytest.raises(EditRefusedError):
        reordered(HEAD + "".join(STEPS), ("steps",), order)
