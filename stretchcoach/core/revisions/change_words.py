"""What changed in a note or in how often something is done, in words."""

from __future__ import annotations

from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.schedule.schedule_words import schedule_words


def often_words(schedule: Schedule | None) -> str:
    """“Mon, Fri”, “Every day, 2 times a day”, or that it is left to the person."""
    return ", ".join(schedule_words(schedule)) if schedule is not None else tr("as one likes")


def note_words(what: str, old: str, new: str) -> str:
    """That a note is new, another one or gone; `what` names it, at the head of a sentence."""
    if not new:
        return tr("{what} is gone.", what=what)
    # Translators: {what} is “The note before the start” or “Step 2, Bridge: the note”.
    if not old:
        return tr("{what} is new: “{note}”", what=what, note=new)
    return tr("{what} is another: “{note}”", what=what, note=new)
