"""The page in a real browser is for everyone: any screen, any language, no voice, no motion; and
texts are only texts in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from PySide6.QtWidgets import QApplication

from stretchcoach.core.language import i18n
from stretchcoach.core.screen.phone_page import PhonePage, phone_page
from stretchcoach.core.session.cues import Chime
from tests.core.heard import heard_in_a_session
from tests.page.browser import MUTE, PHONE, OpenPage
from tests.page.pages import RIGHT, a_page_of, an_entry, begins_of, hostile, write_html
from tools.pseudo_language import PseudoCatalog

IN_SIGHT = ("step", "sound-button", "title", "side-words", "phase", "large", "coming",
            "back-button", "pause-button", "next-button", "more-button", "ease-button",
            "skip-button", "stop-button")  # fmt: skip
SHAPES = ((320, 568), (360, 640), (390, 844), (640, 360), (1280, 800))


def in_a_long_language(folder: Path) -> Path:
    """The page in words that are longer by far."""
    i18n.use(PseudoCatalog())
    try:
        return write_html(a_page_of(an_entry()), folder)
    finally:
        i18n.use(i18n.SourceText())


def test_without_a_voice_the_chimes_go_on_and_count(
    browser: Browser, file: Path, phone: PhonePage
) -> None:
    opened = OpenPage(browser, file)
    opened.page.add_init_script(MUTE)
    opened.page.reload()
    opened.press("start-button")
    opened.let_pass(6_000)
    assert "has no voice" in opened.text("passing")
    counted = next(
        index
        for index, heard in enumerate(heard_in_a_session(phone.timeline, {}))
        if any(cue.chime is Chime.COUNT for _, cue in heard)
    )
    ends = begins_of(phone)[counted + 1]
    opened.let_pass(ends - 6_000 - 1)
    sounded = opened.page.evaluate("window.sounded")
    assert [at - sounded[0] for at in sounded[-3:]] == [ends - ms for ms in (3_000, 2_000, 1_000)]
    opened.close()


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize(("wide", "high"), SHAPES)
def test_all_of_it_is_in_sight(
    browser: Browser, file: Path, tmp_path: Path, wide: int, high: int, long: bool
) -> None:
    file = in_a_long_language(tmp_path) if long else file
    opened = OpenPage(browser, file, viewport={"width": wide, "height": high})
    wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not opened.page.evaluate(wider)
    opened.press("start-button")
    for _ in range(3):
        opened.let_pass(4_000)
        opened.press("next-button")
        for id in IN_SIGHT:
            box = opened.page.locator(f"#{id}").bounding_box()
            assert box is not None, id
            assert box["x"] >= 0, id
            assert box["y"] >= 0, id
            assert box["x"] + box["width"] <= wide, id
            assert box["y"] + box["height"] <= high, id
        assert not opened.page.evaluate(wider)
    opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out(browser: Browser, file: Path, scheme: Any) -> None:
    """axe-core finds nothing serious on any of the screens."""
    opened = OpenPage(browser, file, real_clock=True, color_scheme=scheme)
    found = {}

    def look(where: str) -> None:
        violations = Axe().run(opened.page).response["violations"]
        serious = [one for one in violations if one["impact"] in ("serious", "critical")]
        if serious:
            found[where] = [(one["id"], [node["html"] for node in one["nodes"]]) for one in serious]

    look("start")
    opened.press("start-button")
    look("get ready")
    opened.press("next-button")
    look("work")
    opened.press("ease-button")
    look("eased off")
    opened.press("return-button")
    opened.press("stop-button")
    look("after")
    opened.press("after-done")
    look("diary")
    opened.close()
    assert found == {}


def test_the_keyboard_is_enough(opened: OpenPage) -> None:
    focus = "document.activeElement.id"
    opened.page.locator("#start-button").focus()
    opened.page.keyboard.press("Enter")
    opened.let_pass(3_000)
    assert opened.page.evaluate(focus) == "session-head"
    opened.page.keyboard.press("ArrowRight")
    opened.let_pass(1_000)
    opened.page.keyboard.press("e")
    assert opened.page.evaluate(focus) == "easier-button"
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate(focus) == "pause-button"
    opened.page.keyboard.press("Escape")
    assert opened.page.evaluate(focus) == "after-head"


HOSTILE = (
    '</script><script>window.broken = 1</script>"\'><img src=x onerror="window.broken = 1">'
    " {{ 7 * 7 }} \u202eesrever\u2066 \u2028 ]]> <!--<script>",
    "a" * 1_000,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_only_texts(
    browser: Browser, qapp: QApplication, tmp_path: Path, text: str
) -> None:
    entry = an_entry()
    assert entry.routine is not None
    routine, exercises = hostile(text, entry.routine, entry.exercises)
    opened = OpenPage(browser, write_html(phone_page(routine, exercises, RIGHT), tmp_path))
    shown = opened.text("start-head")
    assert shown.replace("\ufffd", "") == "".join(c for c in text if c not in "\u202e\u2066\u2028")
    opened.press("start-button")
    opened.let_pass(40_000)
    opened.press("stop-button")
    opened.press("after-done")
    assert opened.page.evaluate("window.broken") is None
    assert opened.page.locator("script").count() == 2
    wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not opened.page.evaluate(wider)
    opened.close()


def test_nothing_moves_for_those_who_want_no_motion(browser: Browser, file: Path) -> None:
    opened = OpenPage(browser, file, reduced_motion="reduce")
    opened.press("start-button")
    opened.let_pass(2_000)
    ring = "getComputedStyle(document.getElementById('ring-left')).transitionDuration"
    assert opened.page.evaluate(ring) == "0s"
    opened.close()


def test_where_nothing_is_kept_the_page_says_so(browser: Browser, file: Path) -> None:
    opened = OpenPage(browser, file)
    block = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    opened.page.add_init_script(block)
    opened.page.reload()
    assert "keeps nothing" in opened.text("kept-hint")
    opened.press("start-button")
    opened.let_pass(9_000)
    opened.press("stop-button")
    opened.press("after-done")
    assert opened.page.locator("#sessions li").count() == 1
    opened.close()


def test_without_a_script_the_steps_are_there_to_be_read(
    browser: Browser, file: Path, phone: PhonePage
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator("noscript").inner_text() != ""
    assert not page.locator("#start-button").is_visible()
    assert page.locator(".steps h3").all_text_contents() == [
        card.title for card in phone.handout.cards
    ]
    context.close()


LOCK = """
window.locks = [];
Object.defineProperty(navigator, "wakeLock", { value: { request: async (kind) => {
  window.locks.push(kind);
  const lock = { released: false, release: async () => {
    lock.released = true;
    window.locks.push("released");
  } };
  return lock;
} } });
"""


def test_the_screen_stays_awake_while_the_clock_runs(browser: Browser, file: Path) -> None:
    opened = OpenPage(browser, file)
    opened.page.add_init_script(LOCK)
    opened.page.reload()
    opened.press("start-button")
    opened.let_pass(2_000)
    assert opened.page.evaluate("window.locks") == ["screen"]
    opened.press("pause-button")
    assert opened.page.evaluate("window.locks") == ["screen", "released"]
    opened.press("pause-button")
    opened.press("stop-button")
    assert opened.page.evaluate("window.locks") == ["screen", "released"] * 2
    opened.close()


def test_the_way_back_of_the_phone_leaves_the_session_as_it_is(
    browser: Browser, file: Path
) -> None:
    opened = OpenPage(browser, file)
    opened.press("start-button")
    opened.let_pass(7_000)
    opened.page.evaluate("history.back()")
    opened.page.locator("#resume-button").wait_for()
    heard = len(opened.page.evaluate("window.heard"))
    opened.let_pass(60_000)
    assert len(opened.page.evaluate("window.heard")) == heard
    opened.press("resume-button")
    opened.press("stop-button")
    opened.press("after-done")
    assert opened.page.locator("#sessions li").count() == 1
    opened.close()
