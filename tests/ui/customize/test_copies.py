"""Copies of one routine can be told apart, saved or not; none takes the place of unsaved work."""

from __future__ import annotations

from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.ui.customize.customize_page import CustomizePage
from tests.ui.customize.shelves import shelf


def card_of(paths: Paths, title: str) -> LibraryCard:
    return next(card for card in shelf(paths).cards if card.name == title)


def test_each_copy_has_a_title_of_its_own(customize: CustomizePage, paths: Paths) -> None:
    mine = card_of(paths, "Mine")
    made = []
    for is_saved in (True, False, False):
        customize.start.copy_asked.emit(mine)
        made.append(customize.page.head.title.whole_text)
        customize.bench.set_keys({("note",): "A word."})
        if is_saved:
            assert customize.file.save()
            customize.set_library(shelf(paths))
        customize.show_start()
    assert made == ["Mine (copy)", "Mine (copy 2)", "Mine (copy 3)"]
    customize.start.copy_asked.emit(card_of(paths, "Mine (copy)"))
    assert customize.page.head.title.whole_text == "Mine (copy 4)"


def test_no_copy_takes_the_place_of_what_is_kept_nowhere(
    customize: CustomizePage, paths: Paths
) -> None:
    paths.drafts.write_text("a file in the place of the folder")
    mine = card_of(paths, "Mine")
    customize.open(paths.routines / "mine.yaml")
    customize.bench.set_keys({("note",): "A word."})
    text = customize.bench.text
    customize.start.copy_asked.emit(mine)
    assert customize.bench.text == text
    paths.drafts.unlink()
