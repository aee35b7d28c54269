"""The session of the page and that of the program are the same: whatever is done, in whatever
order, the same events come out of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from stretchcoach.core.language.time_words import short_time_words, time_words
from stretchcoach.core.screen.page_words import page_words
from stretchcoach.core.session.events import (
    Event,
    Events,
    Halfway,
    IntervalEnded,
    IntervalStarted,
    Paused,
    Resumed,
    SecondPassed,
    SessionEnded,
    Settled,
    TimeAdded,
)
from stretchcoach.core.session.landing import (
    after_block,
    landing_before,
    landing_of,
    next_side_index,
)
from stretchcoach.core.session.session import MORE_TIME_MS, RESTART_MS, SETTLE_MS, Session
from stretchcoach.core.session.timeline import Timeline
from stretchcoach.page.render import FOLDER
from tests.core.strategies import timelines
from tests.page.browser import a_browser

COMMANDS: dict[str, Callable[[Session], Events]] = {
    "pause": Session.pause,
    "resume": Session.resume,
    "next": Session.next,
    "previous": Session.previous,
    "skip": Session.skip_side,
    "done": Session.done,
    "easeOff": Session.ease_off,
    "more": partial(Session.add_time, added_ms=MORE_TIME_MS),
    "less": partial(Session.add_time, added_ms=-MORE_TIME_MS),
}
actions = st.lists(st.integers(0, 45_000) | st.sampled_from(sorted(COMMANDS)), max_size=25)
PLAYED = """
([intervals, settleMs, restartMs, moreMs, actions]) => {
  const session = new Session(intervals, settleMs, restartMs);
  session.more = () => session.addTime(moreMs);
  session.less = () => session.addTime(-moreMs);
  const events = [...session.start()];
  for (const action of [...actions, "stop"])
    events.push(...(typeof action === "number" ? session.advance(action) : session[action]()));
  return [events, session.totalRemainingMs];
}
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with a_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def script(browser: Browser) -> Iterator[Page]:
    """An empty page that knows the scripts."""
    page = browser.new_page()
    for name in ("words.js", "session.js"):
        page.add_script_tag(content=(FOLDER / "scripts" / name).read_text("utf-8"))
    yield page
    page.close()


def as_json(timeline: Timeline) -> list[dict[str, Any]]:
    return [
        {
            "kind": interval.kind.value,
            "duration_ms": interval.duration_ms,
            "step": interval.step_no,
            "side": interval.side.value if interval.side else None,
            "easier": None,
            "ways": [
                way(timeline, index)
                for way in (after_block, landing_of, landing_before, next_side_index)
            ],
        }
        for index, interval in enumerate(timeline.intervals)
    ]


def told(event: Event) -> dict[str, object]:
    """`event` as the script tells it."""
    names: dict[type, str] = {
        IntervalStarted: "started",
        SecondPassed: "second",
        Halfway: "halfway",
        IntervalEnded: "ended",
        Paused: "paused",
        Resumed: "resumed",
        Settled: "settled",
        SessionEnded: "session-ended",
        TimeAdded: "added",
    }
    values = {key: getattr(value, "value", value) for key, value in vars(event).items()}
    values.pop("interval", None)
    return {"type": names[type(event)], **values}


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(timeline=timelines, done=actions)
def test_the_same_events_come_out(script: Page, timeline: Timeline, done: list[Any]) -> None:
    session = Session(timeline)
    events = list(session.start())
    for action in done:
        events += session.advance(action) if isinstance(action, int) else COMMANDS[action](session)
    events += session.stop()
    played = script.evaluate(PLAYED, [as_json(timeline), SETTLE_MS, RESTART_MS, MORE_TIME_MS, done])
    assert played == [[told(event) for event in events], 0]


def test_times_are_told_in_the_same_words(script: Page) -> None:
    all_ms = [0, 1, 999, 1_000, 59_001, 60_000, 61_000, 90_000, 600_000, 3_605_500]
    asked = "([words, all]) => all.map((ms) => [timeWords(words, ms), shortTimeWords(words, ms)])"
    expected = [[time_words(ms), short_time_words(ms)] for ms in all_ms]
    assert script.evaluate(asked, [page_words(), all_ms]) == expected
