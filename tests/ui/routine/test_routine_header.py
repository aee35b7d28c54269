"""The star of a routine's page."""

from __future__ import annotations

from PySide6.QtTest import QTest

from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.routine_page import RoutinePage
from tests.ui.routine.page_driver import LEFT_BUTTON


def test_the_star_makes_a_favourite_and_takes_it_back(
    page: RoutinePage, store: SettingsStore
) -> None:
    star = page.header.star
    assert page.view
    assert star.label == "Make it a favourite"
    QTest.mouseClick(star, LEFT_BUTTON)
    assert store.settings.favourites == (page.view.routine.id,)
    assert star.label == "Favourite"
    assert star.accessibleDescription() == "Press to take it off the favourites"
    store.set_favourite("another", True)
    QTest.mouseClick(star, LEFT_BUTTON)
    assert store.settings.favourites == ("another",)
    assert star.label == "Make it a favourite"
