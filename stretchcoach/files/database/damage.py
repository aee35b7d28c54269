"""What of a diary cannot be read: it is left out, and named once."""

from __future__ import annotations

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.problems import shown

MOST_NAMED = 20


class DamageLog:
    """Sentences about what was left out, each thing once and the first MOST_NAMED of them."""

    def __init__(self) -> None:
        self._sentences: dict[object, str] = {}

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(self._sentences.values())

    def note_session(self, session_id: object, title: object, day: object, why: str) -> None:
        """A session, named by its routine and its day as far as those can be read."""
        sentence = tr(
            "The session “{title}” of {day} is damaged and was left out: {why}.",
            title=_readable(title),
            day=_readable(day),
            why=why,
        )
        self._note(("session", session_id), sentence)

    def note_activity(self, activity_id: object, name: object, why: str) -> None:
        """An activity, or one of its ratings."""
        sentence = tr(
            "The activity “{name}” is damaged and was left out: {why}.",
            name=_readable(name),
            why=why,
        )
        self._note(("activity", activity_id), sentence)

    def _note(self, key: object, sentence: str) -> None:
        if len(self._sentences) < MOST_NAMED:
            self._sentences.setdefault(key, sentence)


def _readable(value: object) -> str:
    return shown(value) if isinstance(value, str) and value.strip() else "?"
