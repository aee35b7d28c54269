"""What somebody who is to find a fault must know of a computer, and nothing of the person.

No name, no folder, no routine, no side that hurts. It is in English whatever language is chosen,
for it is read by those who develop the program.
"""

from __future__ import annotations

import platform
import sys

import PySide6
from PySide6.QtCore import QLibraryInfo, QLocale
from PySide6.QtGui import QGuiApplication, QScreen

from stretchcoach import __version__
from stretchcoach.core.settings import Settings


def report_text(settings: Settings) -> str:
    """A few lines to paste."""
    built = "built" if getattr(sys, "frozen", False) else "from Python"
    qt = QLibraryInfo.version().toString()
    lines = [
        f"Stretch Coach {__version__} ({built})",
        f"Python {platform.python_version()}, Qt {qt}, PySide6 {PySide6.__version__}",
        f"System: {platform.platform()}",
        f"Window system: {QGuiApplication.platformName()}, colours: {_colours()}",
        *(_screen_line(screen) for screen in QGuiApplication.screens()),
        f"Language: {settings.language or 'auto'}, system: {QLocale.system().name()}",
        f"Look: {settings.look.value}, motion: {settings.motion.value},"
        f" text: {round(settings.text_scale * 100)} %",
        f"Sound: {settings.sound_profile.value}, volume: {round(settings.volume * 100)} %,"
        f" full screen: {'yes' if settings.full_screen_sessions else 'no'}",
    ]
    return "\n".join(lines)


def _colours() -> str:
    return str(QGuiApplication.styleHints().colorScheme().name)


def _screen_line(screen: QScreen) -> str:
    size, ratio = screen.size(), screen.devicePixelRatio()
    return f"Screen: {size.width()} x {size.height()}, {ratio:g}x, {screen.refreshRate():.0f} Hz"
