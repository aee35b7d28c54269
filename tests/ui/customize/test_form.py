"""The form: what is changed in it changes the text, in every step that is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.customize.form.fields import AmountEdit, WordsField
from tests.files.bench.builders import TEXT


def amount(page: BenchPage, key: str) -> AmountEdit:
    return next(field for field in page.form.step.amounts if field.key == key)


def write(field: WordsField, text: str) -> None:
    """Type it and press Enter."""
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, text) if text else QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClick(field.line, Qt.Key.Key_Return)


def test_the_form_shows_what_the_step_says(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    form = page.form.step
    assert form.isVisible()
    assert form.head.name.text() == "Lying figure four"
    assert amount(page, "sets").line.text() == "2"
    assert amount(page, "hold").line.text() == "30s"
    assert amount(page, "rest").line.text() == ""
    assert amount(page, "rest").line.placeholderText() == "10s"
    assert form.affected[0].line.text() == "3"
    assert form.sides.key == "usual"
    assert form.work.key == "hold"
    assert form.reads.text() == ("The client reads: 2 × 30 s each side, 3 on the affected side")
    assert "min" in form.takes.text()


def test_amounts_are_typed_and_stepped(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    write(amount(page, "hold"), "15-30s")
    assert page.bench.text == TEXT.replace("hold: 30s", "hold: 15-30s")
    page.bench.undo()
    amount(page, "hold").more.click()
    assert page.bench.text == TEXT.replace("hold: 30s", "hold: 35s")
    amount(page, "hold").less.click()
    assert page.bench.text == TEXT
    amount(page, "rest").more.click()
    assert "    hold: 30s\n    rest: 15s\n" in page.bench.text
    write(amount(page, "rest"), "")
    assert page.bench.text == TEXT


def test_a_wrong_amount_is_a_problem_in_its_line(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    write(amount(page, "hold"), "long")
    assert page.text.message.isVisible()
    assert amount(page, "hold").line.text() == "long"


def test_the_affected_side(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    sets, hold = page.form.step.affected
    write(hold, "20s")
    assert "affected: {sets: 3, hold: 20s}" in page.bench.text
    write(hold, "")
    write(sets, "")
    assert "affected" not in page.bench.text.split("steps:")[1]
    page.form.step.sides.button("each").click()
    assert "    sides: each\n" in page.bench.text
    write(page.form.step.affected[0], "4")
    page.form.step.sides.button("both").click()
    assert "    sides: both\n" in page.bench.text
    assert "affected" not in page.bench.text.split("steps:")[1]
    assert page.form.step.affected == []
    page.form.step.sides.button("usual").click()
    assert "sides" not in page.bench.text


def test_contract_relax_is_one_click_and_one_undo(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    page.form.step.work.button("rep").click()
    assert "hold: 30s" not in page.bench.text
    assert "      - {say: Press gently against it, for: 6s}\n" in page.bench.text or (
        "      - say: Press gently against it\n        for: 6s\n" in page.bench.text
    )
    assert page.bench.reading.routine is not None
    page.bench.undo()
    assert page.bench.text == TEXT


def test_several_steps_are_changed_at_once(page: BenchPage) -> None:
    page.view.select([("steps", 0), ("steps", 1), ("steps", 2)])
    form = page.form.step
    assert form.head.name.text() == "2 steps at once"  # the rest is not among them
    assert amount(page, "sets").line.placeholderText() == "different"
    assert form.work.key == ""
    write(form.note, "Gently.")
    assert page.bench.text.count("note: Gently.") == 2
    write(amount(page, "sets"), "3")
    assert page.bench.text.count("    sets: 3\n") == 2
    page.bench.undo()
    page.bench.undo()
    assert page.bench.text == TEXT


def test_a_swap_keeps_the_dose(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    assert page.form.step.head.easier.label == "Lying figure four, foot down"
    page.form.step.head.easier.click()
    assert page.bench.text == TEXT.replace("figure-4-supine", "figure-4-supine-foot-down")
    page.form.step.head.harder.click()
    assert page.bench.text == TEXT


def test_optional_and_words(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    page.form.step.optional.click()
    assert "    optional: true\n" in page.bench.text
    page.form.step.optional.click()
    assert page.bench.text == TEXT
    write(page.form.step.load, "yellow band")
    assert "    load: yellow band\n" in page.bench.text


def test_a_rest_and_a_block_have_their_one_field(page: BenchPage) -> None:
    page.view.select([("steps", 2)])
    assert [field.key for field in page.form.step.amounts] == ["rest"]
    assert not page.form.step.work.isVisible()
    amount(page, "rest").more.click()
    assert "  - rest: 25s\n" in page.bench.text
    page.view.select([("steps", 3)])
    assert page.form.block.isVisible()
    page.form.block.times.more.click()
    assert "repeat: 3" in page.bench.text


def test_the_routine_as_a_whole(page: BenchPage) -> None:
    page.head.about.click()
    form = page.form.routine
    assert form.isVisible()
    title, for_, *_ = form.words
    assert title.line.hasFocus()
    write(title, "For Anna")
    write(for_, "people who sit: long")
    assert "title: For Anna\nfor: 'people who sit: long'\n" in page.bench.text
    assert page.head.title.whole_text == "For Anna"
    form.affected.button("left").click()
    assert "affected: left\n" in page.bench.text
    form.affected.button("open").click()
    write(form.days, "mon fri")
    assert "schedule: {days: [mon, fri]}\n" in page.bench.text
    write(form.per_week, "3")
    assert "schedule: {per_week: 3}\n" in page.bench.text
    write(form.days, "daily")
    assert "schedule: {days: daily}\n" in page.bench.text
    form.per_day.more.click()
    assert "per_day: 2" in page.bench.text
    page.bench.replace_text("affected: odd\nschedule: x\n")
    assert form.affected.key == ""


def test_in_a_narrow_window_form_and_text_take_turns(page: BenchPage) -> None:
    assert not page.head.side.isVisible()
    page.resize(700, 600)
    assert page.form.isVisible()
    assert not page.text.isVisible()
    page.head.side.click()
    assert page.text.isVisible()
    assert not page.form.isVisible()
    page.head.side.click()
    assert page.form.isVisible()
    page.resize(1184, 800)
    assert page.text.isVisible()
    assert page.form.isVisible()


def test_a_key_leads_into_the_form(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert amount(page, "sets").line.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.form.routine.words[0].line.hasFocus()
