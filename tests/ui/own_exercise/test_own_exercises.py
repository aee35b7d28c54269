"""Exercises of one's own as a therapist makes them: a copy, a new one, changed, taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.files.disk import whole_file
from tests.ui.own_exercise.conftest import Place
from tests.ui.own_exercise.slide import SLIDE, press, type_into, with_slide
from tests.ui.pseudo import assert_translated_and_unclipped, pseudo_language

ROUTINE = """\
format: stretchcoach/1
id: evening
title: Evening
steps:
  - exercise: towel-slide
"""


def test_one_of_the_programs_becomes_a_copy_that_is_used_at_once(place: Place) -> None:
    place.ways.open("")
    place.all.exercise_chosen.emit("figure-4-supine")
    assert place.one.change.label == "Make it mine"
    place.one.change.click()
    editor = place.editor
    assert editor.head.tag.text() == "My copy"
    assert editor.notice.words.text().startswith("This is your own copy of “Lying figure four”")
    assert editor.words.name.field.hasFocus()
    type_into(editor, 2, "In the right place.")
    press(editor, Qt.Key.Key_S)
    place.settle()
    text = place.own_file("figure-4-supine-my.yaml").read_text()
    assert "feel: In the right place." in text
    assert editor.head.state.text() == "saved"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert place.one.heading.text() == "Lying figure four, my way"
    assert place.one.change.label == "Change it"
    shelf = place.read()
    assert shelf.exercises["figure-4-supine-my"].instructions.feel == "In the right place."
    assert shelf.exercises["figure-4-supine"].instructions.feel != "In the right place."
    assert shelf.known.pictures["figure-4-supine-my"] == shelf.known.pictures["figure-4-supine"]


def test_a_new_one_from_nothing_without_the_mouse(place: Place) -> None:
    place.ways.open("")
    QTest.keyClick(place.all.new, Qt.Key.Key_Return)
    editor = place.editor
    QTest.keyClicks(editor.words.name.field, "Towel slide")
    press(editor, Qt.Key.Key_S)
    assert editor.notice.words.text() == "Not saved: say at least in a few words how it is done"
    type_into(editor, 1, "Slide the heel on a towel.")
    editor.facts.position.button("supine").click()
    editor.facts.primary.chips["hamstrings"].click()
    press(editor, Qt.Key.Key_S)
    place.settle()
    assert not editor.notice.isVisible(), editor.notice.words.text()
    text = place.own_file("towel-slide.yaml").read_text()
    assert text.startswith("format: stretchcoach-exercise/1\nid: towel-slide\nname: Towel slide\n")
    assert "targets: {primary: [hamstrings]}\n" in text
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert place.one.heading.text() == "Towel slide"


def test_ones_own_is_changed_where_it_is_and_keeps_its_comments(place: Place) -> None:
    editor = with_slide(place)
    assert not editor.head.tag.isVisible()
    type_into(editor, 1, "Slide it.")
    editor.save()
    assert place.own_file("towel-slide.yaml").read_text() == SLIDE.replace(
        "Slide the heel.", "Slide it."
    )
    assert place.own_file("towel-slide.yaml.bak").read_text() == SLIDE


def test_each_choice_is_a_key_and_each_can_be_undone(place: Place) -> None:
    editor = with_slide(place)
    facts = editor.facts
    before = editor.document.state
    facts.kind.button("glide").click()
    facts.sides.button("each").click()
    facts.work.button("hold").click()
    facts.sets.more.click()
    facts.amount.line.setFocus()
    facts.amount.line.selectAll()
    QTest.keyClicks(facts.amount.line, "20s")
    facts.level.button("2").click()  # a click leaves the focus where it is
    assert facts.amount.line.text() == "20s"
    QTest.keyClick(facts.amount.line, Qt.Key.Key_Return)
    facts.equipment.chips["chair"].click()
    facts.cautions.chips["knee"].click()
    facts.primary.chips["calf"].click()
    facts.secondary.chips["hamstrings"].click()
    exercise = editor.document.reading.exercise
    assert exercise is not None
    assert (exercise.kind.value, exercise.sides.value, exercise.level) == ("glide", "each", 2)
    assert "dose: {reps: 8, hold: 20s, sets: " in editor.document.state.text
    assert "pace" not in editor.document.state.text
    assert [e.value for e in exercise.equipment] == ["chair"]
    assert [c.value for c in exercise.cautions] == ["knee"]
    facts.primary.chips["calf"].click()
    assert "targets" not in editor.document.state.text
    while editor.document.can_undo:
        press(editor, Qt.Key.Key_Z)
    assert editor.document.state == before
    editor.head.redo.click()
    assert facts.kind.key == "glide"


def test_typing_in_one_field_is_undone_as_one(place: Place, qtbot: QtBot) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "One")
    editor.commit()
    QTest.keyClicks(editor.words.how[1].field, " two")
    editor.commit()
    editor.words.how[2].field.setFocus()
    type_into(editor, 2, "Three")
    editor.commit()
    assert "two" in editor.document.state.text
    editor.head.undo.click()
    assert editor.words.how[2].text == ""
    editor.head.undo.click()
    assert editor.words.how[1].text == "Slide the heel."


def test_what_is_not_saved_is_asked_for_and_can_be_kept(place: Place) -> None:
    place.ways.open("")
    editor = with_slide(place)
    type_into(editor, 1, "Another way.")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.question.isVisible()
    assert list(editor.question.buttons) == ["save", "keep", "discard"]
    assert editor.question.buttons["save"].hasFocus()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.question.isVisible()
    assert editor.words.how[1].field.hasFocus()
    editor.head.back.click()
    QTest.keyClick(editor.question.buttons["keep"], Qt.Key.Key_Return)
    [resume] = place.all.unsaved.resumes
    assert place.own_file("towel-slide.yaml").read_text() == SLIDE
    resume.click()
    assert place.editor.words.how[1].text == "Another way."
    assert place.editor.notice.words.text() == "This is what you had written and not saved."
    place.editor.head.back.click()
    place.editor.question.buttons["discard"].click()
    assert not place.all.unsaved.isVisible()
    place.ways.change_asked.emit("towel-slide")
    assert place.editor.words.how[1].text == "Slide the heel."


def test_what_is_not_saved_can_be_forgotten_in_the_list(place: Place) -> None:
    place.ways.open("")
    editor = with_slide(place)
    type_into(editor, 1, "Another way.")
    place.window.go_back()  # as when another page is gone to
    place.ways.show_drafts()
    [forget] = place.all.unsaved.forgets
    forget.click()
    assert not place.all.unsaved.isVisible()
    assert list(place.paths.drafts.rglob("*.draft")) == []


def test_what_was_written_survives_a_power_cut(place: Place, qtbot: QtBot) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Half a sent")
    qtbot.waitUntil(lambda: list(place.paths.drafts.rglob("*.draft")) != [], timeout=20_000)
    place.window.go_back()
    place.ways.change_asked.emit("towel-slide")
    assert place.editor.words.how[1].text == "Half a sent"


def test_taking_one_away_can_be_undone(place: Place) -> None:
    place.ways.open("")
    editor = with_slide(place)
    editor.head.remove.click()
    place.settle()
    assert "towel-slide" not in place.read().exercises
    bar = place.window.bar()
    assert bar.words.text() == "“Towel slide” was removed."
    bar.undo.click()
    place.settle()
    assert "towel-slide" in place.read().exercises
    assert place.own_file("towel-slide.yaml").read_text() == SLIDE


def test_one_that_routines_have_is_not_taken_away_unasked(place: Place) -> None:
    place.paths.routines.mkdir(parents=True)
    (place.paths.routines / "evening.yaml").write_text(ROUTINE)
    editor = with_slide(place)
    editor.head.remove.click()
    assert editor.question.words.text().startswith("It stands in Evening.")
    editor.question.buttons["stay"].click()
    assert place.own_file("towel-slide.yaml").exists()
    editor.head.remove.click()
    editor.question.buttons["remove"].click()
    assert not place.own_file("towel-slide.yaml").exists()


def test_a_full_disk_loses_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Another way.")

    def full(path: Path, mode: int = 0) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(whole_file, "replacing", full)
        assert not editor.save()
        assert editor.notice.words.text() in (
            "Not saved: No space left on device",
            "What is not saved cannot be kept either: No space left on device",
        )
        assert place.own_file("towel-slide.yaml").read_text() == SLIDE
    assert editor.words.how[1].text == "Another way."
    assert editor.save()


def test_two_exercises_cannot_have_one_name(place: Place) -> None:
    editor = with_slide(place)
    editor.words.name.field.selectAll()
    QTest.keyClicks(editor.words.name.field, "Bridge")
    assert not editor.save()
    assert "another exercise is called “Bridge”" in editor.notice.words.text()


def test_the_id_of_another_is_refused(place: Place) -> None:
    """One with the id of the program's would stand in its place in every routine."""
    editor = with_slide(place)
    editor.document.set_text(SLIDE.replace("id: towel-slide", "id: bridge"))
    assert not editor.save()
    assert "the id “bridge” is that of another exercise" in editor.notice.words.text()
    editor.document.set_text(SLIDE.replace("id: towel-slide", "id: towel-slide-two"))
    assert editor.save()


def test_one_that_stands_in_the_place_of_the_programs_is_changed_where_it_is(place: Place) -> None:
    place.paths.exercises.mkdir(parents=True)
    own = place.own_file("bridge.yaml")
    own.write_text(SLIDE.replace("id: towel-slide\nname: Towel slide", "id: bridge\nname: Bridge"))
    place.read()
    place.ways.change_asked.emit("bridge")
    assert not place.editor.head.tag.isVisible()
    type_into(place.editor, 1, "Lift.")
    assert place.editor.save()
    assert "Lift." in own.read_text()


def test_the_text_itself_can_be_written(place: Place, qtbot: QtBot) -> None:
    editor = with_slide(place)
    editor.head.text.click()
    assert editor.text.edit.hasFocus()
    editor.text.edit.setPlainText(SLIDE.replace("Slide the heel.", "[").replace("]", ""))
    editor.commit()
    assert "Line" in editor.text.problems.text()
    editor.head.text.click()  # a form cannot show it
    assert editor.text.isVisible()
    assert not editor.save()
    editor.text.edit.setPlainText(SLIDE + "easier: knee-to-chest\n")
    assert editor.save()
    editor.head.text.click()
    assert editor.words.name.text == "Towel slide"
    assert "easier: knee-to-chest" in place.own_file("towel-slide.yaml").read_text()


def test_a_promise_in_the_words_is_remarked(place: Place) -> None:
    editor = with_slide(place)
    type_into(editor, 2, "This cures sciatica.")
    editor.commit()
    assert "says more than a coach and diary can" in editor.missing.text()


def test_every_control_can_be_reached_and_says_what_it_is(place: Place) -> None:
    editor = with_slide(place)
    first: QWidget = editor.words.name.field
    seen: set[QWidget] = set()
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        if widget.isVisibleTo(editor) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.add(widget)
            assert widget.accessibleName(), widget
        widget = widget.nextInFocusChain()
    assert {editor.head.save, editor.picture.hold.choose, editor.facts.sets.line} <= seen


def test_it_is_translated_and_nothing_is_clipped(place: Place) -> None:
    with pseudo_language():
        place.ways.new_asked.emit()
        editor = place.editor
        editor.head.save.setFocus()  # a field with the focus has a thicker edge
        assert_translated_and_unclipped(editor)
