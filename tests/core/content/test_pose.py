"""The parts of the body that a pose may name."""

from __future__ import annotations

import pytest

from stretchcoach.core.content.pose_terms import Part


@pytest.mark.parametrize(
    ("part", "sided"),
    [(Part.FOOT, True), (Part.KNEE, True), (Part.PELVIS, False), (Part.HEAD, False)],
)
def test_what_lies_in_the_middle_has_no_side(part: Part, sided: bool) -> None:
    assert part.sided is sided
