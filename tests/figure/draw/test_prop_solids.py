from __future__ import annotations

import numpy as np
import pytest

from stretchcoach.figure.body.props import PropKind, PropMaterial, PropShape
from stretchcoach.figure.draw.prop_solids import prop_solids


def box(material: PropMaterial) -> PropShape:
    return PropShape(
        PropKind.BOX, np.array([0.0, 0.05, 0.0]), np.eye(3), (0.2, 0.05, 0.2), material
    )


def test_a_cushion_swells_above_what_presses_it_and_stays_on_the_floor() -> None:
    (cushion,) = prop_solids([box(PropMaterial.CUSHION)])
    low, high = cushion.bounds()
    assert low[1] == pytest.approx(0.0, abs=1e-9)
    assert high[1] > 0.11
    assert cushion.gives_m > 0.0


def test_wood_is_hard_and_as_large_as_it_is() -> None:
    (wood,) = prop_solids([box(PropMaterial.WOOD)])
    assert wood.half == (0.2, 0.05, 0.2)
    assert wood.gives_m == 0.0
