"""What a ticked caution does to the page: it tells and offers, and never swaps by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.terms import Caution
from stretchcoach.core.library.caution_filter import choice_key
from stretchcoach.core.library.step_choice import StepChoice
from stretchcoach.files.library.full_library import Library
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.routine_page import RoutinePage
from tests.ui.routine.page_driver import LEFT_BUTTON, names_left_out, started


def test_what_a_ticked_caution_concerns_is_left_out_and_said(
    qtbot: QtBot, page: RoutinePage, store: SettingsStore
) -> None:
    assert not page.step_list.choice_bars
    store.change(hidden_cautions=(Caution.KNEE,))
    concerned = ["Lying figure four", "Knee to opposite shoulder", "Face-down hip rotation"]
    assert names_left_out(page) == concerned
    figure_four, *_ = page.step_list.choice_bars
    assert figure_four.words == "Left out. You ticked: Sore knee."
    assert f"without {', '.join(concerned)}" in page.panel.words
    done = {i.exercise for i in started(qtbot, page).timeline.intervals}
    assert done & {"figure-4-supine", "prone-hip-rotation"} == set()


def test_the_easier_version_is_offered_and_comes_only_when_chosen(
    qtbot: QtBot, library: Library, page: RoutinePage, store: SettingsStore
) -> None:
    page.show_entry(library.routine("after-a-run"))
    store.change(hidden_cautions=(Caution.BALANCE,))
    assert names_left_out(page) == ["Standing figure four", "Front of hip, half kneeling"]
    standing, kneeling = page.step_list.choice_bars
    with pytest.raises(KeyError):
        kneeling.button(StepChoice.EASIER)  # all the easier ones have the same caution
    easier = standing.button(StepChoice.EASIER)
    assert easier.label == "Do Seated figure four instead"
    QTest.mouseClick(easier, LEFT_BUTTON)
    assert names_left_out(page) == ["Front of hip, half kneeling"]
    assert "Seated figure four" in page.step_list.rows[0].accessibleName()
    assert "figure-4-seated" in {i.exercise for i in started(qtbot, page).timeline.intervals}
    bar = page.step_list.choice_bars[0]
    assert bar.words == "Instead of Standing figure four. You ticked: Unsteady on your feet."
    QTest.mouseClick(bar.button(StepChoice.LEAVE_OUT), LEFT_BUTTON)
    assert len(names_left_out(page)) == 2


def test_a_step_kept_all_the_same_is_asked_about_again_for_another_caution(
    page: RoutinePage, store: SettingsStore
) -> None:
    store.change(hidden_cautions=(Caution.KNEE,))
    QTest.mouseClick(page.step_list.choice_bars[0].button(StepChoice.KEEP), LEFT_BUTTON)
    assert names_left_out(page) == ["Knee to opposite shoulder", "Face-down hip rotation"]
    store.change(hidden_cautions=(Caution.KNEE, Caution.PREGNANCY))
    assert "Lying figure four" in names_left_out(page)


def test_tab_goes_through_the_page_as_it_is_read(page: RoutinePage, store: SettingsStore) -> None:
    store.change(hidden_cautions=(Caution.KNEE,))
    QApplication.processEvents()  # what is new must be shown
    page.setFocus()
    met: list[str] = []
    while met.count("Routines") < 2:  # the first of the page: once around
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        met.append(getattr(QApplication.focusWidget(), "label", "") or "row")
    # Of each group of segments the chosen one is met: the arrows go on from there.
    assert met[:12] == [
        "Routines", "Share", "Make it a favourite", "Customize", "Plan it like this", "All of it",
        "Right", "How is it now?", "Start", "row", "row", "row",
    ]  # fmt: skip
    assert met[12] == "Do Lying figure four all the same"
    assert met[-4:-2] == ["All safety advice", "Muscles and nerve"]


def test_nothing_starts_when_all_is_left_out(
    qtbot: QtBot, page: RoutinePage, store: SettingsStore
) -> None:
    store.change(hidden_cautions=(Caution.PREGNANCY, Caution.KNEE, Caution.ARCHING))
    assert "Nothing is left to do." in page.panel.words
    assert not page.panel.start_button.isEnabled()
    with qtbot.assertNotEmitted(page.start_asked):
        page.start()


def test_what_was_wanted_easier_in_a_session_is_easier_and_can_be_taken_back(
    qtbot: QtBot, page: RoutinePage, store: SettingsStore
) -> None:
    assert page.view is not None
    key = choice_key(page.view.routine.id, "figure-4-supine")
    store.change(step_choices=((key, StepChoice.EASIER),))
    done = {i.exercise for i in started(qtbot, page).timeline.intervals}
    assert "figure-4-supine" not in done
    assert "figure-4-supine-foot-down" in done
    (bar,) = page.step_list.choice_bars
    assert bar.words == "Instead of Lying figure four, as you chose in a session."
    again = bar.button(StepChoice.KEEP)
    assert again.label == "Do Lying figure four again"
    QTest.mouseClick(again, LEFT_BUTTON)
    assert not page.step_list.choice_bars
    done = {i.exercise for i in started(qtbot, page).timeline.intervals}
    assert "figure-4-supine" in done
