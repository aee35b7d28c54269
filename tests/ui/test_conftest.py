from __future__ import annotations

import gc
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_a_window_outlives_its_name_until_it_is_closed(qtbot: QtBot) -> None:
    window = QWidget()
    window.itself = window  # type: ignore[attr-defined]
    qtbot.addWidget(window)
    still = weakref.ref(window)
    del window
    gc.collect()
    assert still() is not None
