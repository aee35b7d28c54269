"""What a routine or a plan is for and whom, as sentences."""

from __future__ import annotations

from stretchcoach.core.language.i18n import tr


def goal_words(goal: str, people: str) -> str:
    """Two sentences: “Supple hips. For people who sit for hours.”; "" of what is not said.

    The words stay as they are written: where one has a capital letter it may need it.
    """
    sentences = []
    if goal := goal.rstrip(". "):
        sentences.append(tr("{goal}.", goal=goal))
    if people := people.rstrip(". "):
        sentences.append(tr("For {people}.", people=people))
    return " ".join(sentences)
