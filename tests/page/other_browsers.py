"""Browsers besides Chromium, where the system has them: Firefox, and WebKit, which Safari has too.

Each is asked by its own protocol, so that no other driver is needed.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

FIREFOXES = ("firefox-esr", "firefox")
WEBKIT_DRIVER = "WebKitWebDriver"
MINI_BROWSER = "*/webkit2gtk-4.*/MiniBrowser"
ANSWERS_WITHIN_S = 120
SCRIPT_WITHIN_MS = 90_000
AWAITED = """
const done = arguments[arguments.length - 1];
(async () => { %s })().then((value) => done({ value }), (error) => done({ error: String(error) }));
"""


class OtherBrowser(ABC):
    """A browser with one tab."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Load a page, and wait until it is there."""

    @abstractmethod
    def run_async(self, script: str) -> dict[str, Any]:
        """What `script` calls its last argument with."""

    def run(self, body: str) -> Any:
        """What the body of an async function returns in the page."""
        answer = self.run_async(AWAITED % body)
        assert "error" not in answer, answer["error"]
        return answer["value"]


class Firefox(OtherBrowser):
    """By Marionette: a number of bytes, a colon, and JSON of kind, number, name and content."""

    def __init__(self, port: int) -> None:
        self._stream = socket.create_connection(("127.0.0.1", port), ANSWERS_WITHIN_S)
        self._receive()  # who it is
        self._ask("WebDriver:NewSession", {})
        self._ask("WebDriver:SetTimeouts", {"script": SCRIPT_WITHIN_MS})

    def open(self, address: str) -> None:
        self._ask("WebDriver:Navigate", {"url": address})

    def run_async(self, script: str) -> dict[str, Any]:
        answer = self._ask("WebDriver:ExecuteAsyncScript", {"script": script, "args": []})
        found: dict[str, Any] = answer["value"]
        return found

    def close(self) -> None:
        self._stream.close()

    def _ask(self, name: str, content: dict[str, Any]) -> Any:
        message = json.dumps([0, 1, name, content]).encode()
        self._stream.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        assert error is None, error
        return result

    def _receive(self) -> Any:
        head = b""
        while not head.endswith(b":"):
            head += self._read(1)
        return json.loads(self._read(int(head[:-1])))

    def _read(self, count: int) -> bytes:
        found = b""
        while len(found) < count:
            part = self._stream.recv(count - len(found))
            assert part, "the browser has gone"
            found += part
        return found


class WebKit(OtherBrowser):
    """By the WebDriver that comes with it."""

    def __init__(self, port: int, browser: Path) -> None:
        self._place = f"http://127.0.0.1:{port}/session"
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = self._ask("POST", "", {"capabilities": wanted})["sessionId"]
        self._place += f"/{session}"
        self._ask("POST", "/timeouts", {"script": SCRIPT_WITHIN_MS})

    def open(self, address: str) -> None:
        self._ask("POST", "/url", {"url": address})

    def run_async(self, script: str) -> dict[str, Any]:
        found: dict[str, Any] = self._ask("POST", "/execute/async", {"script": script, "args": []})
        return found

    def close(self) -> None:
        self._ask("DELETE", "", None)

    def _ask(self, method: str, path: str, content: dict[str, Any] | None) -> Any:
        data = None if content is None else json.dumps(content).encode()
        request = Request(
            self._place + path, data, {"Content-Type": "application/json"}, method=method
        )
        with urlopen(request, timeout=ANSWERS_WITHIN_S) as answer:
            return json.load(answer)["value"]


@contextmanager
def firefox(home: Path) -> Iterator[OtherBrowser]:
    """With a profile of its own in `home`."""
    program = next(filter(None, map(shutil.which, FIREFOXES)), None)
    if program is None:
        pytest.skip("there is no Firefox here; on Debian it is the package firefox-esr")
    port = _free_port()
    settings = f'user_pref("marionette.port", {port});\n'
    (home / "user.js").write_text(settings, "utf-8")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(home)]
    with _running(command, home, "Listening on port"):
        browser = Firefox(port)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def webkit(home: Path) -> Iterator[OtherBrowser]:
    """MiniBrowser, which comes with WebKitGTK, on a display of its own."""
    driver, display = shutil.which(WEBKIT_DRIVER), shutil.which("xvfb-run")
    browser = next(iter(sorted(Path("/usr/lib").glob(MINI_BROWSER))), None)
    if driver is None or display is None or browser is None:
        pytest.skip("there is no WebKit here; on Debian it is the package webkit2gtk-driver")
    port = _free_port()
    with _running([display, "-a", driver, f"--port={port}"], home, "") as process:
        _wait_for(port, process)
        opened = WebKit(port, browser)
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def _running(command: list[str], home: Path, begun: str) -> Iterator[subprocess.Popen[str]]:
    """`command` as long as the block lasts, from when it has said `begun`; all that it started
    ends with it."""
    quiet = {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}
    process = subprocess.Popen(
        command, env={**os.environ, **quiet}, text=True, start_new_session=True,
        stdout=subprocess.PIPE if begun else subprocess.DEVNULL, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        said = ""
        while begun and begun not in said:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line, f"it ended: {said}"
            said += line
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait_for(port: int, process: subprocess.Popen[str]) -> None:
    """Until `process` listens at `port`."""
    for _ in range(10 * ANSWERS_WITHIN_S):
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
            break
    pytest.fail("nobody listens")
