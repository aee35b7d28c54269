"""Cautions that the client has."""

from __future__ import annotations

from dataclasses import replace

from stretchcoach.core.content.dose import DoseChange, Phase
from stretchcoach.core.content.routine import ExerciseStep
from stretchcoach.core.content.terms import Caution, RemarkCode
from stretchcoach.core.lint.caution_remarks import caution_remarks
from stretchcoach.core.lint.lint import lint
from stretchcoach.core.lint.remark import Edit, Remark
from tests.core.builders import a_rest, a_routine, known
from tests.core.lint.exercises import HUG, PIGEON

TOUCHY = replace(PIGEON, cautions=(Caution.KNEE, Caution.NERVE), easier="knee-hug")
STEP = ExerciseStep(exercise="pigeon")


def found(step: ExerciseStep, *cautions: Caution) -> list[Remark]:
    return list(caution_remarks(a_routine(a_rest(), step), known(HUG, TOUCHY), cautions))


def test_an_exercise_that_names_the_caution_is_told_with_an_easier_one() -> None:
    [remark] = found(STEP, Caution.KNEE, Caution.BALANCE)
    assert remark.code is RemarkCode.CLIENTS_CAUTION
    assert remark.path == ("steps", 1, "exercise")
    assert remark.message.startswith("“Pigeon” names a caution that the client has: ")
    assert remark.fix
    assert remark.fix.edits == (Edit(("steps", 1, "exercise"), "knee-hug"),)
    assert remark.fix.label == "take “Knee hug” instead"


def test_what_was_written_for_the_other_exercise_is_not_swapped() -> None:
    phased = replace(STEP, rep=(Phase("Press", 6_000),))
    [remark] = found(phased, Caution.KNEE)
    assert remark.fix is None
    [remark] = found(replace(STEP, affected=DoseChange(sets=3)), Caution.KNEE)
    assert remark.fix is None
    exercises = known(replace(TOUCHY, easier=None))
    [alone] = caution_remarks(a_routine(STEP), exercises, [Caution.NERVE])
    assert alone.fix is None


def test_nothing_is_told_of_cautions_that_nobody_has() -> None:
    assert found(STEP) == []
    assert found(STEP, Caution.BALANCE) == []
    assert found(replace(STEP, enabled=False), Caution.KNEE) == []


def test_the_client_is_told_to_the_linter() -> None:
    remarks = lint(a_routine(STEP), known(HUG, TOUCHY), cautions=[Caution.KNEE])
    assert RemarkCode.CLIENTS_CAUTION in {remark.code for remark in remarks}
