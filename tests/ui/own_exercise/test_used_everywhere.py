"""An exercise of one's own, as soon as it is saved, wherever exercises are used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest

from stretchcoach.core.content.profile import NOBODY
from stretchcoach.core.handout.handout import handout
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.own_exercises.pictures import Slot
from stretchcoach.files.packs.gathering import Gathered, Gatherer
from tests.ui.own_exercise.conftest import Place
from tests.ui.own_exercise.photos import MAKER, PLACE, image, phone_photo

ROUTINE = """\
format: stretchcoach/1
id: evening
title: Evening
steps:
  - exercise: Towel slide
"""


def test_routine_session_handout_and_pack_have_it(place: Place, tmp_path: Path) -> None:
    place.paths.routines.mkdir(parents=True)
    (place.paths.routines / "evening.yaml").write_text(ROUTINE)
    assert place.read().routine(str(place.paths.routines / "evening.yaml")).routine is None
    place.ways.new_asked.emit()
    editor = place.editor
    QTest.keyClicks(editor.words.name.field, "Towel slide")
    QTest.keyClicks(editor.words.how[1].field, "Slide the heel.")
    editor.picture.give(Slot.HOLD, phone_photo(image(), 6))
    editor.photos.wait()
    QTest.qWait(0)
    assert editor.save()
    place.settle()  # nobody asked for the library to be read but the page
    shelf = place.loader.shelf
    assert shelf is not None
    entry = shelf.routine("evening")
    assert entry.routine is not None
    timeline = expand(entry.routine, entry.exercises, NOBODY)
    assert {step.exercise.name for step in timeline.steps if step.exercise} == {"Towel slide"}
    sheet = handout(entry.routine, entry.exercises, NOBODY)
    assert "Slide the heel." in str(sheet)
    [picture] = (place.paths.exercises / "figures").iterdir()
    assert entry.pictures["towel-slide"] == picture
    gathered = Gathered()
    Gatherer(shelf.exercise_entries, shelf.known, bundled_dir("routines")).routine(entry, gathered)
    assert set(gathered.files) == {
        "evening/evening.yaml",
        "evening/exercises/towel-slide.yaml",
        f"evening/exercises/figures/{picture.name}",
    }
    packed = b"".join(gathered.files.values())
    assert MAKER not in packed
    assert PLACE not in packed
    card = next(card for card in shelf.cards if card.name == "Evening")
    assert card.pictures == (str(picture),)
