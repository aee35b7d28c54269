from __future__ import annotations

import subprocess
import sys

FIRST_FRAME = """
import sys
from pathlib import Path
from PySide6 import QtCore, QtWidgets
from PySide6.QtWidgets import QApplication
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Look

application = QApplication([])
theme = Theme(application, Look.LIGHT)
theme.apply()
page = RoutinesPage(theme, SettingsStore(SettingsFile(Path("none.json"))))
page.resize(1184, 800)
page.show()
page.grab()
dear = {"yaml", "sqlite3", "stretchcoach.core.session.timeline"} & set(sys.modules)
print("Qt" in vars(QtCore), "QStyle" in vars(QtWidgets), dear)
"""


def test_the_first_frame_spares_what_is_dear() -> None:
    run = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "False False set()"
