"""Understanding: what lies in the buttock and what stretching can do, in plain words.

The tags in the docstrings are the numbers of the sources that `sources` names: [S..] from the
clinical notes of the project, [A..] looked up for these texts. GK is general knowledge, not
verified. No clinician has reviewed the words.
"""

from __future__ import annotations

from dataclasses import dataclass

from stretchcoach.core.language.i18n import tr


@dataclass(frozen=True)
class Chapter:
    """A heading, paragraphs, and points between them and the last paragraph, if any."""

    title: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    after: str = ""


def picture_words() -> str:
    """The picture in words, for who cannot see it."""
    return tr(
        "The pelvis from behind. On one side the big gluteal muscle is cut away. The piriformis "
        "runs from the sacrum to the top of the thigh bone, and the sciatic nerve comes out "
        "below it and goes down the leg."
    )


def under_your_hand() -> Chapter:
    """[A1] the gluteus medius; [A2] the piriformis; else GK."""
    return Chapter(
        tr("What lies under your hand"),
        (
            tr(
                "Put a hand on your buttock. Under the skin lies the biggest muscle of the hip, "
                "the gluteus maximus. It pushes you up from a chair and up the stairs."
            ),
            tr(
                "Above and to the side of it lie two flatter ones, the gluteus medius and "
                "minimus. Whenever you stand on one leg, they keep your pelvis from dropping to "
                "the other side."
            ),
            tr(
                "Deep below is a row of small muscles that turn the hip. The best known is the "
                "piriformis, the “pear-shaped” one. It runs from the sacrum, the bone at the "
                "base of the spine, to the top of the thigh bone."
            ),
        ),
    )


def the_piriformis() -> Chapter:
    """[A2, S3]; one ultrasound study did not find the change [S4]; [S1] which positions."""
    return Chapter(
        tr("A muscle that changes its job"),
        (
            tr(
                "When your leg is straight, the piriformis turns it outward. When your hip is "
                "bent, it draws the thigh out to the side, and it may even turn it inward."
            ),
            tr(
                "That is why the stretches look so different. With the hip well bent, you turn "
                "the leg out and bring it across. With the hip straight, you turn the leg in."
            ),
        ),
    )


def the_nerve() -> Chapter:
    """[A3] its course; how it feels is GK."""
    return Chapter(
        tr("The big nerve beside it"),
        (
            tr(
                "The sciatic nerve is the thickest nerve of the body. It begins at the low back, "
                "passes through the buttock and runs down the back of the leg."
            ),
            tr(
                "In most people it passes just below the piriformis. In some it takes another "
                "way: in one study of 98 legs, 83 in 100 had the usual one."
            ),
            tr(
                "A nerve likes to slide and does not like to be pulled. A stretch is felt in a "
                "muscle, broad and mild. A nerve feels thin, electric or tingling. When you feel "
                "that, ease off."
            ),
            tr(
                "What you feel in your buttock or leg can have many causes, and a program cannot "
                "tell them apart. If you have not asked anyone yet, do."
            ),
        ),
    )


def sitting_standing_running() -> tuple[Chapter, ...]:
    """[A4] sitting; [A1] running on one leg; [S53] long holds before sport; else GK."""
    return (
        Chapter(
            tr("Hours of sitting"),
            (
                tr(
                    "While you sit, your hips stay bent, your weight rests on your buttocks and "
                    "the muscles there have little to do."
                ),
                tr(
                    "The World Health Organization advises adults to sit less, and says that "
                    "movement of any strength in its place is good for health. How long is too "
                    "long, nobody knows."
                ),
                tr("So get up often. A few minutes, several times a day, is a good plan."),
            ),
        ),
        Chapter(
            tr("Hours of standing"),
            (
                tr(
                    "While you stand, the muscles around your hips work without a break, though "
                    "only a little. Many people hang on one leg, always the same one."
                ),
                tr("Change legs, put one foot up, walk a few steps."),
            ),
        ),
        Chapter(
            tr("Running"),
            (
                tr(
                    "Running is a chain of landings on one leg. At each one the muscles at the "
                    "side of the hip hold the pelvis level."
                ),
                tr(
                    "So runners need both: hips that move freely, and gluteals that are strong. "
                    "Keep the long holds for after the run. Held for a minute or more before it, "
                    "they can cost a little power for a while."
                ),
            ),
        ),
    )


def what_stretching_can_do() -> Chapter:
    """[S15, S12, S13, S10, S11, S18, S52], most of them read in summary."""
    return Chapter(
        tr("What stretching can do"),
        points=(
            tr("It makes you more flexible. In studies the change shows after about four weeks."),
            tr(
                "Little is enough: for each muscle, 5 minutes a week. Beyond about 10 minutes "
                "there is hardly any more to gain. On how many days you do it mattered in one "
                "review, and not in another, larger one."
            ),
            tr(
                "At the back of the thigh, 30 seconds at a time worked as well as 60 in adults of "
                "21 to 39. In a study of people of 85 on average, 60 seconds worked better, but "
                "they also stretched longer in all. A large review saw no difference by age."
            ),
            tr(
                "Gentle is enough: stretching at 1 or 2 out of 10 gained as much as at 9 or 10 "
                "in a small study."
            ),
            tr("Three days a week kept what was gained."),
            tr(
                "Slow breathing, fewer than ten breaths a minute, goes with signs of calm. That "
                "is why the coach offers a guide."
            ),
        ),
    )


def what_it_cannot_do() -> Chapter:
    """[S54, S20, S21]; the studies that there are: clinical notes, section 0."""
    return Chapter(
        tr("What stretching cannot do"),
        points=(
            tr("It is no remedy. Nobody can promise you that it takes a pain away."),
            tr(
                "Most studies looked at the thigh or calf of healthy people. Those on the "
                "piriformis are small, and mixed several things."
            ),
            tr(
                "A panel of 20 experts sees stretching as a good way to flexibility, but not as "
                "the main way to a better posture, fewer injuries or faster recovery."
            ),
            tr(
                "For long-lasting low back trouble, exercise of all kinds helps a little on "
                "average. For a fresh one, no clear effect was found."
            ),
        ),
        after=tr(
            "That is why these routines are short, leave room for strength, and end before it "
            "gets tiresome. Keep up your everyday life, walk, and be patient."
        ),
    )


def why_one_side() -> Chapter:
    """GK."""
    return Chapter(
        tr("Why the coach asks for your side"),
        (
            tr(
                "Often only one side bothers you. Both sides get stretched, so that you can "
                "compare them. The order of the sides follows your setting, and a routine may "
                "give one side a little more."
            ),
        ),
    )


def sources() -> Chapter:
    """What was read. Names and titles are as the works have them."""
    return Chapter(
        tr("Where this comes from"),
        (
            tr(
                "We read summaries and records of these works, not every full text. No clinician "
                "has reviewed this page."
            ),
        ),
        (
            tr(
                "McGovern et al. 2017: which positions lengthen the deep hip muscles (17 "
                "cadaver hips)"
            ),
            tr(
                "Delp et al. 1999, in a discussion on Biomch-L; Waldner: an ultrasound study of "
                "the piriformis"
            ),
            tr(
                "Bandy et al. 1997; Feland et al. 2001; Thomas et al. 2018; Ingram et al. 2024 "
                "(summaries): how long and how often to stretch"
            ),
            tr(
                "Reid and Kim 2014; Cipriani et al. 2012; Gribble et al. 1999: when it shows, "
                "and what keeps it"
            ),
            tr("A study of gentle and strong stretching, SciELO 2020"),
            tr(
                "World Health Organization: review of exercise for long-lasting low back pain, "
                "PMC10684665; IJzelenberg et al.: Cochrane review for fresh low back pain"
            ),
            tr("Zaccaro et al. 2018: slow breathing"),
            tr("Behm et al. 2016: stretching before sport"),
            tr("Warneke et al. 2025: what 20 experts agree on (summary)"),
            tr("Podiapaedia: gluteus medius; GPnotebook: piriformis muscle"),
            tr("Mbaka and Osinubi 2022, Folia Morphologica 81(1): the sciatic nerve in 98 legs"),
            tr(
                "World Health Organization: guidelines on physical activity and sedentary "
                "behaviour 2020, PMC7719906"
            ),
        ),
    )
