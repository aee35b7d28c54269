"""Showing a folder of the person's in the program that the system has for folders."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from stretchcoach.core.language.i18n import tr


def why_not_opened(folder: Path) -> str:
    """Make `folder` where it is missing, and open it; a sentence where that did not work."""
    why = ""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
    if not why and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        why = tr("no program for folders was found")
    return tr("The folder could not be opened: {why}.", why=why) if why else ""
