"""The short words of the first start: the fixed texts of `safety`, cut down to three pages."""

from __future__ import annotations

from stretchcoach.core.advice.safety import Advice, stop_short
from stretchcoach.core.language.i18n import tr


def welcome() -> Advice:
    """What the coach is, and what it is not."""
    return Advice(
        tr("Welcome"),
        tr(
            "A calm coach for stretching your hips and buttocks: one side, then the other, each "
            "for its full time."
        ),
        (
            tr("It shows, counts and speaks. You lie on your mat and follow."),
            tr("It is not a doctor, and no clinician has reviewed it yet."),
            tr("Your diary stays on this computer."),
        ),
    )


def before_you_begin() -> tuple[Advice, ...]:
    """The emergency signs first, then who should ask, then the rule for every exercise."""
    return (
        Advice(
            tr("Get help now"),
            tr(
                "Numbness between your legs, trouble with bladder or bowel, weakness, pain or "
                "numbness in both legs, or a serious fall or accident: call your emergency "
                "number."
            ),
        ),
        Advice(
            tr("Ask first"),
            tr(
                "Pain, numbness or weakness, an injury or operation not long ago, an artificial "
                "hip, osteoporosis, pregnancy, or when you are unsure: ask a doctor or a "
                "physiotherapist before you begin."
            ),
        ),
        Advice(tr("While you exercise"), tr("A mild stretch only.") + " " + stop_short()),
    )


def side_explained() -> str:
    """What the affected side changes."""
    return tr("It sets the order of the sides, nothing else, unless a routine says so.")
