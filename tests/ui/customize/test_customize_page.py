"""Customize from the beginning: new, a copy, one's own; and the remarks and times beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.customize.customize_page import CustomizePage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.loss import Loss
from tests.files.bench.builders import HEAD, TEXT
from tests.ui.customize.shelves import shelf
from tests.ui.pseudo import assert_translated_and_unclipped, pseudo_language


def refuse(loss: Loss) -> bool:
    """Who gives nothing up."""
    return False


def titles(page: CustomizePage) -> list[str]:
    items = [page.start.list.item(row) for row in range(page.start.list.count())]
    return [item.text().split("\n")[0] for item in items]


def choose(page: CustomizePage, title: str) -> None:
    """Search for it and press Enter, as one does without a mouse."""
    page.start.search.setText(title)
    page.start.list.setFocus()
    QTest.keyClick(page.start.list, Qt.Key.Key_Return)


def test_a_new_routine_from_nothing_to_saved(
    customize: CustomizePage, paths: Paths, qtbot: QtBot
) -> None:
    """Six exercises, a note and more on the affected side, without the mouse."""
    pressed = 1
    QTest.keyClick(customize.start.new_buttons[0], Qt.Key.Key_Return)
    page = customize.page
    assert customize.currentWidget() is page
    assert page.quick.line.hasFocus()
    for line in (
        "trunk 8", "knee chest 2x20", "lying fig 3x30 affected 4 note Stop short of any tingling.",
        "knee opp 2x30", "bridge 2x10 hold 5", "clam 2x10",
    ):  # fmt: skip
        QTest.keyClicks(page.quick.line, line)
        QTest.keyClick(page.quick.line, Qt.Key.Key_Return)
        pressed += 1
    with qtbot.waitSignal(customize.saved) as saved:
        QTest.keyClick(page.quick.line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    pressed += 1
    assert saved.args == [paths.routines / "new-routine.yaml"]
    text = (paths.routines / "new-routine.yaml").read_text()
    assert text.count("- exercise:") == 6
    assert "affected: {sets: 4}\n    note: Stop short of any tingling.\n" in text
    assert shelf(paths).routine("new-routine").routine is not None
    assert pressed <= 60


def test_ones_own_and_what_can_be_copied(customize: CustomizePage) -> None:
    found = titles(customize)
    assert found[:2] == ["Your own", "Mine"]
    assert "From the program: yours will be a copy" in found
    assert "Desk break" in found
    customize.start.search.setText("desk br")
    assert titles(customize) == ["From the program: yours will be a copy", "Desk break"]


def test_a_bundled_one_becomes_a_copy(customize: CustomizePage) -> None:
    choose(customize, "desk break")
    page = customize.page
    assert page.notice.words.text().startswith("This is your own copy of “Desk break”")
    assert page.head.tag.text() == "My copy"
    assert page.head.state.text() == "not saved"
    customize.bench.set_keys({("note",): "A word."})
    customize.show_start()
    assert titles(customize)[:2] == ["Not saved yet", "Desk break"]
    customize.start.list.setFocus()
    QTest.keyClick(customize.start.list, Qt.Key.Key_Return)
    assert page.head.tag.text() == "My copy"
    customize.show_start()
    customize.start.list.setFocus()
    QTest.keyClick(customize.start.list, Qt.Key.Key_Delete)
    assert titles(customize)[0] == "Your own"


def test_ones_own_is_duplicated_by_key_and_by_menu(customize: CustomizePage, paths: Paths) -> None:
    customize.start.search.setText("mine")
    customize.start.list.setFocus()
    QTest.keyClick(customize.start.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    page = customize.page
    assert customize.currentWidget() is page
    assert page.head.title.whole_text == "Mine (copy)"
    assert page.head.tag.text() == "My copy"
    page.head.save.click()
    assert (paths.routines / "mine.yaml").read_text() == TEXT
    saved = (paths.routines / "mine-my.yaml").read_text()
    renamed = TEXT.replace("id: mine", "id: mine-my")
    assert saved == renamed.replace("title: Mine", "title: Mine (copy)")
    customize.set_library(shelf(paths))
    customize.show_start()
    customize.start.search.setText("mine")
    item = customize.start.list.item(1)
    customize.start.list.setCurrentItem(item)
    names = [action.text() for action in customize.start.list.menu(item).actions()]
    assert names[:2] == ["Open", "Duplicate"]
    customize.start.list.menu(item).actions()[1].trigger()
    assert customize.currentWidget() is page
    customize.start.list.menu(customize.start.list.item(0))


def test_ones_own_is_worked_on_in_its_place(customize: CustomizePage, paths: Paths) -> None:
    choose(customize, "mine")
    customize.bench.set_keys({("steps", 0, "reps"): "9"})
    customize.page.head.save.click()
    assert (paths.routines / "mine.yaml").read_text() == TEXT.replace("reps: 8", "reps: 9")
    assert customize.page.head.state.text() == "saved"
    customize.bench.set_keys({("steps", 0, "reps"): "7"})
    assert customize.page.head.state.text() == "not saved"


def test_what_is_not_saved_stays_when_another_is_opened(customize: CustomizePage) -> None:
    choose(customize, "mine")
    customize.bench.set_keys({("steps", 0, "reps"): "9"})
    customize.open(bundled_dir("routines") / "desk-break.yaml")
    customize.bench.set_keys({("note",): "A word."})
    assert customize.may_close(refuse)
    customize.show_start()
    assert titles(customize)[1:3] == ["Desk break", "Mine"]


def test_a_file_written_elsewhere_is_followed(customize: CustomizePage, paths: Paths) -> None:
    choose(customize, "mine")
    path = paths.routines / "mine.yaml"
    path.write_text(TEXT.replace("reps: 8", "reps: 12"))
    customize.set_library(shelf(paths))
    assert customize.bench.reading.rows[0].words.startswith("12 reps")


def test_a_file_that_was_deleted_stays_as_what_is_not_saved(
    customize: CustomizePage, paths: Paths
) -> None:
    choose(customize, "mine")
    (paths.routines / "mine.yaml").unlink()
    customize.set_library(shelf(paths))
    page = customize.page
    assert page.conflict.words.text() == "The file was deleted while you worked on it."
    assert page.head.state.text() == "not saved"
    page.head.back.click()
    assert titles(customize)[:2] == ["Not saved yet", "Mine"]
    choose(customize, "mine")
    assert customize.bench.text == TEXT
    page.head.save.click()
    assert (paths.routines / "mine.yaml").read_text() == TEXT
    assert page.conflict.isHidden()


def test_closing_the_window_takes_what_is_being_typed(
    customize: CustomizePage, paths: Paths
) -> None:
    choose(customize, "mine")
    customize.page.head.about.click()
    title = customize.page.form.routine.words[0].line
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Typed")
    assert customize.may_close(refuse)
    assert "title: Typed\n" in customize.bench.text
    QTest.keyClicks(title, "!")
    customize.page.head.try_it.click()
    assert "title: Typed!\n" in customize.bench.text
    customize.bench.replace_text("{")
    title.setFocus()
    QTest.keyClicks(title, "!")
    customize.open(paths.routines / "mine.yaml")
    assert customize.page.notice.words.text().startswith("Not done: ")
    assert customize.bench.text == "{"
    QTest.keyClicks(title, "!")
    assert not customize.may_close(refuse)
    assert customize.may_close(refuse)


def test_what_cannot_be_opened_is_told(
    customize: CustomizePage, paths: Paths, qtbot: QtBot
) -> None:
    (paths.routines / "mine.yaml").write_bytes(b"\xff\xfe")
    with qtbot.waitSignal(customize.told):
        choose(customize, "mine")
    assert customize.currentWidget() is customize.start


def test_the_total_follows_and_stays_while_there_is_a_problem(page: BenchPage) -> None:
    before = page.head.total.text()
    assert before == "10 min 11 s" or " min " in before
    page.bench.set_keys({("steps", 1, "hold"): "45s"})
    longer = page.head.total.text()
    assert longer != before
    page.bench.set_keys({("steps", 1, "hold"): "45x"})
    assert page.head.total.text() == longer
    assert page.head.total.toolTip()
    page.bench.undo()
    page.bench.undo()
    assert page.head.total.text() == before


def test_the_time_of_each_group_on_each_side(page: BenchPage) -> None:
    assert "on the affected side 1 min 30 s" in page.totals.words.text()
    page.bench.set_keys({("affected",): "left", ("schedule", "per_week"): "3"})
    page.bench.weigh_now()
    assert "left 1 min 30 s, right 1 min; 4 of 5–10 min a week" in page.totals.words.text()
    page.bench.set_keys({("steps", 1, "affected"): None})
    page.bench.weigh_now()
    assert ": 1 min; 3 of 5–10 min a week" in page.totals.words.text()


LONG = TEXT.replace("hold: 30s", "hold: 2 min")


def test_a_remark_is_shown_with_its_line_and_silenced_for_good(
    page: BenchPage, qtbot: QtBot
) -> None:
    page.bench.replace_text(LONG)
    qtbot.waitUntil(page.remarks.isVisible)
    assert page.remarks.isVisible()
    codes = [view.remark.code.value for view in page.remarks.views]
    assert "unusual-hold" in codes
    view = page.remarks.views[codes.index("unusual-hold")]
    view.place.click()
    assert page.text.edit.textCursor().block().text().strip() == "hold: 2 min"
    view.intend.click()
    page.bench.weigh_now()
    assert "lint: {ignore: [unusual-hold]}\n" in page.bench.text
    assert "unusual-hold" not in [v.remark.code.value for v in page.remarks.views]
    for other in list(page.remarks.views):
        other.intend.click()
        page.bench.weigh_now()
    assert page.bench.reading.remarks == ()
    assert not page.remarks.isVisible()


def test_a_fix_is_one_click_and_one_undo(page: BenchPage) -> None:
    text = TEXT + "  - exercise: leg-slider-seated\n    hold: 20s\n    reps: 5\n"
    page.bench.replace_text(text)
    page.bench.weigh_now()
    fixes = [view for view in page.remarks.views if view.fix is not None]
    [view] = [view for view in fixes if view.remark.code.value == "glide-held"]
    assert view.fix is not None
    view.fix.click()
    mended = text.replace("    hold: 20s\n    reps: 5\n", "    reps: 5\n    pace: 5s\n")
    assert page.bench.text == mended
    page.bench.undo()
    assert page.bench.text == text


def test_a_better_order_is_one_click_and_one_undo(page: BenchPage) -> None:
    one, other = "  - exercise: bridge\n", "  - exercise: heel-raises   # by the table\n"
    text = HEAD + "steps:\n" + one + other + one + other
    page.bench.replace_text(text)
    page.bench.weigh_now()
    [view] = [v for v in page.remarks.views if v.remark.code.value == "many-changes"]
    assert view.fix is not None
    view.fix.click()
    assert page.bench.text == HEAD + "steps:\n" + one + one + other + other
    page.bench.weigh_now()
    assert "many-changes" not in [v.remark.code.value for v in page.remarks.views]
    page.bench.undo()
    assert page.bench.text == text


def test_why_an_edit_was_not_made_is_said(page: BenchPage) -> None:
    page.bench.replace_text("a: [")
    page.add_rest.click()
    assert page.notice.words.text().startswith("Not done: the text cannot be read as YAML")
    page.bench.undo()
    page.add_rest.click()
    assert page.notice.isHidden()
    page.notice.say("Something else.")
    page.add_rest.click()
    assert page.notice.isVisible()


def test_keys_lead_to_each_part(page: BenchPage) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page, Qt.Key.Key_3, control)
    assert page.text.edit.hasFocus()
    QTest.keyClick(page.text.edit, Qt.Key.Key_1, control)
    assert page.view.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_L, control)
    assert page.quick.line.hasFocus()


def test_all_words_can_be_translated_and_none_is_clipped(
    theme: Theme, paths: Paths, qtbot: QtBot
) -> None:
    with pseudo_language():
        page = CustomizePage(theme, shelf(paths), paths)
        qtbot.addWidget(page)
        page.resize(1184, 800)
        with qtbot.waitExposed(page):
            page.show()
        page.open(paths.routines / "mine.yaml")
        page.bench.replace_text(LONG)
        page.bench.weigh_now()
        page.page.view.select([("steps", 1)])
        bench = page.page
        swaps = ("Lying figure four, foot down", "Half pigeon")
        own = ("Mine", "mine.yaml", "Lying figure four", *swaps)
        assert_translated_and_unclipped(
            bench, foreign=own, may_elide=(bench.head.title, bench.text.name)
        )
