"""What the first frame of the program must not wait for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.files.settings_file import SettingsFile

# Tells what is loaded when the first frame has just been painted, and leaves.
FIRST_FRAME = """
import os, sys
from pathlib import Path
from stretchcoach.start.open_window import show_window
from PySide6 import QtCore, QtWidgets

class FirstPaint(QtCore.QObject):
    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint:
            QtCore.QTimer.singleShot(0, self.leave)
        return False

    def leave(self):
        names = [f"class {name}" for name in (*vars(QtCore), *vars(QtWidgets))]
        print(*sys.modules, *names, sep="\\n", flush=True)
        os._exit(0)

application, coach = show_window(Path(sys.argv[1]), None)
first_paint = FirstPaint()
coach.navigator.window.installEventFilter(first_paint)
application.exec()
"""


# The same when all cards have just been shown. They are read from the index of the start before.
ALL_CARDS = """
import os, sys
from pathlib import Path
from stretchcoach.start.open_window import show_window

def leave(shelf):
    assert coach.navigator.window.page("routines").model.total == len(shelf.cards) > 20
    print(*sys.modules, sep="\\n", flush=True)
    os._exit(0)

application, coach = show_window(Path(sys.argv[1]), None)
if coach.loader._index.exists():
    coach.loader.loaded.connect(leave)
else:
    coach.loader._ended.connect(application.quit)
application.exec()
"""


def run_program(program: str, data: Path) -> set[str]:
    """What it has printed, line by line."""
    run = subprocess.run(
        [sys.executable, "-c", program, str(data)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        timeout=60,
    )
    return set(run.stdout.splitlines())


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules, and after "class " what PySide6 has built, at the first frame."""
    data = tmp_path_factory.mktemp("data")
    SettingsFile(user_paths(data).settings).write(Settings(welcomed=True))
    return run_program(FIRST_FRAME, data)


@pytest.fixture(scope="module")
def loaded_with_cards(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules when all cards are there at a second start."""
    data = tmp_path_factory.mktemp("data")
    SettingsFile(user_paths(data).settings).write(Settings(welcomed=True))
    run_program(ALL_CARDS, data)
    return run_program(ALL_CARDS, data)


def test_the_first_frame_is_that_of_the_program(loaded: set[str]) -> None:
    assert {"stretchcoach.app", "stretchcoach.ui.routines.routines_page"} <= loaded
    assert "class QLineEdit" in loaded


@pytest.mark.parametrize(
    "module",
    [
        "yaml",
        "sqlite3",
        "platformdirs",
        "PySide6.QtMultimedia",
        "PySide6.QtTextToSpeech",
        "PySide6.QtSvg",
        "stretchcoach.core.content.exercise",
        "stretchcoach.core.session.record",
        "stretchcoach.core.session.timeline",
        "stretchcoach.files.diary.opening",
        "stretchcoach.files.yaml.parser",
        "stretchcoach.files.library.card_reader",
        "stretchcoach.ui.cards.card_view",
        "stretchcoach.ui.routines.resume_banner",
        "stretchcoach.ui.running.runner",
        "stretchcoach.ui.session.after_page",
        "stretchcoach.ui.session.controller",
    ],
)
def test_it_does_not_wait_for(loaded: set[str], module: str) -> None:
    assert module not in loaded


@pytest.mark.parametrize(
    "package",
    [
        "routine",
        "session.flow",
        "session_page",
        "settings",
        "plan",
        "customize",
        "progress",
        "advice",
        "welcome",
    ],
)
def test_no_other_page_is_loaded(loaded: set[str], package: str) -> None:
    assert f"stretchcoach.ui.{package}" not in loaded


@pytest.mark.parametrize("name", ["Qt", "QStyle", "QListView", "QWizard"])
def test_it_spares_the_dear_classes(loaded: set[str], name: str) -> None:
    """`Qt` is a fifth of a bare start; QWizard is there when PySide6 has built every widget."""
    assert f"class {name}" not in loaded


def test_the_cards_come_with_the_diary(loaded_with_cards: set[str]) -> None:
    assert "stretchcoach.files.database.history_db" in loaded_with_cards


@pytest.mark.parametrize(
    "module",
    [
        "yaml",
        "stretchcoach.files.library.routine_files",
        "stretchcoach.files.library.card_maker",
        "stretchcoach.files.exchange.import_diary",
        "stretchcoach.ui.keepers.backup_work",
        "stretchcoach.core.plan.plan",
    ],
)
def test_cards_that_did_not_change_do_not_wait_for(
    loaded_with_cards: set[str], module: str
) -> None:
    assert module not in loaded_with_cards
