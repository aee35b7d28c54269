"""A real browser for the page: the Chromium of the system, without a network and with a clock that
a test moves."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE: ViewportSize = {"width": 360, "height": 640}

# A voice and sounds that can be read: what was said and sounded, and when by the page's clock.
HEARD = """
window.heard = [];
const note = (what) => window.heard.push([Date.now(), what]);
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, "speechSynthesis", { value: {
  speak(said) {
    note(said.text);
    setTimeout(() => said.onstart && said.onstart({}), 10);
    setTimeout(() => said.onend && said.onend({}), 20 + said.text.length * 60);
  },
  cancel() {},
}});
window.sounded = [];
const value = { setValueAtTime() {}, linearRampToValueAtTime() {}, setTargetAtTime() {},
  exponentialRampToValueAtTime() {} };
window.AudioContext = class {
  state = "running";
  currentTime = 0;
  destination = {};
  resume() { return Promise.resolve(); }
  createGain() { return { gain: value, connect: (next) => next }; }
  createOscillator() {
    return { frequency: value, connect: (next) => next, stop() {},
      start() { if (window.sounded.at(-1) !== Date.now()) window.sounded.push(Date.now()); } };
  }
};
"""
# A browser that has speech, but no voice to speak with.
MUTE = "window.speechSynthesis.speak = () => {};"


@contextmanager
def a_browser() -> Iterator[Browser]:
    """It is started once for the tests of a file."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("there is no Chromium; dev.py test installs it on Debian")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        try:
            yield browser
        finally:
            browser.close()


class OpenPage:
    """The page at `file`, in a window of its own that has no network; `asked` are the addresses
    that it asked for besides its own, `errors` what its script or the browser complained of.

    Its clock stands still until a test lets time pass, unless it is a `real_clock`."""

    def __init__(
        self, browser: Browser, file: Path, *, real_clock: bool = False, **context: Any
    ) -> None:
        options: dict[str, Any] = {"viewport": PHONE, "locale": "en-GB", "timezone_id": "UTC"}
        self.context: BrowserContext = browser.new_context(**{**options, **context})
        self.file, self.address = file, file.as_uri()
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.real_clock = real_clock
        self.context.set_offline(True)
        self.context.on("request", self._on_request)
        self.page = self.open()

    def open(self) -> Page:
        """Another tab, on the same device and with a clock of its own."""
        page = self.context.new_page()
        page.on("pageerror", self._on_error)
        page.on("console", self._on_console)
        page.add_init_script(HEARD)
        if not self.real_clock:
            page.clock.install(time="2026-11-26T09:00:00Z")
        page.goto(self.address)
        if not self.real_clock:
            page.clock.pause_at("2026-11-26T09:00:10Z")
        return page

    def _on_request(self, request: Any) -> None:
        if request.url != self.address and not request.url.startswith("data:"):
            self.asked.append(request.url)

    def _on_error(self, error: Any) -> None:
        self.errors.append(str(error))

    def _on_console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def text(self, id: str) -> str:
        return self.page.locator(f"#{id}").text_content() or ""

    def press(self, id: str) -> None:
        """Press a button as its owner does, and let the page come to rest."""
        self.page.locator(f"#{id}").click()
        if not self.real_clock:
            self.let_pass(0)

    def let_pass(self, passed_ms: int) -> None:
        self.page.clock.run_for(passed_ms)

    def close(self) -> None:
        """Close it; nothing may have been asked for, nothing complained of."""
        self.context.close()
        assert self.asked == []
        assert self.errors == []
