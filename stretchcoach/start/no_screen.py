"""Qt for what is drawn into a file: it wants an application for fonts and pictures, no screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def qt_without_screen() -> Iterator[None]:
    """An application for the block; one that is there already is used."""
    from PySide6.QtGui import QGuiApplication

    application = None
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QGuiApplication(sys.argv[:1])
    yield
    del application
