"""What a client has sent: read beside the routine, and kept only when asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from stretchcoach.core.session.record import Feeling, Moment, SessionRecord
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.exchange.shared_file import write_shared
from stretchcoach.ui.clients.sent_text_page import SentTextPage
from stretchcoach.ui.progress.session_detail import SessionDetail
from stretchcoach.ui.widgets.text.labels import PlainLabel
from tests.files.database.diaries import ROUTINE, a_performed_record
from tests.ui.clients.place import Place
from tests.ui.pseudo import assert_translated_and_unclipped, pseudo_language

MOMENTS = [Moment(f"2026-11-{day:02}T08:30:00.000Z", 3600) for day in (2, 4, 18)]


def records() -> list[SessionRecord]:
    done = [a_performed_record(f"r{n}", moment) for n, moment in enumerate(MOMENTS)]
    done[1] = replace(
        done[1], before=Feeling(buttock=5, leg=3), after=Feeling(buttock=3), note="It went well."
    )
    return done


def words(place: Place) -> str:
    labels = place.page.findChildren(PlainLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_a_diary_is_shown_with_all_that_a_visit_needs(place: Place) -> None:
    place.read(place.sent(*records()))
    page = place.sent_page
    said = words(place)
    assert "31 Aug 2026 to 18 Nov 2026" in said
    assert "It went well." in said
    assert "done 3 times in full" in said
    assert page.exercises.model.rowCount() > 0
    first = page.exercises.model.words(0)
    assert "left 6 of 6, right 6 of 6" in first  # in two steps each time
    assert page.sessions.model.rowCount() == 3
    assert page.feeling.rows.rowCount() == 1


def test_nothing_of_it_is_kept(place: Place) -> None:
    before = sorted(str(path) for path in place.paths.data.rglob("*"))
    place.read(place.sent(*records()))
    assert sorted(str(path) for path in place.paths.data.rglob("*")) == before
    assert "nothing of it is kept" in place.sent_page.keep.words.text()


def test_it_is_kept_with_a_client_when_that_is_asked(place: Place) -> None:
    anna = place.client("Anna")
    path = place.sent(*records())
    place.read(path)
    keep = place.sent_page.keep
    keep.fill()
    assert [a.text() for a in keep.menu.actions() if not a.isSeparator()] == [
        "Anna",
        "New client …",
    ]
    keep.menu.actions()[0].trigger()
    assert (anna.path / "diary.json").read_bytes() == path.read_bytes()
    assert keep.words.text() == "It is kept in the folder of Anna."
    assert not keep.keep.isVisible()
    keep.fill()
    keep.menu.actions()[-1].trigger()
    assert place.client_page.folder is None


def test_what_lies_in_a_folder_has_the_name_of_the_client(place: Place) -> None:
    anna = place.client("Anna")
    path = place.sent(*records()).rename(anna.path / "diary.json")
    place.ways.open(anna.path)
    [line] = place.client_page.sent.lines
    line.buttons[0].click()
    place.settle()
    assert place.sent_page.heading.text() == "Anna"
    assert not place.sent_page.keep.keep.isVisible()
    assert path.exists()


def test_what_was_planned_is_that_of_the_clients_routine(place: Place) -> None:
    anna = place.client("Anna")
    routine_id = records()[0].routine_id
    anna.routine(routine_id, more="schedule: {per_week: 7}\n")
    place.own.routine(routine_id, more="schedule: {per_week: 1}\n")
    place.load()
    path = place.sent(*records()).rename(anna.path / "diary.json")
    place.read(path)
    assert "planned 17" in words(place)


def test_a_shorter_time_shows_less(place: Place) -> None:
    old = a_performed_record("old", Moment("2026-06-01T08:00:00.000Z", 0))
    place.read(place.sent(old, *records()))
    page = place.sent_page
    assert page.sessions.model.rowCount() == 3
    page.period.set_key("YEAR")
    page.period.chosen.emit("YEAR")
    assert page.sessions.model.rowCount() == 4


def test_a_session_can_be_looked_at_and_not_changed(place: Place) -> None:
    place.read(place.sent(*records()))
    place.sent_page.sessions.table.row_chosen.emit(1)
    detail = place.page
    assert isinstance(detail, SessionDetail)
    said = words(place)
    assert "buttock 5 before, 3 after" in said
    assert "It went well." in said
    assert not detail.delete.isVisible()
    assert detail.ratings == ()
    detail.back_asked.emit()
    assert place.sent_page


def test_a_report_as_text_is_shown_as_it_is(place: Place) -> None:
    path = place.folder / "report.txt"
    path.write_text("Visit report\n  <b>Hips</b>: done\n")
    place.read(path)
    assert isinstance(place.page, SentTextPage)
    assert "<b>Hips</b>" in place.page.words.text()
    place.page.back_asked.emit()
    assert place.window.shown_key == "home"


def test_what_is_no_diary_is_said(place: Place) -> None:
    for content in ("[]", '{"format": "stretchcoach-diary/1", "sessions": []}'):
        path = place.folder / "diary.json"
        path.write_text(content)
        place.read(path)
        assert place.window.shown_key == "home"
    assert len(place.told) == 2
    assert place.told[-1] == "There is no session in this diary."


def test_report_and_diary_in_one_file(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    db = HistoryDb(place.folder / "d.sqlite3")
    db.save(records()[0])
    path = place.folder / "shared.zip"
    write_shared(path, b"%PDF-1.4", db)
    db.close()
    opened = []

    def open_url(url: QUrl) -> bool:
        local = Path(url.toLocalFile())
        opened.append((local.name, local.read_bytes()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    place.read(path)
    assert place.sent_page.report.isVisible()
    place.sent_page.report.click()
    assert opened == [("shared.pdf", b"%PDF-1.4")]
    place.read(place.sent(*records()))
    assert not place.sent_page.report.isVisible()


def test_a_pdf_is_shown_by_the_system(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    place.read(place.folder / "report.pdf")
    [told] = place.told
    assert told.startswith("No program was found that opens")


def test_nothing_is_clipped_in_a_longer_language(place: Place) -> None:
    with pseudo_language():
        place.read(place.sent(*records()))
        page = place.sent_page
        own = {"diary", "It went well.", ROUTINE.title}
        tables = [page.exercises.table, page.sessions.table]
        assert_translated_and_unclipped(page, foreign=own, may_elide=tables)
