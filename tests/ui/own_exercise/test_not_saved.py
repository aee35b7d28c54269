"""What stands in the way of saving: a file that is another by now, or gone, and wrong values."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stretchcoach.files.bench.drafts import Drafts
from stretchcoach.ui.widgets.surfaces.notice import Notice
from tests.ui.own_exercise.conftest import Place
from tests.ui.own_exercise.slide import SLIDE, press, type_into, with_slide


def refuse(drafts: Drafts, path: Path) -> None:
    raise PermissionError(13, "Permission denied")


def test_one_that_is_changed_outside_meanwhile_asks_which_is_to_hold(place: Place) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Mine.")
    file = place.own_file("towel-slide.yaml")
    file.write_text(SLIDE.replace("Slide the heel", "Theirs"))
    assert not editor.save()
    assert list(editor.question.buttons) == ["mine", "theirs"]
    editor.question.buttons["theirs"].click()
    assert editor.words.how[1].text == "Theirs."
    type_into(editor, 1, "Mine again.")
    file.write_text(SLIDE)
    editor.save()
    editor.question.buttons["mine"].click()
    assert editor.save()
    assert "Mine again." in file.read_text()
    assert file.with_name("towel-slide.yaml.bak").read_text() == SLIDE


def test_one_that_was_deleted_meanwhile_can_be_saved_anew(place: Place) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Mine.")
    file = place.own_file("towel-slide.yaml")
    file.unlink()
    assert not editor.save()
    assert editor.question.words.text() == "The file was deleted while you worked on it."
    assert list(editor.question.buttons) == ["anew"]
    editor.question.buttons["anew"].click()
    place.settle()
    assert "move: Mine." in file.read_text()
    assert editor.words.name.text == "Towel slide"
    assert not editor.file.is_unsaved


def test_one_that_cannot_be_read_any_more_can_be_saved_anew(place: Place) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Mine.")
    file = place.own_file("towel-slide.yaml")
    file.write_bytes(b"\xff\xfe\x00")
    assert not editor.save()
    assert editor.question.words.text().startswith("The file cannot be read any more: ")
    assert list(editor.question.buttons) == ["anew"]
    editor.question.buttons["anew"].click()
    assert "move: Mine." in file.read_text()
    assert file.with_name("towel-slide.yaml.bak").read_bytes() == b"\xff\xfe\x00"


@pytest.mark.parametrize("answer", ["mine", "theirs"])
def test_one_that_is_deleted_after_it_was_changed_empties_nothing(
    place: Place, answer: str
) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Mine.")
    file = place.own_file("towel-slide.yaml")
    file.write_text(SLIDE.replace("Slide the heel", "Theirs"))
    assert not editor.save()
    file.unlink()
    editor.question.buttons[answer].click()
    assert list(editor.question.buttons) == ["anew"]
    assert "move: Mine." in editor.document.state.text
    assert editor.words.name.text == "Towel slide"


def test_what_is_wrong_is_said_by_the_name_of_its_field(place: Place) -> None:
    editor = with_slide(place)
    sets = editor.facts.sets.line
    sets.setText("0")
    sets.setModified(True)
    editor.words.name.field.setFocus()
    press(editor, Qt.Key.Key_S)
    assert editor.notice.words.text().startswith("Not saved: Sets: 0 is too small")
    assert sets.hasFocus()
    editor.facts.sets.line.setText("2")
    editor.words.name.field.selectAll()
    QTest.keyClicks(editor.words.name.field, "x" * 81)
    assert not editor.save()
    assert editor.notice.words.text().startswith("Not saved: Name: the text is 81 ")
    assert editor.words.name.field.hasFocus()
    editor.head.text.click()
    assert not editor.save()
    assert editor.notice.words.text().startswith("Not saved: line 3: the text is 81 ")


@pytest.mark.parametrize("answer", ["mine", "anew"])
def test_who_saves_to_leave_leaves_once_that_is_answered(place: Place, answer: str) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Mine.")
    file = place.own_file("towel-slide.yaml")
    if answer == "mine":
        file.write_text(SLIDE.replace("Slide the heel", "Theirs"))
    else:
        file.unlink()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    editor.question.buttons["save"].click()
    assert place.editor is editor
    editor.question.buttons[answer].click()
    assert place.window.current is not editor
    assert "move: Mine." in file.read_text()


def test_who_saves_to_leave_and_then_goes_back_stays(place: Place) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Mine.")
    file = place.own_file("towel-slide.yaml")
    file.write_text(SLIDE.replace("Slide the heel", "Theirs"))
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    editor.question.buttons["save"].click()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.save()
    editor.question.buttons["mine"].click()
    assert place.editor is editor


def test_what_is_not_saved_is_not_removed_unasked(place: Place) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Mine.")
    file = place.own_file("towel-slide.yaml")
    editor.head.remove.click()
    assert editor.question.words.text().startswith("What is not saved is lost with it")
    editor.question.buttons["stay"].click()
    assert place.editor is editor
    assert file.exists()
    assert "move: Mine." in editor.document.state.text
    editor.head.remove.click()
    editor.question.buttons["lose"].click()
    assert place.window.current is not editor
    assert not file.exists()


def test_what_cannot_be_forgotten_is_said(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Mine.")
    assert editor.keep()

    with monkeypatch.context() as patch:
        patch.setattr(Drafts, "drop", refuse)
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        editor.question.buttons["discard"].click()
        assert place.editor is editor
        assert editor.notice.isVisible()
        said = editor.notice.words.text()
        assert said == "The changes could not be forgotten: Permission denied"
        assert editor.file.is_unsaved
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    editor.question.buttons["discard"].click()
    assert place.window.current is not editor
    assert not list(place.paths.drafts.rglob("*.draft"))


def test_what_stays_of_a_removed_one_is_told_above_the_pages(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Mine.")
    assert editor.keep()
    editor.head.remove.click()
    monkeypatch.setattr(Drafts, "drop", refuse)
    editor.question.buttons["lose"].click()
    assert place.window.current is not editor
    told = [notice.sentence for notice in place.window.findChildren(Notice)]
    assert told == ["The changes could not be forgotten: Permission denied"]


def test_what_was_kept_before_and_stays_is_told_when_it_is_saved(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = with_slide(place)
    type_into(editor, 1, "Mine.")
    assert editor.keep()
    type_into(editor, 1, "Mine again.")
    monkeypatch.setattr(Drafts, "drop", refuse)
    assert editor.save()
    assert editor.notice.isVisible()
    assert editor.notice.words.text().startswith("It is saved. But what was kept of it before")
