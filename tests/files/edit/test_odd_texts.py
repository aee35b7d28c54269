"""Edits of texts that are written in other ways than the bundled ones, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchcoach.files.edit.keys import Wanted, set_keys
from stretchcoach.files.edit.spans import EditRefusedError, Plain, find, read_any, read_spans
from stretchcoach.files.edit.steps import (
    Place,
    bundled,
    copied,
    doubled,
    moved,
    pasted,
    taken_out,
    unbundled,
)
from stretchcoach.files.edit.writing import inline, pair_lines, scalar

HEAD = "format: stretchcoach/1\nid: a\ntitle: A\n"
COMMENTED = (
    HEAD
    + """\
steps:   # in order

  # agreed at the first visit
  # and again at the second
  - exercise: bridge   # the old one
    hold: 5s
    # reps: 10
  - rest: 20s

  - repeat: 2
    # twice
    steps:
      - exercise: clamshell
        note: |
          One line.

          # no comment
      # a band
      - {exercise: cat-cow, reps: 8, pace: 6s}
exercises: {}
"""
)
INLINE = HEAD + "steps: [{rest: 5s}, {exercise: bridge, hold: 5s}, {rest: 7s}]\n"
AT_MARGIN = HEAD + "steps:\n- rest: 5s\n-   exercise: bridge\n    hold: 5s\n"


def steps_of(text: str) -> list[Plain]:
    steps = find(read_spans(text), ("steps",))
    assert steps is not None
    assert isinstance(steps.plain, list)
    return steps.plain


def test_comments_right_above_go_with_a_step() -> None:
    after = taken_out(COMMENTED, [("steps", 0)]).text
    assert "agreed" not in after
    assert "again" not in after
    assert "reps: 10" not in after  # it stands further in, so it was a key of the step
    assert "steps:   # in order\n\n  - rest: 20s\n" in after


def test_blank_lines_stay_where_they_are() -> None:
    after = moved(COMMENTED, [("steps", 0)], Place(("steps",), 2)).text
    block = COMMENTED[COMMENTED.index("  # agreed") : COMMENTED.index("  - rest: 20s")]
    assert f"steps:   # in order\n\n  - rest: 20s\n{block}\n  - repeat: 2\n" in after


def test_a_step_of_a_block_comes_out_with_its_text_in_lines() -> None:
    after = moved(COMMENTED, [("steps", 2, "steps", 0)], Place(("steps",), 1)).text
    step = "  - exercise: clamshell\n    note: |\n      One line.\n\n      # no comment\n"
    assert f"{step}  - rest: 20s\n" in after


def test_the_last_step_of_a_block_takes_the_block_along() -> None:
    inner = ("steps", 2, "steps")
    one = taken_out(COMMENTED, [(*inner, 0)]).text
    assert "a band" in one
    assert "repeat" not in taken_out(one, [(*inner, 0)]).text
    assert "repeat" not in moved(one, [(*inner, 0)], Place(("steps",), 0)).text


def test_a_block_whose_steps_only_change_places_stays() -> None:
    inner = ("steps", 2, "steps")
    after = moved(COMMENTED, [(*inner, 0), (*inner, 1)], Place(inner, 0)).text
    assert read_spans(after).plain == read_spans(COMMENTED).plain


def test_all_steps_taken_out_leave_an_empty_list_that_can_be_filled_again() -> None:
    for text in (COMMENTED, INLINE, AT_MARGIN):
        count = len(steps_of(text))
        empty = taken_out(text, [("steps", at) for at in range(count)]).text
        assert steps_of(empty) == []
        full = pasted(empty, Place(("steps",), 0), "- rest: 5s\n").text
        assert steps_of(full) == [{"rest": "5s"}]


def test_steps_behind_a_colon_alone_are_begun() -> None:
    after = pasted(HEAD + "steps:\n", Place(("steps",), 0), "- rest: 5s\n").text
    assert after == HEAD + "steps:\n  - rest: 5s\n"


def test_steps_between_brackets() -> None:
    assert taken_out(INLINE, [("steps", 0)]).text.endswith(
        "[{exercise: bridge, hold: 5s}, {rest: 7s}]\n"
    )
    assert taken_out(INLINE, [("steps", 1), ("steps", 2)]).text.endswith("[{rest: 5s}]\n")
    assert moved(INLINE, [("steps", 0)], Place(("steps",), 3)).text.endswith(
        "[{exercise: bridge, hold: 5s}, {rest: 7s}, {rest: 5s}]\n"
    )
    assert "{repeat: 2, steps: [{rest: 5s}, {exercise: bridge, hold: 5s}]}" in (
        bundled(INLINE, [("steps", 0), ("steps", 1)]).text
    )
    block = bundled(INLINE, [("steps", 0), ("steps", 1)]).text
    assert unbundled(block, ("steps", 0)).text == INLINE


def test_dashes_at_the_margin_and_far_from_their_keys() -> None:
    after = set_keys(AT_MARGIN, {("steps", 1, "reps"): "3"}).text
    assert after == HEAD + "steps:\n- rest: 5s\n-   exercise: bridge\n    reps: 3\n    hold: 5s\n"
    assert doubled(AT_MARGIN, [("steps", 0)]).text.startswith(
        HEAD + "steps:\n- rest: 5s\n- rest: 5s\n"
    )


def test_quotes_stay_and_comments_behind_values() -> None:
    text = HEAD + 'note: "One"   # said at the door\nsteps:\n  - rest: 5s\n'
    after = set_keys(text, {("note",): "Two: lines"}).text
    assert 'note: "Two: lines"   # said at the door\n' in after


def test_the_first_key_of_a_step_can_go() -> None:
    text = HEAD + "steps:\n  - note: First\n    rest: 5s\n"
    assert set_keys(text, {("steps", 0, "note"): None}).text == HEAD + "steps:\n  - rest: 5s\n"
    with pytest.raises(EditRefusedError, match="nothing would be left"):
        set_keys(HEAD + "steps:\n  - rest: 5s\n", {("steps", 0, "rest"): None})


def test_a_mapping_that_says_nothing_any_more_goes() -> None:
    text = HEAD + "steps:\n  - exercise: bridge\n    affected: {sets: 3, hold: 5s}\n"
    gone: Wanted = {("steps", 0, "affected", "sets"): None, ("steps", 0, "affected", "hold"): None}
    assert set_keys(text, gone).text == HEAD + "steps:\n  - exercise: bridge\n"
    one = set_keys(text, {("steps", 0, "affected", "sets"): None}).text
    assert "affected: {hold: 5s}" in one
    other: Wanted = {("steps", 0, "affected", "reps"): "4", **gone}
    assert "affected: {reps: 4}" in set_keys(text, other).text


def test_a_list_in_lines_becomes_a_value_and_its_comment_stays() -> None:
    text = HEAD + "schedule:\n  days:   # agreed\n    - mon\n    - fri\nsteps:\n  - rest: 5s\n"
    assert (
        "  days: daily   # agreed\nsteps:" in set_keys(text, {("schedule", "days"): "daily"}).text
    )
    assert "  days:   # agreed\n    - tue\nsteps:" in (
        set_keys(text, {("schedule", "days"): ["tue"]}).text
    )


def test_a_file_that_does_not_end_its_last_line() -> None:
    text = HEAD + "steps:\n  - rest: 5s"
    assert pasted(text, Place(("steps",), 1), "- rest: 6s").text == text + "\n  - rest: 6s"
    assert set_keys(text, {("steps", 0, "note"): "x"}).text == text + "\n    note: x"
    assert moved(text + "\n  - rest: 6s", [("steps", 1)], Place(("steps",), 0)).text.endswith(
        "steps:\n  - rest: 6s\n  - rest: 5s\n"
    )


def test_what_is_copied_can_be_pasted_anywhere() -> None:
    inner = copied(COMMENTED, [("steps", 2, "steps", 0), ("steps", 2, "steps", 1)])
    assert inner.startswith("- exercise: clamshell\n  note: |\n    One line.\n")
    assert inner.endswith("# a band\n- {exercise: cat-cow, reps: 8, pace: 6s}\n")
    whole = pasted(INLINE, Place(("steps",), 1), inner).text
    assert "exercise: clamshell" in whole
    of_routine = pasted(HEAD + "steps: []\n", Place(("steps",), 0), COMMENTED).text
    assert steps_of(of_routine) == steps_of(COMMENTED)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: [", "cannot be read as YAML"),
        ("", "empty"),
        ("- a", "no keys"),
        ("a: &x 1\nb: *x\n", "in a way that routines may not"),
        ("a: !t 1\n", "in a way that routines may not"),
        ("a: 1\na: 2\n", "there twice"),
        ("? [a]\n: 1\n", "in a way that routines may not"),
        ("a: 1\n---\nb: 2\n", "in a way that routines may not"),
        ("a: " + "[" * 40 + "]" * 40, "in a way that routines may not"),
    ],
)
def test_texts_in_which_nothing_can_be_edited(text: str, why: str) -> None:
    with pytest.raises(EditRefusedError, match=why):
        set_keys(text, {("a",): "2"})


REFUSED: list[Callable[[], object]] = [
    lambda: bundled(COMMENTED, [("steps", 0), ("steps", 2)]),
    lambda: unbundled(set_keys(COMMENTED, {("steps", 2, "enabled"): "false"}).text, ("steps", 2)),
    lambda: unbundled(COMMENTED, ("steps", 0)),
    lambda: moved(COMMENTED, [("steps", 2)], Place(("steps", 2, "steps"), 0)),
    lambda: pasted(COMMENTED, Place(("steps",), 0), "just words"),
    lambda: pasted(COMMENTED, Place(("title",), 0), "- rest: 5s\n"),
    lambda: set_keys(COMMENTED, {("steps", 9, "hold"): "5s"}),
    lambda: set_keys(COMMENTED, {("title", "hold", 3): None}),
    lambda: doubled(HEAD + "steps:\n  -\n    rest: 5s\n", [("steps", 0)]),
]


@pytest.mark.parametrize("make", REFUSED)
def test_what_is_refused(make: Callable[[], object]) -> None:
    with pytest.raises(EditRefusedError):
        make()


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n :#'\"-[]{}&*!|>%@`")
    )
)
@settings(max_examples=300)
def test_any_text_is_written_so_that_it_reads_as_it_was(text: str) -> None:
    if "\u2028" in text or "\u2029" in text or "\ufeff" in text or "\ufffe" in text:
        return  # never let in
    for written in (f"a: {scalar(text)}\n", "{a: " + scalar(text) + "}"):
        assert read_any(written).plain == {"a": text}


PLAIN: st.SearchStrategy[Plain] = st.recursive(
    st.text("ab :#'", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("xyz", min_size=1), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(PLAIN)
def test_any_value_is_written_so_that_it_reads_as_it_was(value: Plain) -> None:
    assert read_any(f"k: {inline(value)}\n").plain == {"k": value}
    assert read_any("- z: 1\n" + pair_lines("k", value, 2)).plain == [{"z": "1", "k": value}]


@given(st.data())
@settings(max_examples=150)
def test_whatever_is_done_in_a_row_the_text_means_it(data: st.DataObject) -> None:
    """Each edit proves itself; here it must also be possible."""
    text = data.draw(st.sampled_from([COMMENTED, INLINE, AT_MARGIN]))
    for _ in range(4):
        steps = steps_of(text)
        at = data.draw(st.integers(0, max(0, len(steps) - 1)))
        to = data.draw(st.integers(0, len(steps)))
        kind = data.draw(st.sampled_from(["move", "out", "double", "paste", "key", "block"]))
        if kind == "paste" or not steps:
            text = pasted(text, Place(("steps",), to), "# new\n- rest: 9s\n").text
        elif kind == "move":
            text = moved(text, [("steps", at)], Place(("steps",), to)).text
        elif kind == "out":
            text = taken_out(text, [("steps", at)]).text
        elif kind == "double":
            text = doubled(text, [("steps", at)]).text
        elif kind == "block":
            text = bundled(text, [("steps", at)]).text
        else:
            text = set_keys(text, {("steps", at, "enabled"): "false"}).text
    assert find(read_spans(text), ("title",)) is not None
