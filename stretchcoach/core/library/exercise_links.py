"""What is wrong in the links from one exercise to its easier or harder one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.content.routine import Exercises
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.exercise_names import ExerciseNames, unknown_exercise
from stretchcoach.core.library.fault import Fault

MOST_SHOWN = 6  # of a circle

Follow = Callable[[Exercise], str | None]


def link_faults(
    exercises: Exercises, names: Iterable[str] | None = None
) -> dict[str, tuple[Fault, ...]]:
    """By id, the faults that show only when all exercises are known: broken and circular
    links. `names` are those that are looked at, all where nothing is said."""
    known = ExerciseNames(exercises)
    circles = {"easier": _Circles(exercises, _easier), "harder": _Circles(exercises, _harder)}
    found = {}
    for name in exercises if names is None else names:
        faults = tuple(_faults_of(exercises[name], exercises, circles, known))
        if faults:
            found[name] = faults
    return found


def _faults_of(
    exercise: Exercise, exercises: Exercises, circles: dict[str, _Circles], known: ExerciseNames
) -> Iterator[Fault]:
    for key, target in (("easier", exercise.easier), ("harder", exercise.harder)):
        if target is None or target == exercise.id:
            continue
        if target not in exercises:
            yield Fault((key,), unknown_exercise(target, known))
        elif circle := circles[key].through(exercise.id):
            yield Fault((key,), tr("the {key} exercises go in a circle: {circle}",
                                   key=key, circle=circle))  # fmt: skip


def _easier(exercise: Exercise) -> str | None:
    return exercise.easier


def _harder(exercise: Exercise) -> str | None:
    return exercise.harder


class _Circles:
    """Finds the circles that `follow` goes in; each exercise is gone to once, however many ask."""

    def __init__(self, exercises: Exercises, follow: Follow) -> None:
        self._exercises = exercises
        self._follow = follow
        self._seen: set[str] = set()
        self._found: dict[str, tuple[list[str], int]] = {}

    def through(self, name: str) -> str:
        """The circle that the exercise `name` stands in, as it is shown; "" for none."""
        self._walk(name)
        circle, start = self._found.get(name, ([], 0))
        if not circle:
            return ""
        shown = range(start, start + min(len(circle), MOST_SHOWN))
        around = [circle[place % len(circle)] for place in shown]
        if len(circle) > MOST_SHOWN:
            around.append("…")
        return " → ".join((*around, name))

    def _walk(self, start: str) -> None:
        path: dict[str, int] = {}
        here: str | None = start
        while here is not None and here in self._exercises and here not in self._seen:
            self._seen.add(here)
            path[here] = len(path)
            here = self._follow(self._exercises[here])
        if here is not None and here in path:
            circle = list(path)[path[here] :]
            self._found.update({name: (circle, place) for place, name in enumerate(circle)})
