"""The steps of a routine as its page lists them: what is done, and what was left out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stretchcoach.core.content.routine import Exercises, ExerciseStep, RepeatStep, Step
from stretchcoach.core.content.sides import Side, Sides
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.finding.routine_search import lasts
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.units import MINUTE_MS
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.core.steps.planned_step import PlannedStep
from stretchcoach.core.steps.side_dose import Path

MINUTES_TO_CHOOSE = (5, 10)
FEWEST_IN_A_ROW = 3  # “1 to 3” is shorter than “1, 2 and 3”, “1 to 2” is not


@dataclass(frozen=True)
class StepLine:
    """A step with its number in the whole routine. `planned` is what is done of it now.

    `round_no` of `rounds` counts the passes of a repeat block; both are 1 outside of one.
    """

    number: int
    planned: PlannedStep
    time_ms: int
    left_out: bool = False
    sets_left_out: int = 0
    round_no: int = 1
    rounds: int = 1


def step_lines(whole: Timeline, now: Timeline) -> tuple[StepLine, ...]:
    """All steps of `whole`, each as it stands in `now`, which is the same routine shortened."""
    remaining = {(step.path, pass_no): step for step, pass_no in _passes(now.steps)}
    rounds = Counter(step.path for step in whole.steps)
    lines = []
    for step, pass_no in _passes(whole.steps):
        done = remaining.get((step.path, pass_no))
        lines.append(
            StepLine(
                number=step.step_no,
                planned=done or step,
                time_ms=now.step_ms(done.step_no) if done else 0,
                left_out=done is None,
                sets_left_out=_sets(step) - _sets(done) if done else 0,
                round_no=pass_no,
                rounds=rounds[step.path],
            )
        )
    return tuple(lines)


def _passes(steps: Iterable[PlannedStep]) -> Iterable[tuple[PlannedStep, int]]:
    """Each step with how often its place in the file has been met, this time included."""
    met: Counter[Path] = Counter()
    for step in steps:
        met[step.path] += 1
        yield step, met[step.path]


def _sets(step: PlannedStep) -> int:
    return max((dose.sets or 1 for _, dose in step.turns), default=1)


def minutes_offered(total_ms: int, shortest_ms: int, wished: int | None = None) -> tuple[int, ...]:
    """The times to choose from, in minutes, that are shorter than the whole routine; `wished` is
    among them.

    Of those in which it cannot be done one is left, which stands for the shortest there is;
    none where it cannot be made shorter at all.
    """
    if shortest_ms >= total_ms:
        return ()
    minutes = sorted({*MINUTES_TO_CHOOSE, *(() if wished is None else (wished,))})
    shorter = [n for n in minutes if n * MINUTE_MS < total_ms]
    too_short = [n for n in shorter if not lasts(shortest_ms, n)]
    kept = wished if wished in too_short else max(too_short, default=None)
    return tuple(n for n in shorter if n not in too_short or n == kept)


def limit_words(minutes: int, shortest_ms: int) -> str:
    """“5 min”, or, where it cannot be done in that, what it can be done in: “6 min, shortest”."""
    if lasts(shortest_ms, minutes):
        return tr("{n} min", n=minutes)
    return tr("{n} min, shortest", n=round(shortest_ms / MINUTE_MS))


def order_words(steps: Iterable[PlannedStep]) -> str:
    """Which side goes first, as a sentence; "" where no step does one side after the other."""
    first = {step.first_side for step in steps if step.sides is Sides.EACH and step.turns}
    if not first:
        return ""
    if len(first) > 1:
        return tr("Which side goes first differs from step to step.")
    if first == {Side.LEFT}:
        return tr("The left goes first, the right goes last.")
    return tr("The right goes first, the left goes last.")


def step_names(step: Step, exercises: Exercises) -> str:
    """The name of a step, or of each exercise in a block: “Bridge, Clamshell”."""
    return ", ".join(dict.fromkeys(_names(step, exercises)))


def _names(step: Step, exercises: Exercises) -> Iterator[str]:
    if isinstance(step, ExerciseStep):
        yield exercises[step.exercise].name
    elif isinstance(step, RepeatStep):
        for inner in step.steps:
            yield from _names(inner, exercises)


@dataclass(frozen=True)
class CautionLine:
    """Cautions that name the same steps."""

    cautions: tuple[Caution, ...]
    numbers: tuple[int, ...]


def caution_lines(lines: Sequence[StepLine]) -> tuple[CautionLine, ...]:
    """Which cautions the steps have that are done, those that name most steps first."""
    steps: dict[Caution, list[int]] = {}
    for line in lines:
        exercise = line.planned.exercise
        for caution in exercise.cautions if exercise and not line.left_out else ():
            steps.setdefault(caution, []).append(line.number)
    together: dict[tuple[int, ...], list[Caution]] = {}
    for caution in Caution:
        if caution in steps:
            together.setdefault(tuple(steps[caution]), []).append(caution)
    found = [CautionLine(tuple(cautions), numbers) for numbers, cautions in together.items()]
    return tuple(sorted(found, key=_fewer_steps))


def _fewer_steps(line: CautionLine) -> int:
    return -len(line.numbers)


def step_numbers_words(numbers: Sequence[int]) -> str:
    """“step 2”, “steps 2 and 6”, “steps 1 to 4 and 6”; at least one number."""
    parts = [_run_words(run) for run in _runs(numbers)]
    *before, last = [part for run in parts for part in run]
    words = tr("{list} and {last}", list=", ".join(before), last=last) if before else last
    # Translators: {steps} is one number or a list, such as “2” or “1 to 4 and 6”.
    return trn("step {steps}", "steps {steps}", len(numbers), steps=words)


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """The numbers cut where one is skipped."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _run_words(run: Sequence[int]) -> list[str]:
    if len(run) < FEWEST_IN_A_ROW:
        return [str(number) for number in run]
    return [tr("{first} to {last}", first=run[0], last=run[-1])]
