"""Clients among what there is to work on, and what one of them has."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.terms import Caution
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.library.card_reader import ShelfReader
from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.customize.customize_page import CustomizePage
from stretchcoach.ui.theme.theme import Theme
from tests.files.bench.builders import TEXT


@pytest.fixture
def customize(theme: Theme, tmp_path: Path, qtbot: QtBot) -> CustomizePage:
    paths = Paths(tmp_path)
    anna = paths.routines / "Anna"
    anna.mkdir(parents=True)
    (anna / "mine.yaml").write_text(TEXT)
    (anna / "diary.json").write_text("{}")
    folders = (bundled_dir("routines"), paths.routines)
    shelf = ShelfReader(folders, bundled_dir("assets"), None).read(lambda some: None)
    page = CustomizePage(theme, shelf, paths, client=[Caution.KNEE])
    qtbot.addWidget(page)
    return page


def lines(page: CustomizePage) -> list[str]:
    items = [page.start.list.item(row) for row in range(page.start.list.count())]
    return [item.text() for item in items]


def test_a_client_is_one_line_and_the_routines_are_found(customize: CustomizePage) -> None:
    assert "Anna\n1 routine · 1 file sent" in lines(customize)
    assert not any(line.startswith("Mine") for line in lines(customize))
    customize.start.search.setText("anna mine")
    assert [line.split("\n")[0] for line in lines(customize)] == ["Routines of clients", "Mine"]


def test_the_ways_to_a_client(customize: CustomizePage, qtbot: QtBot) -> None:
    row = lines(customize).index("Anna\n1 routine · 1 file sent")
    with qtbot.waitSignal(customize.client_asked) as asked:
        customize.start.list.opened.emit(customize.start.list.item(row))
    [folder] = asked.args or []
    assert folder.name == "Anna"
    with qtbot.waitSignal(customize.client_asked) as asked:
        customize.start.new_client.click()
    assert asked.args == [None]


def codes(page: BenchPage) -> list[str]:
    return [view.remark.code.value for view in page.remarks.views]


def test_what_the_client_has_is_told_beside_the_steps(customize: CustomizePage) -> None:
    customize.start.search.setText("anna mine")
    customize.start.list.opened.emit(customize.start.list.item(1))
    page = customize.page
    [view] = [v for v in page.remarks.views if v.remark.code.value == "clients-caution"]
    assert "Sore knee" in view.remark.message
    menu = customize.picker.filters.client
    menu.choose([Caution.BLEEDING])
    menu.changed.emit()
    assert "clients-caution" not in codes(page)
    menu.choose([Caution.KNEE])
    menu.changed.emit()
    assert "clients-caution" in codes(page)
    [view] = [v for v in page.remarks.views if v.remark.code.value == "clients-caution"]
    view.intend.click()
    page.bench.weigh_now()
    assert "clients-caution" not in codes(page)


def test_a_new_routine_is_saved_where_the_client_is(
    customize: CustomizePage, tmp_path: Path, qtbot: QtBot
) -> None:
    anna = Paths(tmp_path).routines / "Anna"
    customize.begin_for(anna)
    bench = customize.page.bench
    bench.set_keys({("title",): "Hips, easy"})
    customize.page.quick.line.setText("bridge 10")
    customize.page.quick.line.returnPressed.emit()
    with qtbot.waitSignal(customize.saved) as saved:
        customize.page.save_asked.emit()
    assert saved.args == [anna / "hips-easy.yaml"]
    assert (anna / "hips-easy.yaml").exists()


def test_who_was_choosing_sees_why_no_other_routine_can_be_begun(
    customize: CustomizePage, tmp_path: Path
) -> None:
    paths = Paths(tmp_path)
    customize.begin_for(paths.routines / "Anna")
    customize.bench.set_keys({("title",): "Evening"})
    paths.drafts.write_text("a file in the place of the folder")
    customize.page.add_exercise.click()
    assert customize.currentWidget() is customize.picker
    customize.begin_for(paths.routines / "Anna")
    assert customize.currentWidget() is customize.page
    assert customize.page.notice.words.text().startswith("What is not saved cannot be kept either")
