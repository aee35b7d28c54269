"""The form: what is changed in it changes the text, in every step that is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from stretchcoach.core.bench.dose_form import Work
from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.customize.form.fields import AmountEdit, WordsField
from stretchcoach.ui.widgets.controls.menu_button import MenuButton
from tests.files.bench.builders import TEXT


def amount(page: BenchPage, key: str) -> AmountEdit:
    return next(field for field in page.form.step.dose.amounts.edits if field.key == key)


def write(field: WordsField, text: str) -> None:
    """Type it and press Enter."""
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, text) if text else QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClick(field.line, Qt.Key.Key_Return)


def choose(button: MenuButton, value: object) -> None:
    """Choose it, or let it go, in the open menu."""
    button.entry(value).trigger()


def test_the_form_shows_what_the_step_says(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    form = page.form.step
    assert form.isVisible()
    assert form.head.name.text() == "Lying figure four"
    assert amount(page, "sets").line.text() == "2"
    assert amount(page, "hold").line.text() == "30s"
    assert amount(page, "rest").line.text() == ""
    assert amount(page, "rest").line.placeholderText() == "10s"
    assert form.dose.affected.edits[0].line.text() == "3"
    assert form.dose.sides.chosen == ("usual",)
    assert form.dose.work.chosen == (Work.HOLD,)
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
    page.bench.weigh_now()
    assert len(page.text.edit.bands.problems) == 1
    assert amount(page, "hold").line.text() == "long"


def test_the_affected_side(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    edit = page.form.step.dose.affected.edit
    sets, hold = edit("sets"), edit("hold")
    write(hold, "20s")
    assert "affected: {sets: 3, hold: 20s}" in page.bench.text
    write(hold, "")
    write(sets, "")
    assert "affected" not in page.bench.text.split("steps:")[1]
    choose(page.form.step.dose.sides, "each")
    assert "    sides: each\n" in page.bench.text
    write(page.form.step.dose.affected.edits[0], "4")
    choose(page.form.step.dose.sides, "both")
    assert "    sides: both\n" in page.bench.text
    assert "affected" not in page.bench.text.split("steps:")[1]
    assert page.form.step.dose.affected.edits == []
    choose(page.form.step.dose.sides, "usual")
    assert "sides" not in page.bench.text


def test_contract_relax_is_one_click_and_one_undo(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    page.form.step.dose.phased.click()
    assert "hold: 30s" not in page.bench.text
    assert "      - {say: Press gently against it, for: 6s}\n" in page.bench.text or (
        "      - say: Press gently against it\n        for: 6s\n" in page.bench.text
    )
    assert page.bench.reading.routine is not None
    page.bench.undo()
    assert page.bench.text == TEXT


def test_phases_are_changed_one_by_one(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    form = page.form.step.dose
    assert not form.phases.isVisible()
    form.phased.click()
    assert form.phases.isVisible()
    rows = form.phases.rows
    assert [row.time.line.text() for row in rows] == ["10s", "6s", "2s", "20s"]
    write(rows[1].words, "Press the knee away")
    write(rows[3].time, "30s")
    assert "Press the knee away" in page.bench.text
    assert page.model.rows[1].planned is not None
    phases = page.model.rows[1].planned.plain_dose.rep
    assert phases is not None
    assert [(phase.say, phase.for_ms) for phase in phases][1::2] == [
        ("Press the knee away", 6_000), ("Ease a little further", 30_000)
    ]  # fmt: skip
    rows[0].remove.click()
    assert [row.time.line.text() for row in form.phases.rows] == ["6s", "2s", "30s"]
    form.phases.add.click()
    assert page.bench.text.count("say: Hold") == 1
    for _ in range(3):
        form.phases.rows[0].remove.click()
    assert not form.phases.rows[0].remove.isEnabled()
    choose(form.work, Work.REP)  # as it is
    for _ in range(8):
        page.bench.undo()
    assert page.bench.text == TEXT


def test_another_way_of_work_takes_the_time_of_the_affected_side_with_it(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    dose = page.form.step.dose
    write(dose.affected.edit("hold"), "40s")
    choose(dose.work, Work.PACE)
    assert "    pace: 4s\n    affected: {sets: 3}\n" in page.bench.text
    assert not page.bench.reading.problems


def test_what_a_step_seldom_says(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    form = page.form.step
    assert not form.more.isVisible()
    form.more_box.button.click()
    more = form.more
    assert more.changes.edit("get_ready").line.placeholderText() == "auto"
    assert more.changes.edit("switch").line.placeholderText() == "8s"
    write(more.changes.edit("switch"), "15s")
    write(more.changes.edit("get_ready"), "20s")
    assert "    switch: 15s\n    get_ready: 20s\n" in page.bench.text
    choose(more.order, "right-first")
    assert "    order: right-first\n" in page.bench.text
    choose(more.schedule.days, "mon")
    assert "    schedule: {days: [mon]}\n" in page.bench.text
    choose(more.schedule.days, "mon")
    choose(more.order, "right-first")
    for key in ("switch", "get_ready"):
        write(more.changes.edit(key), "")
    assert page.bench.text == TEXT
    assert not page.bench.reading.problems


def test_what_is_seldom_said_is_seen_where_it_is(page: BenchPage) -> None:
    page.bench.set_keys({("steps", 1, "effort"): "4 of 10"})
    page.view.select([("steps", 1)])
    assert page.form.step.more.effort.isVisible()
    assert page.form.step.more.effort.line.text() == "4 of 10"


def test_only_the_fields_that_fit(page: BenchPage) -> None:
    page.bench.set_keys({("steps", 0, "sides"): "both"})
    page.view.select([("steps", 0)])
    form = page.form.step
    assert not form.dose.affected.isVisible()
    assert [edit.key for edit in form.more.changes.edits] == ["get_ready"]
    assert not form.more.order.isVisibleTo(form.more)
    assert "relax" in [edit.key for edit in form.dose.amounts.edits]
    page.view.select([("steps", 1)])
    assert "relax" not in [edit.key for edit in form.dose.amounts.edits]
    assert form.more.order.isVisibleTo(form.more)


def test_several_steps_are_changed_at_once(page: BenchPage) -> None:
    page.view.select([("steps", 0), ("steps", 1), ("steps", 2)])
    form = page.form.step
    assert form.head.name.text() == "2 steps at once"  # the rest is not among them
    assert amount(page, "sets").line.placeholderText() == "different"
    assert form.dose.work.chosen == ()
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
    assert page.bench.text == TEXT.replace("figure-4-supine", "figure-4-knee-across")
    page.form.step.head.harder.click()
    assert page.bench.text == TEXT


def test_a_note_of_two_lines_stays_while_nobody_changes_it(page: BenchPage) -> None:
    page.bench.set_keys({("steps", 1, "note"): "One.\nTwo."})
    before = page.bench.text
    page.view.select([("steps", 1)])
    page.form.step.note.line.setFocus()
    page.view.setFocus()
    assert page.bench.text == before
    write(page.form.step.note, "Another.")
    assert '    note: "Another."\n' in page.bench.text


def test_optional_and_words(page: BenchPage) -> None:
    page.view.select([("steps", 1)])
    page.form.step.optional.click()
    assert "    optional: true\n" in page.bench.text
    page.form.step.optional.click()
    assert page.bench.text == TEXT
    write(page.form.step.more.load, "yellow band")
    assert "    load: yellow band\n" in page.bench.text


def test_a_rest_and_a_block_have_their_one_field(page: BenchPage) -> None:
    page.view.select([("steps", 2)])
    assert [field.key for field in page.form.step.dose.amounts.edits] == ["rest"]
    assert not page.form.step.dose.work.isVisible()
    amount(page, "rest").more.click()
    assert "  - rest: 25s\n" in page.bench.text
    page.view.select([("steps", 1)])
    assert page.form.step.dose.work.isVisible()
    assert page.form.step.dose.sides.isVisible()
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
    schedule = form.schedule
    choose(schedule.days, "mon")
    choose(schedule.days, "fri")
    assert "schedule: {days: [mon, fri]}\n" in page.bench.text
    assert schedule.days.accessibleName() == "On these days: Mon, Fri"
    write(schedule.per_week, "3")
    assert "schedule: {per_week: 3}\n" in page.bench.text
    write(schedule.every, "2")
    assert "schedule: {every: 2 days}\n" in page.bench.text
    assert schedule.every.line.text() == "2"
    schedule.as_needed.click()
    assert "schedule: {as_needed: true}\n" in page.bench.text
    for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        choose(schedule.days, day)
    assert "schedule: {days: daily}\n" in page.bench.text
    schedule.per_day.more.click()
    assert "schedule: {days: daily, per_day: 2}\n" in page.bench.text
    choose(form.level, "2")
    assert "level: 2\n" in page.bench.text
    write(form.usual.edit("switch"), "12s")
    assert "defaults: {order: affected-last, switch: 12s}\n" in page.bench.text
    choose(form.order, "left-first")
    assert "defaults: {order: left-first, switch: 12s}\n" in page.bench.text
    assert not page.bench.reading.problems
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
