"""What was typed into a field and not handed over: no way out of the form loses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stretchcoach.core.bench.dose_form import Work
from stretchcoach.core.lint.lint import Bundled
from stretchcoach.files.bench.drafts import Drafts
from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.customize.form.fields import WordsField
from tests.files.bench.builders import TEXT, known

TYPED = TEXT.replace("title: Mine", "title: Typed")


def begin_to_type(field: WordsField, text: str) -> None:
    """Without Enter, and with the cursor still in it."""
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, text)


def type_title(page: BenchPage, text: str = "Typed") -> WordsField:
    page.head.about.click()
    title = page.form.routine.words[0]
    begin_to_type(title, text)
    return title


def test_saving_takes_what_is_being_typed(page: BenchPage, tmp_path: Path) -> None:
    page.save_asked.connect(page.file.save)
    type_title(page)
    page.head.save.click()
    assert (tmp_path / "mine.yaml").read_text() == TYPED
    title = type_title(page, "Typed again")
    QTest.keyClick(title.line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "title: Typed again\n" in (tmp_path / "mine.yaml").read_text()
    assert not page.file.is_unsaved


@pytest.mark.parametrize("way", ["close", "keep"])
def test_a_draft_has_what_is_being_typed(page: BenchPage, tmp_path: Path, way: str) -> None:
    type_title(page)
    getattr(page.file, way)()
    [draft] = Drafts(tmp_path / "drafts").all()
    assert draft.text == TYPED


def test_a_library_read_anew_leaves_it_and_its_cursor(page: BenchPage) -> None:
    title = type_title(page, "Type")
    title.line.setCursorPosition(2)
    page.bench.set_known(known(), Bundled())
    assert title.line.text() == "Type"
    assert title.line.cursorPosition() == 2
    title.line.end(False)
    QTest.keyClicks(title.line, "d ")
    page.file.save()
    assert page.bench.text == TYPED
    assert title.line.cursorPosition() == len("Typed")


def test_undo_takes_back_what_is_being_typed_and_no_more(page: BenchPage) -> None:
    page.bench.set_keys({("level",): "2"})
    before = page.bench.text
    title = type_title(page)
    page.head.undo.click()
    assert page.bench.text == before
    assert title.line.text() == "Mine"
    page.head.redo.click()
    assert "title: Typed\n" in page.bench.text
    page.head.undo.click()
    type_title(page, "Another")
    page.head.redo.click()
    assert "title: Another\n" in page.bench.text


def test_it_goes_into_the_step_for_which_it_was_typed(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    begin_to_type(page.form.step.note, "Slowly.")
    page.add_rest.click()
    assert "    affected: {sets: 3}\n    note: Slowly.\n  - rest: 20s\n" in page.bench.text
    page.view.select([("steps", 0)])
    begin_to_type(page.form.step.note, "Gently.")
    page.view.select([("steps", 1)])
    assert "    reps: 8\n    note: Gently.\n" in page.bench.text
    assert page.form.step.note.line.text() == "Slowly."


def test_a_text_from_outside_does_not_hide_it(page: BenchPage, tmp_path: Path) -> None:
    type_title(page)
    (tmp_path / "mine.yaml").write_text(TEXT.replace("title: Mine", "title: Theirs"))
    page.file.look_outside()
    assert page.conflict.isVisible()
    assert page.bench.text == TYPED


def test_numbers_beside_each_other_are_both_taken(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    sets, rest = (page.form.step.dose.amounts.edit(key) for key in ("sets", "rest"))
    begin_to_type(sets, "4")
    rest.more.click()
    assert "    sets: 4\n" in page.bench.text
    assert "    rest: 15s\n" in page.bench.text


def test_the_affected_side_follows_another_way_of_work(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    dose = page.form.step.dose
    begin_to_type(dose.affected.edit("hold"), "40s")
    dose.work.entry(Work.PACE).trigger()
    assert "    pace: 4s\n    affected: {sets: 3}\n" in page.bench.text
    begin_to_type(dose.affected.edit("sets"), "5")
    dose.sides.entry("both").trigger()
    assert "affected" not in page.bench.text.split("steps:")[1]


def test_what_is_typed_in_a_schedule_makes_way_for_what_is_chosen(page: BenchPage) -> None:
    page.head.about.click()
    schedule = page.form.routine.schedule
    begin_to_type(schedule.per_week, "3")
    schedule.as_needed.click()
    assert "schedule: {as_needed: true}\n" in page.bench.text
    schedule.as_needed.click()
    begin_to_type(schedule.per_week, "3")
    schedule.per_day.more.click()
    assert "per_week: 3" in page.bench.text
    assert "per_day: 2" in page.bench.text


def test_phases_keep_what_is_typed_in_another(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    page.form.step.dose.phased.click()
    phases = page.form.step.dose.phases
    begin_to_type(phases.rows[0].words, "Come in")
    phases.rows[3].time.more.click()
    begin_to_type(phases.rows[1].words, "Press")
    phases.add.click()
    begin_to_type(phases.rows[2].words, "Rest")
    phases.rows[4].remove.click()
    assert [row.words.line.text() for row in phases.rows][:3] == ["Come in", "Press", "Rest"]
    assert phases.rows[3].time.line.text() == "25s"
    assert len(phases.rows) == 4


def test_a_block_is_repeated_as_often_as_typed(page: BenchPage) -> None:
    page.view.select([("steps", 3)])
    begin_to_type(page.form.block.times, "4")
    assert page.file.save()
    assert "repeat: 4\n" in page.bench.text


def test_what_cannot_be_written_is_told_before_it_is_left(page: BenchPage) -> None:
    page.bench.replace_text(TEXT + "{")
    type_title(page)
    page.file.close()
    assert page.file.is_open
    assert page.notice.words.text().startswith("Not done: ")
    page.file.close()
    assert not page.file.is_open
    type_title(page, "More")
    assert not page.file.save()


def test_plus_ends_where_a_file_does(page: BenchPage) -> None:
    page.bench.set_keys({("steps", 1, "sets"): "19"})
    page.view.select([("steps", 1)])
    sets = page.form.step.dose.amounts.edit("sets")
    for _ in range(3):
        sets.more.click()
    assert sets.line.text() == "20"
    assert "    sets: 20\n" in page.bench.text
    assert not page.bench.reading.problems
