"""A plan in the person's language."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import Phase, PhaseTranslation
from stretchcoach.core.content.routine import ExerciseStep, StepTranslation
from stretchcoach.core.plan.localize_plan import localized_plan
from stretchcoach.core.plan.plan import (
    PlanSession,
    PlanTranslation,
    PlanWeek,
    StepChange,
    WeekTranslation,
    changed_routine,
)
from tests.core.builders import a_routine, a_step
from tests.core.plans import a_plan

NOTE = {"de": StepTranslation(note="Langsam.")}
PHASE = Phase("Press", 5_000, {"de": PhaseTranslation(say="Drücken")})
CHANGE = StepChange(note="Slowly.", translations=NOTE, rep=(PHASE,))
WEEK = PlanWeek(
    title="First",
    note="Easy.",
    sessions=(
        PlanSession(
            routine="evening", note="Slowly.", translations=NOTE, changes={"knee-hug": CHANGE}
        ),
    ),
    translations={"de": WeekTranslation(title="Erste", note="Leicht.")},
)
PLAN = replace(
    a_plan(WEEK),
    note="You decide.",
    translations={"de": PlanTranslation(title="Sechs Wochen", note="Du entscheidest.")},
)


def test_all_words_of_a_plan_are_translated() -> None:
    plan = localized_plan(replace(PLAN, after=WEEK), ("de_AT",))
    assert (plan.title, plan.note) == ("Sechs Wochen", "Du entscheidest.")
    for week in plan.all_weeks:
        [session] = week.sessions
        assert (week.title, week.note, session.note) == ("Erste", "Leicht.", "Langsam.")
        [step] = changed_routine(session, a_routine(a_step())).steps
        assert isinstance(step, ExerciseStep)
        assert step.note == "Langsam."
        assert [phase.say for phase in step.rep or ()] == ["Drücken"]


def test_without_a_translation_a_plan_is_as_written() -> None:
    assert localized_plan(PLAN, ("fr",)) == PLAN


def test_a_change_of_the_note_leaves_the_translation_of_the_old_one_behind() -> None:
    step = replace(a_step(), note="Slowly.", translations=NOTE)
    assert StepChange(note="Quickly.").applied_to(step).translations == {}
    loaded = StepChange(load="red band", translations={"de": StepTranslation(load="rotes Band")})
    mixed = loaded.applied_to(step).translations
    assert mixed == {"de": replace(NOTE["de"], load="rotes Band")}
    assert StepChange(sets=3).applied_to(step).translations == NOTE
