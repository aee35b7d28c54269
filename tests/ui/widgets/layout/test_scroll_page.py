"""Pages to read use a wide window, and keep their lines as short as the eye likes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.advice.safety_page import SafetyPage
from stretchcoach.ui.advice.understanding_page import UnderstandingPage
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.settings.settings_page import SettingsPage
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.layout.scroll_page import (
    COLUMN_PX,
    GAP_PX,
    LEAST_COLUMN_PX,
    TwoColumnPage,
)
from stretchcoach.ui.widgets.text.labels import PlainLabel


def settings_page(theme: Theme, folder: Path) -> SettingsPage:
    store = SettingsStore(SettingsFile(folder / "settings.json"))
    return SettingsPage(theme, store, Paths(folder))


@pytest.fixture(params=["settings", "safety", "understanding"])
def page(
    request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> TwoColumnPage:
    page: TwoColumnPage
    if request.param == "settings":
        page = settings_page(theme, tmp_path)
    else:
        page = SafetyPage(theme) if request.param == "safety" else UnderstandingPage(theme)
    qtbot.addWidget(page)
    return page


def size_to(page: TwoColumnPage, width: int, height: int) -> None:
    page.resize(width, height)
    page.show()
    QApplication.processEvents()
    QApplication.processEvents()  # the layout answers what it was asked in the first round


def test_a_wide_window_has_two_columns_without_an_empty_half(page: TwoColumnPage) -> None:
    size_to(page, 1920 - 96, 1080)
    first, second = (rows.parentWidget() for rows in (page.rows, page.more_rows))
    assert first is not None
    assert second is not None
    assert first.y() == second.y()
    assert first.width() == second.width() == COLUMN_PX
    right = second.mapTo(page, second.rect().bottomRight()).x()
    assert right > 0.8 * page.width()
    labels = [label for label in page.findChildren(PlainLabel) if label.isVisible()]
    assert max(label.width() for label in labels if label is not page.heading) <= COLUMN_PX


def test_a_narrow_one_has_them_below_each_other(page: TwoColumnPage) -> None:
    size_to(page, 1060, 800)
    first, second = (rows.parentWidget() for rows in (page.rows, page.more_rows))
    assert first is not None
    assert second is not None
    assert first.x() == second.x()
    assert second.y() == first.y() + first.height() + GAP_PX
    content = page.widget()
    assert content is not None
    assert content.height() >= second.mapTo(content, second.rect().bottomLeft()).y()


def test_the_usual_window_has_two_columns(page: TwoColumnPage) -> None:
    size_to(page, 1184, 800)
    first, second = (rows.parentWidget() for rows in (page.rows, page.more_rows))
    assert first is not None
    assert second is not None
    assert first.width() == second.width() > LEAST_COLUMN_PX
    assert second.x() > first.x()


def test_larger_text_asks_for_more_room(page: TwoColumnPage, theme: Theme) -> None:
    size_to(page, 1824, 1080)
    theme.set_text_scale(2.0)
    QApplication.processEvents()
    first, second = (rows.parentWidget() for rows in (page.rows, page.more_rows))
    assert first is not None
    assert second is not None
    assert second.y() > first.y()
