"""Back and Esc lead back from every page that was opened from another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from stretchcoach.ui.about.about_page import AboutPage
from stretchcoach.ui.advice.safety_page import SafetyPage
from stretchcoach.ui.advice.understanding_page import UnderstandingPage
from stretchcoach.ui.plan.plan_page import PlanPage
from stretchcoach.ui.progress.progress_page import ProgressPage
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.settings.settings_page import SettingsPage
from stretchcoach.ui.widgets.controls.rail import RailItem
from stretchcoach.ui.widgets.controls.way_back import WayBack
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import DrivenApp


@pytest.fixture
def app(start: Starter) -> DrivenApp:
    return start()


def link(app: DrivenApp) -> QAbstractButton:
    (found,) = (one for one in app.window.findChildren(WayBack) if one.isVisible())
    return found.link


def item(app: DrivenApp, key: str) -> RailItem:
    (found,) = (one for one in app.window.findChildren(RailItem) if one.key == key)
    return found


def a_session(app: DrivenApp) -> str:
    """The id of one that is in the diary."""
    app.start()
    app.let_pass(30_000)
    app.press(Qt.Key.Key_Escape)
    app.click("Done for today")
    return app.record().id


def test_from_what_the_program_is_to_the_settings(app: DrivenApp) -> None:
    QTest.mouseClick(item(app, "settings"), Qt.MouseButton.LeftButton)
    app.click("About Stretch Coach")
    assert app.page(AboutPage).licences.list.count() > 10
    app.press(Qt.Key.Key_Escape)
    assert app.page(SettingsPage)


@pytest.mark.parametrize("with_key", [True, False])
def test_from_the_advice_to_the_routine_and_on_to_the_list(app: DrivenApp, with_key: bool) -> None:
    def go_back() -> None:
        if with_key:
            app.press(Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(link(app), Qt.MouseButton.LeftButton)

    app.open()
    app.click("All safety advice")
    assert app.page(SafetyPage)
    app.click("Understanding: muscles, nerve and stretching")
    assert app.page(UnderstandingPage)
    go_back()
    assert app.page(SafetyPage)
    go_back()
    assert app.page(RoutinePage).accessibleName() == "Short"
    app.press(Qt.Key.Key_Escape)
    assert app.window.shown_key == "routines"


def test_from_a_routine_of_a_plan_to_the_plan(app: DrivenApp) -> None:
    app.navigator.open_plan()
    plan = app.page(PlanPage)
    assert plan.body is not None
    plan.body.routine_buttons[0].click()
    assert app.page(RoutinePage)
    app.press(Qt.Key.Key_Escape)
    assert app.page(PlanPage) is plan


def test_from_a_session_to_where_it_was_opened(app: DrivenApp) -> None:
    session_id = a_session(app)
    app.window.show_page("progress")
    progress = app.page(ProgressPage)
    progress.open_session(session_id)
    assert progress.detail is not None
    assert progress.detail.back.width() < progress.width() / 3
    app.press(Qt.Key.Key_Escape)
    assert progress.detail is None
    assert progress.overview.isVisible()
    progress.show_all()
    progress.open_session(session_id)
    app.press(Qt.Key.Key_Escape)
    assert progress.all.isVisible()
    app.press(Qt.Key.Key_Escape)
    assert progress.overview.isVisible()


def test_the_active_entry_leads_from_a_session_to_the_first_page(app: DrivenApp) -> None:
    session_id = a_session(app)
    item(app, "progress").click()
    progress = app.page(ProgressPage)
    progress.open_session(session_id)
    item(app, "progress").click()
    assert progress.detail is None
    assert progress.overview.isVisible()


def test_safety_opens_at_its_top(app: DrivenApp) -> None:
    item(app, "safety").click()
    page = app.page(SafetyPage)
    page.verticalScrollBar().setValue(400)
    app.window.show_page("routines")
    item(app, "safety").click()
    assert page.verticalScrollBar().value() == 0
    assert page.heading.mapTo(page, QPoint()).y() >= 0
