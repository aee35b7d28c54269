"""The cautions in words: what each is called, what it means, how one says that one has it.

The facts come from the sources that `safety` names, which the comments give by number.
"""

from __future__ import annotations

from dataclasses import dataclass

from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.i18n import tr


@dataclass(frozen=True)
class CautionWords:
    """A caution as people read it: what it is called, what it means, how one says “I have it”."""

    label: str
    meaning: str
    sentence: str


def caution_words(caution: Caution) -> CautionWords:
    """The words for `caution`."""
    return _hip_and_bone_words().get(caution) or _other_words()[caution]


def _hip_and_bone_words() -> dict[Caution, CautionWords]:
    """Hips, bones and pregnancy [S36, S37, S38, S39, S40]."""
    return {
        Caution.HIP_REPLACEMENT_POSTERIOR: CautionWords(
            tr("Hip replacement, from the back or side"),
            tr("Deep bending, crossing the middle and turning the leg in are limited."),
            tr("I have a hip replacement, done from the back or the side"),
        ),
        Caution.HIP_REPLACEMENT_ANTERIOR: CautionWords(
            tr("Hip replacement, from the front"),
            tr("Reaching back, turning the leg out and crossing the middle are limited."),
            tr("I have a hip replacement, done from the front"),
        ),
        Caution.OSTEOPOROSIS: CautionWords(
            tr("Osteoporosis"),
            tr("No forced or loaded bending and twisting of the back."),
            tr("I have osteoporosis"),
        ),
        Caution.PREGNANCY: CautionWords(
            tr("Pregnancy"),
            tr("Not flat on your back for long after week 16."),
            tr("I am pregnant"),
        ),
        Caution.PELVIC_GIRDLE_PAIN: CautionWords(
            tr("Pain around the pelvis"),
            tr("Keep your weight even; no standing on one leg, no straddling."),
            tr("I have pain around the pelvis"),
        ),
        Caution.SIDE_HIP_TENDON: CautionWords(
            tr("Pain at the side of the hip"),
            tr("Drawing the leg across presses on the tendons."),
            tr("The side of my hip is sore"),
        ),
        Caution.HIP_PINCH: CautionWords(
            tr("Pinching in the groin"),
            tr("Stop before it pinches."),
            tr("My hip pinches in the groin"),
        ),
        Caution.SACROILIAC: CautionWords(
            tr("Sore joint at the back of the pelvis"),
            tr("Keep it small and even."),
            tr("The joint at the back of my pelvis is sore"),
        ),
    }


def _other_words() -> dict[Caution, CautionWords]:
    """The back, the nerve, knees, wrists and the rest: general knowledge."""
    return {
        Caution.BENDING: CautionWords(
            tr("Bending forward makes it worse"),
            tr("Keep your back long, or leave it out."),
            tr("Bending forward makes it worse for me"),
        ),
        Caution.ARCHING: CautionWords(
            tr("Bending back makes it worse"),
            tr("Keep it small, or leave it out."),
            tr("Bending back makes it worse for me"),
        ),
        Caution.NERVE: CautionWords(
            tr("Touchy nerve in the leg"),
            tr("No pulling and no holding; stop at any tingle."),
            tr("The nerve in my leg is touchy"),
        ),
        Caution.KNEE: CautionWords(
            tr("Sore knee"),
            tr("The knee must feel nothing at all."),
            tr("I have a sore knee"),
        ),
        Caution.HYPERMOBILITY: CautionWords(
            tr("Very bendy joints"),
            tr("Stay in the middle of the movement."),
            tr("My joints are very bendy"),
        ),
        Caution.WRIST: CautionWords(
            tr("Sore wrist"),
            tr("Use fists or forearms."),
            tr("I have a sore wrist"),
        ),
        Caution.BALANCE: CautionWords(
            tr("Unsteady on your feet"),
            tr("Hold on to something that does not move."),
            tr("I am unsteady on my feet"),
        ),
        Caution.BLEEDING: CautionWords(
            tr("Blood thinners, or you bruise easily"),
            tr("Light pressure, or leave it out."),
            tr("I take blood thinners, or I bruise easily"),
        ),
        Caution.NUMB_SKIN: CautionWords(
            tr("Numb skin"),
            tr("You would not feel when the pressure is too much."),
            tr("I have numb skin at the buttock, hip or leg"),
        ),
    }
