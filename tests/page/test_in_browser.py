"""The page leads through a routine in a real browser, and keeps what was done."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from stretchcoach.core.diary.session_words import remarks
from stretchcoach.core.screen.phone_page import PhonePage
from stretchcoach.core.session.phase_words import interval_word
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.database.queries import summaries
from stretchcoach.files.exchange.import_diary import import_file
from tests.core.heard import heard_in_a_session
from tests.page.browser import OpenPage
from tests.page.pages import begins_of

WATCH = """
window.shown = [];
const look = () => {
  const text = (id) => document.getElementById(id).textContent;
  const now = JSON.stringify([text("phase"), text("side-words"), text("title"), text("step")]);
  const last = window.shown.at(-1);
  if (!last || last[1] !== now) window.shown.push([Date.now(), now]);
};
new MutationObserver(look).observe(document.getElementById("session"),
  { subtree: true, childList: true, characterData: true });
"""


def to_the_first(opened: OpenPage, kind: str, phone: PhonePage) -> int:
    """Go to the first interval of this kind; its place."""
    intervals = phone.timeline.intervals
    wanted = next(i for i, interval in enumerate(intervals) if interval.kind.value == kind)
    opened.let_pass(sum(i.duration_ms or 0 for i in intervals[:wanted]))
    return wanted


def saved_diary(opened: OpenPage, folder: Path) -> tuple[Path, dict[str, Any]]:
    with opened.page.expect_download() as downloading:
        opened.press("save-button")
    path = folder / downloading.value.suggested_filename
    downloading.value.save_as(path)
    return path, json.loads(path.read_text("utf-8"))


def test_a_whole_routine_is_what_the_timeline_says(
    opened: OpenPage, phone: PhonePage, tmp_path: Path
) -> None:
    """To the millisecond: what is seen, what is heard, and what the diary has of it."""
    opened.page.evaluate(WATCH)
    opened.page.evaluate("window.began = Date.now()")
    opened.press("start-button")
    opened.let_pass(phone.timeline.total_ms)
    assert opened.text("after-head") == "All done"

    began = opened.page.evaluate("window.began")
    seen = {at - began: json.loads(words) for at, words in opened.page.evaluate("window.shown")}
    cues = heard_in_a_session(phone.timeline, {})
    sounding = [
        begins + at_ms
        for begins, heard in zip(begins_of(phone), cues, strict=True)
        for at_ms, cue in heard
        if cue.chime and not cue.chime.stands_for_words
    ]
    sounded = [at - began for at in opened.page.evaluate("window.sounded")]
    assert sounded == [*sounding, phone.timeline.total_ms]

    expected: dict[int, tuple[str, str, int]] = {}
    rows = zip(begins_of(phone), phone.timeline.intervals, phone.intervals, strict=True)
    for begins_ms, interval, shown in rows:
        exercise = shown.view.exercise
        title = exercise.name if exercise else shown.view.phase
        expected[begins_ms] = (shown.view.side_text, title, interval.step_no)
    for at_ms, (side, title, step_no) in expected.items():
        now = seen[max(moment for moment in seen if moment <= at_ms)]
        assert now[1:3] == [side, title]
        assert now[3].startswith(f"Step {step_no} of")

    texts = [cue.text for heard in cues for _, cue in heard if cue.text]
    said = [what for _, what in opened.page.evaluate("window.heard")]
    assert said == [*texts, phone.moments["finished"][0].text]

    opened.press("after-done")
    _, diary = saved_diary(opened, tmp_path)
    (session,) = diary["sessions"]
    held = [(i["kind"], i.get("side"), i.get("set"), i.get("rep"), i["held_ms"], i["outcome"])
            for i in session["intervals"]]  # fmt: skip
    assert held == [
        (i.kind.value, i.side.value if i.side else None, i.set_no, i.rep_no, i.duration_ms, "done")
        for i in phone.timeline.intervals
    ]
    assert session["state"] == "finished"


def test_the_steps_are_there_to_be_read_before_the_start(
    opened: OpenPage, phone: PhonePage
) -> None:
    listed = opened.page.locator(".steps h3").all_text_contents()
    assert listed == [card.title for card in phone.handout.cards]
    doses = opened.page.locator(".steps .dose").all_text_contents()
    assert phone.handout.cards[0].doses[0] in doses[0]
    assert opened.text("start-head") == phone.handout.title


def test_a_person_leads_it(opened: OpenPage, phone: PhonePage) -> None:
    opened.press("start-button")
    opened.let_pass(3_000)
    opened.press("pause-button")
    assert opened.text("phase") == "Paused"
    large = opened.text("large")
    opened.let_pass(60_000)
    assert opened.text("large") == large
    opened.page.keyboard.press("k")
    assert opened.text("phase") == interval_word(phone.timeline.intervals[0])
    opened.press("next-button")
    opened.let_pass(4_000)
    here = phone.ways[0].next
    assert opened.text("phase") == phone.intervals[here].view.phase
    opened.press("back-button")
    assert opened.text("phase") == phone.intervals[phone.ways[here].back].view.phase
    opened.page.keyboard.press("s")
    skipped = phone.intervals[phone.ways[0].skip].view
    assert opened.text("side-words") == skipped.side_text


def test_coral_points_to_the_affected_side_alone(opened: OpenPage, phone: PhonePage) -> None:
    ink = "getComputedStyle(document.getElementById('arrow')).stroke"
    coral = "getComputedStyle(document.querySelector('.dot')).backgroundColor"
    opened.press("start-button")
    shown = [
        (begin, one.view) for begin, one in zip(begins_of(phone), phone.intervals, strict=True)
    ]
    at_ms = 0
    for affected in (False, True):
        begin = next(at for at, view in shown if view.side and view.affected is affected)
        opened.let_pass(begin - at_ms)
        at_ms = begin
        assert (opened.page.evaluate(ink) == opened.page.evaluate(coral)) is affected


def test_easing_off_stops_the_clock_and_offers_what_is_easier(
    opened: OpenPage, phone: PhonePage, tmp_path: Path
) -> None:
    turn, easier = next(iter(phone.easier.items()))
    index = next(
        i
        for i, interval in enumerate(phone.timeline.intervals)
        if (interval.step_no, interval.side) == turn and interval.kind.is_work
    )
    opened.press("start-button")
    opened.let_pass(sum(i.duration_ms or 0 for i in phone.timeline.intervals[:index]) + 2_000)
    opened.press("ease-button")
    assert easier.exercise.name == opened.text("easing-name")
    opened.let_pass(30_000)
    opened.press("easier-button")
    assert opened.text("title") == easier.exercise.name
    heard = [what for _, what in opened.page.evaluate("window.heard")]
    assert easier.cues[0].text in heard
    opened.let_pass(10_000)
    opened.page.reload()
    opened.press("resume-button")
    assert opened.text("title") == easier.exercise.name
    opened.press("stop-button")
    assert opened.text("after-head") == "Stopped for now"
    opened.press("after-done")
    _, diary = saved_diary(opened, tmp_path)
    done = diary["sessions"][0]["intervals"][index]
    assert (done["outcome"], done["eased_at_ms"]) == ("eased-off", 2_000)


def test_stopped_by_mistake_it_goes_on(opened: OpenPage, phone: PhonePage) -> None:
    opened.press("start-button")
    opened.let_pass(3_000)
    opened.press("stop-button")
    opened.press("after-back")
    assert opened.text("phase") == phone.intervals[0].view.phase
    opened.let_pass(phone.timeline.total_ms)
    assert opened.text("after-head") == "All done"


def test_it_goes_on_after_the_browser_was_closed(opened: OpenPage, phone: PhonePage) -> None:
    opened.press("start-button")
    index = to_the_first(opened, "hold", phone)
    opened.let_pass(7_000)
    step_no = phone.timeline.intervals[index].step_no
    opened.page.reload()
    assert opened.text("resume-button") == f"Resume at step {step_no}"
    opened.press("resume-button")
    landed = phone.intervals[phone.ways[index].back].view
    assert opened.text("phase") == landed.phase
    opened.let_pass(phone.timeline.total_ms)
    opened.press("after-done")
    assert opened.page.locator("#sessions li").count() == 1


def test_while_the_phone_sleeps_no_time_passes(opened: OpenPage, phone: PhonePage) -> None:
    opened.press("start-button")
    opened.let_pass(5_000)
    large = opened.text("large")
    opened.page.clock.fast_forward(3_600_000)  # the timers stood still
    opened.let_pass(0)
    assert opened.text("phase") == "Paused"
    assert opened.text("large") == large
    assert "was asleep" in opened.text("passing")


def test_what_the_phone_kept_is_taken_in_once(
    opened: OpenPage, phone: PhonePage, tmp_path: Path
) -> None:
    opened.page.locator("summary", has_text="How is it now?").click()
    opened.page.locator("#start .rating").first.locator("span", has_text="4").click()
    opened.press("start-button")
    index = to_the_first(opened, "hold", phone)
    opened.let_pass(2_000)
    opened.press("ease-button")
    opened.press("return-button")
    opened.let_pass(3_000)
    opened.press("next-button")
    opened.press("skip-button")
    opened.let_pass(20_000)
    opened.press("stop-button")
    opened.page.locator("#after .rating").nth(1).locator("span", has_text="10").click()
    opened.page.locator("#note-text").fill("Warm </script> today")
    told = opened.page.locator("#different-list li").all_text_contents()
    opened.press("after-done")
    path, diary = saved_diary(opened, tmp_path)
    assert diary["sessions"][0]["note"] == "Warm </script> today"

    db = HistoryDb(tmp_path / "diary.sqlite3")
    try:
        first, second = import_file(db, path), import_file(db, path)
        assert (first.new, second.new, second.known) == (1, 0, 1)
        (summary,) = summaries(db, date(2026, 11, 1), date(2026, 11, 30))
        (record,) = db.sessions([summary.id])
    finally:
        db.close()
    assert list(remarks(record)) == told
    assert (record.before.buttock, record.after.leg) == (4, 10)
    assert record.intervals[index].eased_at_ms == 2_000
    assert record.routine_title == phone.routine.title


def test_what_was_done_can_be_copied_for_the_therapist(opened: OpenPage, phone: PhonePage) -> None:
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.press("start-button")
    opened.let_pass(phone.timeline.total_ms)
    opened.press("after-done")
    opened.press("copy-button")
    copied = opened.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(phone.routine.title)
    assert "All done" in copied
    assert "26 Nov 2026" in copied


def test_the_diary_is_cleared_only_when_asked_twice(opened: OpenPage) -> None:
    opened.press("start-button")
    opened.let_pass(9_000)
    opened.press("stop-button")
    opened.press("after-done")
    opened.press("clear-button")
    assert opened.page.locator("#sessions li").count() == 1
    opened.press("clear-button")
    assert opened.page.locator("#sessions li").count() == 0
    assert (
        opened.page.evaluate("Object.keys(localStorage).filter(k => /session|plan/.test(k))") == []
    )


def test_the_chosen_sound_is_kept(opened: OpenPage) -> None:
    opened.press("sound-choice")
    opened.press("sound-choice")
    assert opened.text("sound-words") == "Silent"
    opened.page.reload()
    assert opened.text("sound-words") == "Silent"
    opened.press("start-button")
    opened.let_pass(30_000)
    assert opened.page.evaluate("window.heard") == []
    assert opened.text("live") != ""  # then a screen reader is told
