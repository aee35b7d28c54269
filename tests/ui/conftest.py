from __future__ import annotations

from collections.abc import Iterator

import pytest
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
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    theme.deleteLater()
