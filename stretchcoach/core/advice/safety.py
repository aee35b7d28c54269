"""The safety texts: the same fixed words for everyone, never chosen by what a person enters.

The facts come from the sources that the comments name: NHS pages on sciatica (S55) and NHS
Inform on cauda equina (S59), warning signs in back pain (S60), centralisation (S61), precautions
after hip replacement (S36), osteoporosis (S37), pregnancy (S38), pelvic girdle pain (S39),
tendons of the side of the hip (S40), mild stretching (S18), the monitoring of one's own day
(S62, S63). What has no source is general knowledge, on the safe side. No clinician has reviewed
the words.
"""

from __future__ import annotations

from dataclasses import dataclass

from stretchcoach.core.language.i18n import tr


@dataclass(frozen=True)
class Advice:
    """A heading, what comes before the points, the points, and what comes after them."""

    title: str
    lead: str = ""
    points: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class DayRow:
    """A line of the table that many clinics use: three moments and what many people do."""

    before: str
    during: str
    next_morning: str
    what_many_do: str


def get_help_now() -> Advice:
    """The signs of an emergency [S55, S59]; what has no source is on the safe side."""
    return Advice(
        tr("Get help now"),
        tr(
            "Call your emergency number (112, 999 or 911) or go to an emergency department at "
            "once if you notice:"
        ),
        (
            tr(
                "Numbness or a changed feeling around your genitals, your bottom or between your "
                "legs, for example when you wipe"
            ),
            tr("Trouble starting or holding your urine, or not feeling when your bladder is full"),
            tr("Not noticing or not holding a bowel movement"),
            tr("Pain, tingling or numbness down both legs"),
            tr("Weakness or numbness in both legs"),
            tr("New trouble with sexual feeling or function"),
            tr("Back or leg pain after a serious fall or an accident"),
            tr("A leg that you cannot put your weight on, or that is suddenly cold or pale"),
            tr("Chest pain, trouble breathing, or strong pain in the belly that throbs"),
        ),
        (tr("Do not drive yourself. Do not wait to see whether it passes."),),
    )


def talk_to_a_doctor_today() -> Advice:
    """What needs advice the same day [S60]; the calf is general knowledge."""
    return Advice(
        tr("Talk to a doctor today"),
        tr("Do not exercise, and get medical advice the same day, if you have:"),
        (
            tr("A foot that you cannot lift properly, or a leg that is getting weaker"),
            tr("Numbness or new weakness that stays"),
            tr("Back or buttock pain with fever or a general feeling of being ill"),
            tr("Back or buttock pain and a weak immune system, or drugs taken by needle"),
            tr(
                "Back or buttock pain and a history of cancer, weight loss without a reason, or "
                "pain at night that never lets up"
            ),
            tr("Sudden pain when you have osteoporosis or take steroids"),
            tr("A calf that is hot, swollen or sore"),
        ),
    )


def make_an_appointment() -> Advice:
    """When to see a doctor in the ordinary way [S55]."""
    return Advice(
        tr("Make an appointment"),
        tr("See a doctor or a physiotherapist if:"),
        (
            tr("It is no better after a few weeks."),
            tr("It is getting worse."),
            tr("It keeps you from your everyday life."),
        ),
    )


def ask_first() -> Advice:
    """Who should ask a professional before the first session."""
    return Advice(
        tr("Ask a health professional first"),
        tr(
            "These routines are for adults. Before you begin, ask a doctor or a physiotherapist "
            "if you:"
        ),
        (
            tr("have pain, numbness, tingling or weakness now"),
            tr(
                "had an injury or an operation not long ago, a broken bone, or strong pain that "
                "nobody has explained"
            ),
            tr("have an artificial hip or another artificial joint"),
            tr("have osteoporosis"),
            tr("are pregnant, or have pain around the pelvis"),
            tr("have had trouble with your balance or your heart, or get dizzy"),
            tr("take blood thinners (before you use the ball)"),
            tr("are not sure"),
        ),
    )


def while_you_exercise() -> Advice:
    """How it should feel [S13, S18]."""
    return Advice(
        tr("While you exercise"),
        "",
        (
            tr("Feel a mild stretch: 2 or 3 out of 10. More does not bring more."),
            tr(
                "Nothing should tingle, burn or feel electric. Those are signs from a nerve: "
                "0 out of 10 is the right number."
            ),
            tr("Breathe. Never hold your breath."),
            tr("Nothing is forced. Going only half way is always allowed."),
        ),
    )


def stop_short() -> str:
    """The stop rule in one sentence, for the pages where somebody is about to exercise."""
    return tr(
        "Stop if anything hurts more than before, tingles, goes numb or weak, or spreads down "
        "your leg."
    )


def help_short() -> str:
    """The signs of an emergency [S55, S59] and what a routine is, for what is handed over."""
    return tr(
        "Get emergency help now for numbness around the genitals or back passage, loss of"
        " bladder or bowel control, or weakness or numbness in both legs. A general routine"
        " of movement; it does not replace care from a health professional."
    )


def stop_at_once() -> Advice:
    """The stop rules [S61 for what moves down the leg or draws back]."""
    return Advice(
        tr("Stop at once"),
        tr("Stop the exercise at once when you feel:"),
        (
            tr("a sharp, electric or shooting pain"),
            tr("new tingling, numbness or weakness"),
            tr("a feeling that moves further down your leg"),
            tr("a pinch in the groin, or pain in a joint"),
            tr("dizziness"),
        ),
        (
            tr(
                "Leave that exercise out for the rest of the day. Next time, begin with the "
                "easier version, or ask first."
            ),
            tr("A feeling that draws back from the leg toward the back is all right."),
            tr("Numbness or new weakness that stays: get medical advice the same day."),
        ),
    )


def judge_your_day() -> Advice:
    """What the table of `day_rows` is, and is not [S62, S63, made stricter]."""
    return Advice(
        tr("One way to judge your day"),
        tr(
            "Some clinics use numbers like these, from 0 (nothing) to 10. They were made for "
            "tendons and have not been tested for nerve pain, so we set them lower. You decide; "
            "the coach never does."
        ),
    )


def day_rows() -> tuple[DayRow, ...]:
    """The table, its headings first."""
    return (
        DayRow(
            tr("Before you begin"),
            tr("While you move"),
            tr("Next morning"),
            tr("What many people do"),
        ),
        DayRow(
            tr("0 to 3"),
            tr("no more than one point up, 3 at most"),
            tr("settled"),
            tr("go on as planned"),
        ),
        DayRow(
            tr("4 to 5"),
            tr("4 to 5, or two points up"),
            tr("settled within a day"),
            tr("make it smaller, or leave it out; do not add more"),
        ),
        DayRow(
            tr("6 or more, or anything new or spreading in the leg"),
            tr("more than 5, or any tingling"),
            tr("worse than before"),
            tr("stop; rest for a day, then the easier version"),
        ),
        DayRow(
            tr("numbness or new weakness"),
            tr("numbness or new weakness"),
            tr("still there"),
            tr("stop, and get medical advice the same day"),
        ),
    )


def what_the_coach_is() -> Advice:
    """What the program does and does not do."""
    return Advice(
        tr("What this is, and what it is not"),
        "",
        (
            tr(
                "Stretch Coach leads you through stretching and movement routines, and keeps a "
                "diary of what you did."
            ),
            tr(
                "It does not examine you and does not know your health. It does not choose or "
                "change exercises for you because of what you enter."
            ),
            tr(
                "It does not replace a doctor, a physiotherapist or any other health "
                "professional. What they tell you counts more."
            ),
            tr("The texts, pictures and routines have not been reviewed by a clinician."),
            tr("Everything you enter stays on this computer."),
        ),
    )


def cautions_lead() -> str:
    """What stands before the cautions of a routine or an exercise."""
    return tr("Ask a health professional about these steps first if this is you:")
