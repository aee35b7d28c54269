"""What this computer cannot give a session, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal


class Lack(Enum):
    """What may be lacking."""

    VOICE = "voice"
    SOUNDS = "sounds"
    AWAKE = "awake"


@dataclass(frozen=True)
class Trouble:
    """What could not be had, in a sentence, and what helps, "" where nothing is known to."""

    sentence: str
    remedy: str = ""


class Lacks(QObject):
    """All that was found to be lacking. `changed` says which; it may be there again."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._troubles: dict[Lack, Trouble] = {}
        self._told: set[tuple[Lack, Trouble]] = set()

    def trouble(self, lack: Lack) -> Trouble | None:
        """What is wrong with it, as far as it was tried."""
        return self._troubles.get(lack)

    def note(self, lack: Lack, trouble: Trouble | None) -> None:
        """It was tried, and this came of it; None when it is there."""
        if self._troubles.get(lack) == trouble:
            return
        if trouble is None:
            del self._troubles[lack]
        else:
            self._troubles[lack] = trouble
        self.changed.emit(lack)

    def to_tell(self, lack: Lack) -> Trouble | None:
        """What is wrong with it, the first time that this is asked: nobody is told twice."""
        trouble = self._troubles.get(lack)
        if trouble is None or (lack, trouble) in self._told:
            return None
        self._told.add((lack, trouble))
        return trouble
