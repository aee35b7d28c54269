"""What a routine or a plan is for, whom, and by whom it is, as sentences."""

from __future__ import annotations

from stretchcoach.core.language.i18n import tr


def goal_words(goal: str, people: str, author: str = "") -> str:
    """Up to three sentences: “Supple hips. For people who sit for hours.”; "" of what is not said.

    The words stay as they are written: where one has a capital letter it may need it.
    """
    sentences = []
    if goal := goal.rstrip(". "):
        sentences.append(tr("{goal}.", goal=goal))
    if people := people.rstrip(". "):
        sentences.append(tr("For {people}.", people=people))
    if author := author.rstrip(". "):
        sentences.append(tr("Written by {author}.", author=author))
    return " ".join(sentences)
