from __future__ import annotations

import os
import subprocess
import sys

import pytest

# More than once, and with an error inside.
WITHOUT = """
from PySide6.QtGui import QGuiApplication
from stretchcoach.start.no_screen import qt_without_screen

for _ in range(2):
    try:
        with qt_without_screen():
            print(QGuiApplication.platformName())
            raise OSError("full")
    except OSError as error:
        print(error)
"""
# In a program that has an application.
WITHIN = """
from PySide6.QtGui import QGuiApplication
from stretchcoach.start.no_screen import qt_without_screen

application = QGuiApplication(["program", "-platform", "minimal"])
with qt_without_screen():
    print(QGuiApplication.platformName())
print(QGuiApplication.instance() is application)
"""


@pytest.mark.parametrize(
    ("program", "said"),
    [(WITHOUT, ["offscreen", "full", "offscreen", "full"]), (WITHIN, ["minimal", "True"])],
)
def test_what_is_drawn_needs_no_screen(program: str, said: list[str]) -> None:
    hidden = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == said
