from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Look
from tests.looked_through import garbage, garbage_is_looked_for_here  # noqa: F401


@pytest.fixture(autouse=True)
def windows_stay(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep what is given to `qtbot` until it was closed.

    It holds it weakly, and paints once more when the test is over. A window of which only the
    test knew could then be collected by Python in the middle of its own painting.
    """
    kept: list[QWidget] = []
    add_widget = QtBot.addWidget

    def add_and_keep(self: QtBot, widget: QWidget, **options: Any) -> None:
        kept.append(widget)
        add_widget(self, widget, **options)

    monkeypatch.setattr(QtBot, "addWidget", add_and_keep)
    yield
    kept.clear()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A light theme on the application, which is as it was afterwards."""
    font, palette = qapp.font(), qapp.palette()
    theme = Theme(qapp, Look.LIGHT)
    theme.apply()
    yield theme
    # The widgets of the test wait for a loop to delete them; alive, each would be styled anew.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    theme.deleteLater()
