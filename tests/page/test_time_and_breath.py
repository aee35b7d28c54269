"""Ten seconds more, and the guide through the breath, as in the window of the program."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

from playwright.sync_api import Browser

from stretchcoach.core.screen.breath import Breath
from stretchcoach.core.screen.phone_page import PhonePage
from stretchcoach.core.session.session import MORE_TIME_MS
from tests.core.heard import heard_in_a_session
from tests.page.browser import OpenPage
from tests.page.pages import begins_of

RADIUS = "Number(document.getElementById('breath-disc').getAttribute('r'))"
LEAST, MOST = 10, 30


def the_first_hold(phone: PhonePage) -> int:
    return next(i for i, shown in enumerate(phone.intervals) if shown.view.breathes)


def begin(opened: OpenPage, phone: PhonePage) -> int:
    """Start, and come to the first long hold; its length."""
    opened.press("start-button")
    hold = the_first_hold(phone)
    opened.let_pass(begins_of(phone)[hold])
    return phone.timeline.intervals[hold].duration_ms or 0


def test_ten_seconds_more_by_button_and_key_and_less_again(
    opened: OpenPage, phone: PhonePage
) -> None:
    seconds = begin(opened, phone) // 1000
    opened.let_pass(1_000)
    left = opened.text("left")
    opened.press("more-button")
    assert opened.text("large") == str(seconds + 9)
    assert opened.text("live") == "10 seconds more"
    assert opened.text("left") != left
    opened.page.keyboard.press("+")
    assert opened.text("large") == str(seconds + 19)
    opened.page.keyboard.press("-")
    opened.page.keyboard.press("-")
    assert opened.text("large") == str(seconds - 1)
    assert opened.text("left") == left


def test_while_one_eases_off_nothing_is_added(opened: OpenPage, phone: PhonePage) -> None:
    begin(opened, phone)
    opened.press("ease-button")
    large = opened.text("large")
    opened.page.keyboard.press("+")
    assert opened.text("large") == large


def test_what_is_heard_in_a_longer_hold_is_what_the_program_says(
    opened: OpenPage, phone: PhonePage
) -> None:
    hold = the_first_hold(phone)
    begin(opened, phone)
    opened.press("more-button")
    opened.let_pass(phone.timeline.total_ms)
    assert opened.text("after-head") == "All done"
    heard = heard_in_a_session(phone.timeline, {hold: MORE_TIME_MS})
    lasting = [i.duration_ms or 0 for i in phone.timeline.intervals]
    lasting[hold] += MORE_TIME_MS
    begins = [0, *accumulate(lasting)]
    texts = [cue.text for cues in heard for _, cue in cues if cue.text]
    spoken = opened.page.evaluate("window.heard")
    assert [what for _, what in spoken] == [*texts, phone.moments["finished"][0].text]
    chimes = [
        begins[index] + at_ms
        for index, cues in enumerate(heard)
        for at_ms, cue in cues
        if cue.chime and not cue.chime.stands_for_words
    ]
    sounded = opened.page.evaluate("window.sounded")
    assert [at - sounded[0] for at in sounded] == [*chimes, begins[-1]]


def test_the_breath_is_shown_in_a_long_hold(opened: OpenPage, phone: PhonePage) -> None:
    breath = Breath()
    opened.press("start-button")
    assert not opened.page.locator("#breath").is_visible()
    opened.let_pass(begins_of(phone)[the_first_hold(phone)])
    assert opened.page.locator("#breath").is_visible()
    assert opened.text("breath-rhythm") == "in 4 s, out 6 s"
    at_ms = 0
    for passed_ms, word in ((2_000, "in"), (1_900, "in"), (300, "out"), (5_700, "out")):
        opened.let_pass(passed_ms)
        at_ms += passed_ms
        assert opened.text("breath-word") == f"Breathe {word}"
        radius = LEAST + (MOST - LEAST) * breath.fullness(at_ms)
        assert abs(opened.page.evaluate(RADIUS) - radius) < 0.5
    opened.press("pause-button")
    radius = opened.page.evaluate(RADIUS)
    opened.let_pass(3_000)
    assert opened.page.evaluate(RADIUS) == radius
    opened.press("next-button")
    assert not opened.page.locator("#breath").is_visible()


def test_where_nothing_is_to_move_only_the_word_changes(
    browser: Browser, file: Path, phone: PhonePage
) -> None:
    opened = OpenPage(browser, file, reduced_motion="reduce")
    begin(opened, phone)
    found = set()
    for _ in range(10):
        opened.let_pass(1_000)
        found.add((opened.text("breath-word"), opened.page.evaluate(RADIUS)))
    assert sorted(found) == [("Breathe in", 22), ("Breathe out", 22)]
    opened.close()


def test_a_reader_finds_the_word_and_no_disc(opened: OpenPage, phone: PhonePage) -> None:
    begin(opened, phone)
    snapshot = opened.page.locator("#breath").aria_snapshot()
    assert "Breathe in" in snapshot
    assert "Breathe out" not in snapshot
    assert "img" not in snapshot
    more = opened.page.get_by_role("button", name="10 s", exact=True)
    assert more.get_attribute("title") == "10 seconds more"
