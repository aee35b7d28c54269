"""What a window asks before it closes on something that would be lost."""

from __future__ import annotations

from stretchcoach.ui.window.lose_dialog import LoseDialog
from stretchcoach.ui.window.main_window import MainWindow


def asked(window: MainWindow) -> LoseDialog | None:
    """The question that is open."""
    return window.question.dialog if window.question is not None else None


def question(window: MainWindow) -> LoseDialog:
    """The question, where there must be one."""
    found = asked(window)
    assert found is not None
    return found
