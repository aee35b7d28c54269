"""A whole short routine in the other browsers: they count, keep and go on as Chromium does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.files.packs.test_receiving import bundled
from tests.page.other_browsers import OtherBrowser, firefox, webkit
from tests.page.pages import a_page_of, write_html

ROUTINE = """\
format: stretchcoach/1
id: short
title: Short
defaults: {get_ready: 1 s, switch: 1 s}
steps:
  - {exercise: knee-to-chest, sets: 1, hold: 10 s, sides: right}
  - {exercise: bridge, sets: 1, reps: 2, pace: manual}
  - {exercise: figure-4-supine, sets: 1, hold: 2 s}
"""
BEGIN = """
window.faults = [];
addEventListener("error", (event) => faults.push(event.message));
addEventListener("securitypolicyviolation", (event) => faults.push(event.violatedDirective));
const part = (id) => document.getElementById(id);
window.shown = [];
new MutationObserver(() => {
  const now = `${part("phase").textContent}/${part("side-words").textContent}`;
  if (shown.at(-1) !== now) shown.push(now);
}).observe(part("session"), { subtree: true, childList: true, characterData: true });
window.until = (holds) => new Promise((resolve) => {
  const look = () => (holds() ? resolve() : setTimeout(look, 20));
  look();
});
part("start-button").click();
"""
LEAD = """
const part = (id) => document.getElementById(id);
const press = (key) =>
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
const found = {};
await until(() => part("phase").textContent === "Hold");
found.breath = [part("breath").hidden, part("breath-word").textContent];
const [disc, word] = [part("breath").firstElementChild, part("breath-word")];
found.apart = disc.getBoundingClientRect().bottom <= word.getBoundingClientRect().top + 1;
const before = Number(part("large").textContent);
press("+");
found.more = Number(part("large").textContent) - before;
press("-");
part("pause-button").click();
found.paused = part("phase").textContent;
part("pause-button").click();
found.settling = part("phase").textContent;
await until(() => part("phase").textContent === "2 reps");
press("d");
await until(() => !part("after").hidden);
found.end = part("after-head").textContent;
part("after-done").click();
found.sessions = document.querySelectorAll("#sessions li").length;
return { ...found, shown, faults };
"""
AGAIN = """
const part = (id) => document.getElementById(id);
part("start-button").click();
await new Promise((resolve) => setTimeout(resolve, 0));
dispatchEvent(new Event("pagehide"));
return document.querySelectorAll("#sessions li").length;
"""
Opener = Callable[[Path], AbstractContextManager[OtherBrowser]]


@pytest.fixture(scope="module", params=[firefox, webkit])
def browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[OtherBrowser]:
    opener: Opener = request.param
    with opener(tmp_path_factory.mktemp("browser")) as browser:
        yield browser


@pytest.fixture(scope="module")
def address(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("short")
    (folder / "short.yaml").write_text(ROUTINE, "utf-8")
    entry = bundled().routine(str(folder / "short.yaml"))
    assert entry.routine is not None, entry.problems
    return write_html(a_page_of(entry), folder).as_uri()


def test_a_whole_routine(browser: OtherBrowser, address: str) -> None:
    browser.open(address)
    browser.run(BEGIN)
    found = browser.run(LEAD)
    assert found["faults"] == []
    assert found["breath"] == [False, "Breathe in"]
    assert found["apart"]
    assert found["more"] == 10
    assert (found["paused"], found["settling"]) == ("Paused", "Settle in")
    assert (found["end"], found["sessions"]) == ("All done", 1)
    assert found["shown"] == [
        "Get ready/Right side",
        "Hold/Right side",
        "Settle in/Right side",
        "Hold/Right side",
        "Get ready/Both sides",
        "2 reps/Both sides",
        "Get ready/Left side",
        "Hold/Left side",
        "Switch sides/Right side",
        "Hold/Right side",
    ]


def test_what_was_done_is_kept_and_what_was_begun_can_be_resumed(
    browser: OtherBrowser, address: str
) -> None:
    browser.open(address)
    kept = browser.run(AGAIN)
    browser.open("about:blank")
    browser.open(address)
    words = browser.run('return document.getElementById("resume-button").textContent;')
    assert (kept, words) == (1, "Resume at step 1")
