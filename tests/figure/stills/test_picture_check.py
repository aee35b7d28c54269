from __future__ import annotations

import warnings
from dataclasses import replace

import pytest

from stretchcoach.core.content.exercise import Exercise, Targets
from stretchcoach.core.content.muscle import Muscle
from stretchcoach.core.content.pose import (
    Allowed,
    Ball,
    Bend,
    Camera,
    Keyframe,
    Limbs,
    PictureRule,
    Pose,
    Prop,
    PropName,
)
from stretchcoach.core.content.pose_terms import BodyPosition, Part
from stretchcoach.core.content.sides import Sides
from stretchcoach.core.content.still import Sign, Still
from stretchcoach.core.content.terms import ExerciseKind
from stretchcoach.figure.pose.pose_to_bodies import solve
from stretchcoach.figure.stills.picture_check import picture_problems
from tests.core.builders import an_exercise
from tests.figure.poses import MAT

GOOD = Pose(
    keyframes=(
        Keyframe(name="start", position=BodyPosition.HOOK_LYING),
        Keyframe(name="hold", working=Limbs(hip=Ball(flexion=110), knee=110)),
    ),
    props=(MAT,),
    camera=Camera(yaw=80, pitch=12),
)


def found(pose: Pose, **changes: object) -> set[PictureRule]:
    exercise: Exercise = replace(
        an_exercise(),
        pose=pose,
        sides=Sides.EACH,
        targets=Targets(primary=(Muscle.GLUTEUS_MAXIMUS,)),
        **changes,  # type: ignore[arg-type]
    )
    problems = picture_problems(exercise, solve(pose, exercise.figure_side))
    assert all(problem.message for problem in problems)
    return {problem.rule for problem in problems}


def seen_from(yaw: float, pitch: float, pose: Pose = GOOD) -> Pose:
    return replace(pose, camera=Camera(yaw=yaw, pitch=pitch))


def test_a_wall_before_the_person_is_told_and_nothing_is_reckoned_with_nobody() -> None:
    standing = Pose(
        keyframes=(
            Keyframe(name="start", position=BodyPosition.STANDING),
            Keyframe(name="hold", working=Limbs(hip=Ball(flexion=60))),
        ),
        props=(Prop(kind=PropName.WALL, ahead=60),),
        camera=Camera(yaw=0, pitch=0),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert found(standing) == {PictureRule.DIFFERENCE}


def test_a_knee_to_the_chest_from_the_side_shows_all() -> None:
    assert found(GOOD) == set()


def test_from_the_foot_end_thigh_and_head_are_not_seen() -> None:
    assert found(seen_from(0, 5)) >= {PictureRule.LEG, PictureRule.FACE}


def test_a_head_from_behind_is_found() -> None:
    standing = Pose(
        keyframes=(
            Keyframe(name="start", position=BodyPosition.STANDING),
            Keyframe(name="hold", working=Limbs(hip=Ball(flexion=80), knee=80)),
        ),
        camera=Camera(yaw=180, pitch=5),
    )
    assert PictureRule.FACE in found(standing)
    assert PictureRule.FACE not in found(seen_from(90, 5, standing))


def test_a_muscle_on_the_far_side_is_found_but_not_of_one_who_rests() -> None:
    above = seen_from(90, 89)
    assert PictureRule.GLOW in found(above)
    assert PictureRule.GLOW not in found(above, kind=ExerciseKind.REST)


def test_two_equal_pictures_are_found() -> None:
    equal = replace(GOOD, keyframes=(GOOD.keyframes[0], Keyframe(name="hold")))
    assert found(equal) == {PictureRule.DIFFERENCE, PictureRule.SIGN}
    assert found(replace(equal, still=Still(arrow=False))) == {PictureRule.DIFFERENCE}


def test_a_sign_of_what_is_not_done_is_found() -> None:
    assert found(replace(GOOD, still=Still(of=Part.HEAD, sign=Sign.TURN))) == {PictureRule.SIGN}
    assert found(replace(GOOD, still=Still(of=Part.KNEE))) == set()


def test_hands_that_hold_something_must_be_seen() -> None:
    seated = Pose(
        keyframes=(
            Keyframe(name="start", position=BodyPosition.LONG_SITTING),
            Keyframe(name="hold", spine=Bend(flexion=10)),
        ),
        props=(MAT,),
    )
    assert PictureRule.HANDS in found(seen_from(180, 0, seated))
    assert PictureRule.HANDS not in found(seen_from(90, 20, seated))


@pytest.mark.parametrize("rule", [PictureRule.LEG, PictureRule.FACE])
def test_a_rule_that_cannot_hold_is_allowed_with_its_reason(rule: PictureRule) -> None:
    allowed = (Allowed(rule=rule, because="It is seen from where it must be seen."),)
    before = found(seen_from(0, 5))
    assert found(replace(seen_from(0, 5), allow=allowed)) == before - {rule}
