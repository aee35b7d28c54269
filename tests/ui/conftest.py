from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Look


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
