"""The page that shows what is in a pack."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.work.watch import Watch
from stretchcoach.files.packs.making import write_pack
from stretchcoach.files.packs.received import Received
from stretchcoach.files.packs.receiving import Offer, PackReader
from stretchcoach.ui.packs.pack_page import MOST_CHANGES, PackPage
from stretchcoach.ui.packs.pack_work import PackWork
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.text.labels import PlainLabel
from tests.files.packs.packs import GOOD, ROUTINE, pack
from tests.files.packs.test_receiving import OWN, PLAN, bundled


@pytest.fixture
def received(tmp_path: Path) -> Received:
    return Received(tmp_path / "received")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> PackPage:
    page = PackPage(theme, Path("from\nAda.stretchpack"), Profile())
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


def offer_of(received: Received, path: Path) -> Offer:
    return PackReader(received, bundled(), bundled().known).look(path, Profile())


def texts(page: PackPage) -> list[str]:
    return [label.text() for label in page.findChildren(PlainLabel) if not label.isHidden()]


def test_it_tells_what_is_in_it_and_waits(
    page: PackPage, received: Received, tmp_path: Path, qtbot: QtBot
) -> None:
    assert page.take.isHidden()
    offer = offer_of(received, pack(tmp_path / "p", {**OWN, "six/plans/six.yaml": PLAN}))
    page.show_offer(offer)
    shown = texts(page)
    assert "Mine" in shown
    assert "Six weeks" in shown
    assert any("1 exercise of its own" in text for text in shown)
    assert page.take.label == "Add them to my routines"
    with qtbot.waitSignal(page.take_asked) as asked:
        page.take.click()
    assert asked.args == [offer]
    assert not page.take.isEnabled()


def test_changes_are_listed_and_many_are_counted(
    page: PackPage, received: Received, tmp_path: Path
) -> None:
    offer = offer_of(received, pack(tmp_path / "p"))
    changes = tuple(f"Change {n}." for n in range(MOST_CHANGES + 2))
    routine = replace(offer.routines[0], at_hand=offer.routines[0].entry, changes=changes)
    page.show_offer(replace(offer, routines=(routine,)))
    shown = texts(page)
    assert "Change 0." in shown
    assert f"Change {MOST_CHANGES}." not in shown
    assert "2 more changes" in shown


def test_a_plan_tells_what_changed_too(page: PackPage, received: Received, tmp_path: Path) -> None:
    offer = offer_of(received, pack(tmp_path / "p", {**GOOD, "six/plans/six.yaml": PLAN}))
    (plan,) = offer.plans
    change = "Week 1, Mine: on 4 days instead of on 3 days."
    newer = replace(plan, at_hand=plan.entry, replaces=True, changes=(change,))
    page.show_offer(replace(offer, plans=(newer,)))
    shown = texts(page)
    assert "A plan of 1 week" in shown
    assert any("takes the place" in text for text in shown)
    assert change in shown


def test_problems_are_listed_with_their_places_and_it_cannot_be_taken(
    page: PackPage, received: Received, tmp_path: Path
) -> None:
    files = {"mine/mine.yaml": ROUTINE.replace(b"bridge", b"nobody")}
    page.show_offer(offer_of(received, pack(tmp_path / "p", files)))
    assert page.take.isHidden()
    assert any("mine.yaml, line 4: " in text for text in texts(page))
    assert page.leave.label == "Back to the routines"


def test_escape_leaves_it(page: PackPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_work_goes_on_beside_the_window(
    page: PackPage, received: Received, tmp_path: Path, qtbot: QtBot
) -> None:
    work = PackWork(received, bundled())  # type: ignore[arg-type]
    work.looked.connect(page.show_offer)
    work.failed.connect(page.show_failure)
    path = pack(tmp_path / "p")
    with qtbot.waitSignal(work.looked) as looked:
        work.look(path, Profile())
    work.wait()
    with qtbot.waitSignal(work.taken) as taken:
        work.take(path, looked.args[0])
    work.wait()
    assert taken.args == [("mine",)]
    assert received.routine_files()[0].read_bytes() == GOOD["mine/mine.yaml"]
    with qtbot.waitSignal(work.failed) as failed:
        work.look(tmp_path / "gone", Profile())
    work.wait()
    assert "gone" in failed.args[0]
    assert failed.args[0] in texts(page)


def test_a_routine_is_written_as_a_pack(received: Received, tmp_path: Path, qtbot: QtBot) -> None:
    work = PackWork(received, bundled())  # type: ignore[arg-type]
    file = tmp_path / "desk.stretchpack"
    with qtbot.waitSignal(work.written) as written:
        work.write(bundled().routine("desk-break"), file)
    work.wait()
    assert written.args == [file, ()]
    assert offer_of(received, file).names == ("desk-break",)
    with qtbot.waitSignal(work.failed) as failed:
        work.write(bundled().routine("desk-break"), tmp_path / "no" / "x")
    work.wait()
    assert "No such file" in failed.args[0]


def test_an_opened_file_is_kept(received: Received, tmp_path: Path, qtbot: QtBot) -> None:
    work = PackWork(received, bundled())  # type: ignore[arg-type]
    path = tmp_path / "mine.yaml"
    path.write_bytes(ROUTINE)
    with qtbot.waitSignal(work.taken):
        work.keep(path, Profile())
    work.wait()
    path.write_text("nonsense")
    with qtbot.waitSignal(work.failed) as failed:
        work.keep(path, Profile())
    work.wait()
    assert "mine.yaml:1:1" in failed.args[0]
    assert len(received.routine_files()) == 1


def test_a_pack_that_is_cancelled_leaves_what_was_there(
    received: Received, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = PackWork(received, bundled())  # type: ignore[arg-type]
    file = tmp_path / "desk.stretchpack"
    file.write_text("what was there")

    def cancel_then_write(files: object, path: Path, watch: Watch) -> None:
        work.cancel()
        write_pack(files, path, watch)  # type: ignore[arg-type]

    monkeypatch.setattr("stretchcoach.files.packs.making.write_pack", cancel_then_write)
    with qtbot.waitSignal(work.failed) as failed:
        work.write(bundled().routine("desk-break"), file)
    work.wait()
    assert failed.args == ["Nothing was taken in or written."]
    assert file.read_text() == "what was there"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [file.name]


def test_whether_a_place_can_be_written_is_asked_before_the_work(
    received: Received, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    monkeypatch.setattr("stretchcoach.files.packs.gathering.Gatherer.routine", begun.append)
    work = PackWork(received, bundled())  # type: ignore[arg-type]
    with qtbot.waitSignal(work.failed) as failed:
        work.write(bundled().routine("desk-break"), tmp_path / "no" / "x")
    work.wait()
    assert "No such file" in failed.args[0]
    assert begun == []
