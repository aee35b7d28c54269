"""Links between exercises: to nowhere, and round in a circle."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.library.exercise_links import MOST_SHOWN, link_faults
from stretchcoach.core.library.fault import Fault
from stretchcoach.core.steps.side_dose import Path
from tests.core.builders import an_exercise, known


def told(faults: Iterable[Fault]) -> list[tuple[Path, str]]:
    return [(fault.path, fault.message) for fault in faults]


def test_a_library_whose_links_lead_somewhere_has_no_faults() -> None:
    assert link_faults(known(an_exercise("a", harder="b"), an_exercise("b", easier="a"))) == {}


def test_a_link_to_nowhere_is_a_fault() -> None:
    found = link_faults(known(an_exercise("pigeon", easier="knee-hugg"), an_exercise()))
    assert {name: told(faults) for name, faults in found.items()} == {
        "pigeon": [(("easier",), "no exercise is called “knee-hugg” - did you mean “knee-hug”?")]
    }


@pytest.mark.parametrize("key", ["easier", "harder"])
def test_links_in_a_circle_are_a_fault_of_all_that_stand_in_it(key: str) -> None:
    links = {"a": "b", "b": "c", "c": "b"}
    exercises = known(
        *(
            an_exercise(
                name,
                easier=link if key == "easier" else None,
                harder=link if key == "harder" else None,
            )
            for name, link in links.items()
        )
    )
    found = link_faults(exercises)
    assert {name: told(faults) for name, faults in found.items()} == {
        "b": [((key,), f"the {key} exercises go in a circle: b → c → b")],
        "c": [((key,), f"the {key} exercises go in a circle: c → b → c")],
    }


def test_only_those_that_are_asked_for_are_looked_at() -> None:
    exercises = known(*(an_exercise(name, easier="nobody") for name in "abc"))
    assert list(link_faults(exercises, ["b"])) == ["b"]


def test_of_a_long_circle_the_beginning_is_shown() -> None:
    ring = {f"e{n}": f"e{(n + 1) % 20}" for n in range(20)}
    found = link_faults(known(*(an_exercise(name, easier=to) for name, to in ring.items())))
    shown = "e18 → e19 → e0 → e1 → e2 → e3 → … → e18"
    assert shown.count("e") == MOST_SHOWN + 1
    assert told(found["e18"]) == [(("easier",), f"the easier exercises go in a circle: {shown}")]
    assert len(found) == 20


class Counted(dict[str, Exercise]):
    """Exercises that count how often one is looked up."""

    looked_up = 0

    def __getitem__(self, name: str) -> Exercise:
        self.looked_up += 1
        return super().__getitem__(name)


@pytest.mark.parametrize("closed", [False, True])
def test_a_chain_is_gone_along_once_however_long(closed: bool) -> None:
    count = 2000
    names = [f"e{n}" for n in range(count)]
    links = dict(zip(names, [*names[1:], names[0] if closed else None], strict=True))
    exercises = Counted(known(*(an_exercise(name, harder=to) for name, to in links.items())))
    found = link_faults(exercises)
    assert len(found) == (count if closed else 0)
    assert exercises.looked_up <= 3 * count
