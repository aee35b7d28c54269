"""What this computer lacks: noted, told once, and forgotten when it is there after all."""

from __future__ import annotations

import pytest

from stretchcoach.ui.running.lacks import Lack, Lacks, Trouble

pytestmark = pytest.mark.usefixtures("qapp")
GONE = Trouble("It is gone.", "Bring it back.")


def test_a_change_is_told_and_nothing_else() -> None:
    lacks = Lacks()
    heard: list[Lack] = []
    lacks.changed.connect(heard.append)
    lacks.note(Lack.VOICE, None)
    lacks.note(Lack.VOICE, GONE)
    lacks.note(Lack.VOICE, GONE)
    lacks.note(Lack.SOUNDS, GONE)
    lacks.note(Lack.VOICE, None)
    assert heard == [Lack.VOICE, Lack.SOUNDS, Lack.VOICE]
    assert lacks.trouble(Lack.VOICE) is None
    assert lacks.trouble(Lack.SOUNDS) == GONE


def test_a_person_is_told_once_of_each_trouble() -> None:
    lacks = Lacks()
    assert lacks.to_tell(Lack.VOICE) is None
    lacks.note(Lack.VOICE, GONE)
    assert lacks.to_tell(Lack.VOICE) == GONE
    assert lacks.to_tell(Lack.VOICE) is None
    lacks.note(Lack.VOICE, None)
    lacks.note(Lack.VOICE, GONE)
    assert lacks.to_tell(Lack.VOICE) is None
    lacks.note(Lack.VOICE, Trouble("It is broken."))
    assert lacks.to_tell(Lack.VOICE) == Trouble("It is broken.")
