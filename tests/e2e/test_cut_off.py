"""A session that is cut off by closing the window, and the next start of the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide, Side
from stretchcoach.core.session.record import Feeling, SessionState
from stretchcoach.core.settings import Settings
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.diary.running import RunningSessions
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.problems.problems_page import ProblemsPage
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.session.after_page import AfterPage
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.widgets.surfaces.notice import Notices
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import ROUTINE, DrivenApp

GET_READY, LEFT, REST, LEFT_2, SWITCH, RIGHT = range(6)
INTO_THE_RIGHT_MS = 5_000 + 50_000 + 5_000 + 6_500


@pytest.fixture
def own(data: Path) -> Path:
    return data / "routines" / "short.yaml"


def cut_off(start: Starter, passed_ms: int = INTO_THE_RIGHT_MS) -> None:
    """Begin a session and close the window in the middle of it."""
    app = start()
    app.start()
    app.let_pass(passed_ms)
    app.close()


def notices(app: DrivenApp) -> tuple[str, ...]:
    return tuple(line for one in app.window.findChildren(Notices) for line in one.sentences)


def test_closing_the_window_keeps_the_exact_place(start: Starter) -> None:
    cut_off(start)
    app = start()
    record = app.record()
    assert record.state is SessionState.OPEN
    assert (record.at_index, record.at_elapsed_ms) == (RIGHT, 6_500)
    banner = app.page(RoutinesPage).banner
    assert banner.isVisible()
    assert app.has_focus(banner.resume)
    assert banner.resume.label == "Resume at step 1"
    assert "You left off today at Lying figure four, right side, set 1 of 2" in app.texts()


def test_resuming_lands_on_the_lead_in_and_finishes_the_same_session(start: Starter) -> None:
    cut_off(start)
    app = start()
    app.press(Qt.Key.Key_Space)
    assert app.page(SessionPage)
    assert app.session.index == SWITCH
    app.let_pass(5_000 + 20_000)
    record = app.record()
    assert record.state is SessionState.OPEN
    assert record.intervals[RIGHT].held_ms == 20_000
    app.let_pass(10_000 + 20_000 + 5_000)
    app.press(Qt.Key.Key_D)
    app.calm_down()
    app.click("Done")
    record = app.record()
    assert record.state is SessionState.FINISHED
    assert record.held_on_ms(Side.LEFT) == record.held_on_ms(Side.RIGHT) == 40_000
    assert not app.page(RoutinesPage).banner.isVisible()


def test_the_side_of_a_resumed_session_is_the_one_it_was_begun_with(start: Starter) -> None:
    cut_off(start)
    app = start()
    app.navigator._store.change(affected=AffectedSide.LEFT, extra_get_ready_ms=10_000)
    app.press(Qt.Key.Key_Space)
    assert app.session.index == SWITCH
    assert app.session.interval.side is Side.RIGHT
    assert app.session.duration_ms == 5_000
    app.let_pass(5_000)
    assert "your affected side" in app.texts()


def test_a_session_cut_off_while_it_was_stopped_for_now_can_be_resumed(start: Starter) -> None:
    app = start()
    app.start()
    app.let_pass(5_000 + 4_000)
    app.press(Qt.Key.Key_Escape)
    app.page(AfterPage)._note.edit.setPlainText("The telephone")
    app.close()
    app = start()
    record = app.record()
    assert (record.state, record.at_index, record.at_elapsed_ms) == (
        SessionState.OPEN,
        LEFT,
        4_000,
    )
    assert record.note == "The telephone"
    assert app.page(RoutinesPage).banner.isVisible()


def test_a_note_outlives_resuming_and_stopping_again(start: Starter) -> None:
    app = start()
    app.start()
    app.let_pass(5_000 + 4_000)
    app.press(Qt.Key.Key_Escape)
    app.page(AfterPage)._note.edit.setPlainText("The telephone")
    app.close()
    app = start()
    app.press(Qt.Key.Key_Space)
    app.press(Qt.Key.Key_Escape)
    app.page(AfterPage)._leg._cells[3].click()
    app.click("Done for today")
    record = app.record()
    assert record.state is SessionState.STOPPED
    assert (record.after, record.note) == (Feeling(leg=3), "The telephone")


def test_what_was_said_outlives_going_back_to_the_session(start: Starter) -> None:
    app = start()
    app.start()
    app.let_pass(5_000 + 4_000)
    app.press(Qt.Key.Key_Escape)
    page = app.page(AfterPage)
    page._buttock._cells[6].click()
    page._note.edit.setPlainText("The telephone")
    app.click("Back to the session")
    assert app.record().note == "The telephone"
    app.press(Qt.Key.Key_Escape)
    assert (app.page(AfterPage).feeling, app.page(AfterPage).note) == (
        Feeling(buttock=6),
        "The telephone",
    )
    app.page(AfterPage)._note.edit.clear()
    app.click("Done for today")
    assert (app.record().after, app.record().note) == (Feeling(buttock=6), "")


def test_what_was_said_after_the_end_is_kept_when_the_window_closes(start: Starter) -> None:
    app = start()
    app.start()
    app.runner.go_to(len(app.session.timeline.intervals) - 1)
    app.runner.next()
    app.runner.done()
    page = app.page(AfterPage)
    page._buttock._cells[2].click()
    page._note.edit.setPlainText("Good")
    app.close()
    record = start().record()
    assert record.state is SessionState.FINISHED
    assert (record.after, record.note) == (Feeling(buttock=2), "Good")


def test_a_session_cut_off_after_its_last_interval_was_finished(start: Starter) -> None:
    cut_off(start)
    db = HistoryDb(start().data / "diary.sqlite3")
    session = db.open_session()
    assert session is not None
    with db.transaction() as connection:
        connection.execute("UPDATE session SET at_index = ?", (len(session.intervals),))
    db.close()
    app = start()
    assert app.record().state is SessionState.FINISHED
    assert not app.page(RoutinesPage).banner.isVisible()


def test_dismissing_counts_as_stopped(start: Starter) -> None:
    cut_off(start)
    app = start()
    app.click("Dismiss")
    record = app.record()
    assert record.state is SessionState.STOPPED
    assert record.intervals[RIGHT].held_ms == 6_500
    assert app.has_focus(app.page(RoutinesPage).view)
    assert not app.page(RoutinesPage).banner.isVisible()


def test_starting_over_shows_the_routine_and_stops_the_old_session(start: Starter) -> None:
    cut_off(start)
    app = start()
    app.click("Start over")
    assert app.page(RoutinePage).view is not None
    assert app.record().state is SessionState.OPEN
    app.click("Start")
    assert [record.state for record in app.records()] == [SessionState.STOPPED, SessionState.OPEN]
    assert app.session.index == GET_READY


def test_a_routine_that_was_changed_is_begun_anew_and_it_is_said_why(
    start: Starter, own: Path
) -> None:
    cut_off(start)
    own.write_text(ROUTINE.replace("hold: 20s", "hold: 25s"))
    app = start()
    app.press(Qt.Key.Key_Space)
    assert app.page(RoutinePage)
    assert notices(app) == ("“Short” has changed since: begin it anew.",)


@pytest.mark.parametrize("text", [None, "format: stretchcoach/1\nid: short\n"])
def test_a_routine_that_is_gone_or_broken_is_not_offered(
    start: Starter, own: Path, text: str | None
) -> None:
    cut_off(start)
    own.unlink() if text is None else own.write_text(text)
    app = start()
    assert not app.page(RoutinesPage).banner.isVisible()


# Files.


def test_a_file_of_the_command_line_is_opened_and_can_be_resumed(
    start: Starter, tmp_path: Path
) -> None:
    file = tmp_path / "elsewhere.yaml"
    file.write_text(ROUTINE.replace("id: short", "id: elsewhere").replace("Short", "Elsewhere"))
    app = start(file)
    assert app.page(RoutinePage).accessibleName() == "Elsewhere"
    app.press(Qt.Key.Key_Return)
    app.let_pass(5_000 + 1_000)
    app.close()
    app = start()
    app.press(Qt.Key.Key_Space)
    assert app.page(SessionPage).accessibleName() == "Elsewhere"


def test_a_broken_file_shows_its_problems(start: Starter, tmp_path: Path) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(ROUTINE.replace("hold: 20s", "hold: two"))
    app = start(file)
    (page,) = app.page(RoutinesPage).findChildren(ProblemsPage)
    assert page.isVisible()
    assert page.path == file
    assert len(page.items) == 1
    app.press(Qt.Key.Key_Escape)
    assert app.page(RoutinesPage).view.isVisible()


def test_a_broken_file_from_elsewhere_follows_what_is_saved(
    start: Starter, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "elsewhere" / "broken.yaml"
    file.parent.mkdir()
    file.write_text(ROUTINE.replace("hold: 20s", "hold: two").replace("short", "other"))
    app = start(file)
    loader = app.coach.loader
    (page,) = app.page(RoutinesPage).findChildren(ProblemsPage)
    with qtbot.waitSignal(loader.loaded):
        app.application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert len(page.items) == 1
    with qtbot.waitSignal(loader.loaded):
        file.write_text(ROUTINE.replace("short", "other"))
    assert len(page.items) == 0
    app.click("Open the routine")
    assert app.page(RoutinePage).accessibleName() == "Short"
    with qtbot.waitSignal(loader.loaded):
        file.write_text(ROUTINE.replace("title: Short", "title: Longer"))
    assert app.page(RoutinePage).accessibleName() == "Longer"


def test_a_missing_file_has_its_message(start: Starter, tmp_path: Path) -> None:
    app = start(tmp_path / "missing.yaml")
    (page,) = app.page(RoutinesPage).findChildren(ProblemsPage)
    assert page.isVisible()
    assert len(page.items) == 1


def test_a_word_may_be_the_id_of_a_routine(start: Starter) -> None:
    app = start(Path("short"))
    assert app.page(RoutinePage).accessibleName() == "Short"


def test_a_word_that_is_no_routine_has_its_message(start: Starter) -> None:
    app = start(Path("shrot"))
    assert app.page(RoutinesPage).view.isVisible()
    (sentence,) = notices(app)
    assert "shrot" in sentence
    assert "short" in sentence  # what was meant
    app.click("Dismiss")
    assert notices(app) == ()


def test_a_routine_that_is_looked_at_follows_its_file(
    start: Starter, own: Path, qtbot: QtBot
) -> None:
    app = start()
    app.open()
    page = app.page(RoutinePage)
    own.write_text(ROUTINE.replace("title: Short", "title: Longer"))
    with qtbot.waitSignal(app.coach.loader.loaded):
        app.coach.loader.load()
    assert app.page(RoutinePage) is page
    assert page.accessibleName() == "Longer"


# What could not be read or kept is said.


def test_broken_settings_are_set_aside_and_it_is_said(start: Starter, data: Path) -> None:
    (data / "settings.json").write_text("{nonsense")
    app = start()
    app.navigator.window.end_over_session()  # they ask who one is, as at the first start
    (sentence,) = notices(app)
    assert "settings.json.broken" in sentence
    assert (data / "settings.json.broken").read_text() == "{nonsense"


def test_settings_that_cannot_be_saved_are_said(start: Starter, data: Path) -> None:
    app = start()
    (data / "settings.json").unlink()
    (data / "settings.json").mkdir()
    app.navigator._store.change(volume=0.5)
    (sentence,) = notices(app)
    assert sentence.startswith("The settings could not be saved")
    app.window.show_page("settings")
    app.navigator._store.change(volume=0.4)
    assert len(notices(app)) == 1  # the page of the settings says it itself


def test_a_damaged_diary_is_set_aside_and_it_is_said(start: Starter, data: Path) -> None:
    (data / "diary.sqlite3").write_bytes(b"no diary at all" * 1000)
    app = start()
    (sentence,) = notices(app)
    assert "damaged" in sentence


def test_a_folder_that_cannot_be_read_is_one_notice(
    start: Starter, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, diary and each routine would all say the same."""
    for name in ("settings.json", "diary.sqlite3"):
        (data / name).unlink(missing_ok=True)
        (data / name).mkdir()
    monkeypatch.setattr(Paths, "why_unreadable", lambda paths: "Permission denied")
    app = start()
    (sentence,) = notices(app)
    assert f"Your folder {data} cannot be read: Permission denied." in sentence


def test_a_session_that_a_terminal_goes_on_with_is_not_offered(start: Starter, data: Path) -> None:
    cut_off(start)
    app = start()
    record = app.record()
    lock = RunningSessions(data / "running").begin(record.id)
    app.press(Qt.Key.Key_Space)  # it was offered before the other program took it up
    assert not app.page(RoutinesPage).banner.isVisible()
    assert notices(app) == ("That session goes on in another program, or was ended there.",)
    app.start()
    assert [one.state for one in app.records()] == [SessionState.OPEN] * 2
    app.close()
    lock.let_go()


def test_a_damaged_session_is_named_and_hides_nothing_else(start: Starter, data: Path) -> None:
    cut_off(start)
    db = HistoryDb(data / "diary.sqlite3")
    db.rows("UPDATE interval SET side = 'rigit'")
    db.close()
    app = start()
    assert not app.page(RoutinesPage).banner.isVisible()
    (sentence,) = notices(app)
    assert "“Short”" in sentence
    assert "“rigit”" in sentence
    app.start()
    app.let_pass(5_000 + 4_000)
    app.window.show_page("progress")
    app.close()
    assert start().page(RoutinesPage).banner.isVisible()


def test_a_session_goes_on_without_a_diary_and_is_kept_for_later(
    start: Starter, data: Path
) -> None:
    (data / "diary.sqlite3").mkdir()
    app = start()
    assert any("cannot be opened" in sentence for sentence in notices(app))
    app.start()
    app.let_pass(5_000 + 20_000)
    app.close()
    (data / "diary.sqlite3").rmdir()
    record = start().record()
    assert record.intervals[LEFT].held_ms == 20_000


def test_the_settings_stay_readable(start: Starter, data: Path) -> None:
    start().close()
    kept = json.loads((data / "settings.json").read_text())
    assert kept["affected"] == "right"
    assert set(kept) >= set(Settings()._fields)
