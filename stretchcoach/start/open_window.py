"""Opens the window and runs it to its end."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.paths import user_paths
from stretchcoach.start.only_window import Answer, OnlyWindow, hand_over

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from stretchcoach.app import CoachApp

Instead = Callable[[str], None]


def run_window(data_dir: Path | None, file: Path | None, instead: Instead) -> int:
    """Run the window, or hand `file` to the one that is open; the exit code.

    Where Qt finds that it cannot show a window, `instead` is called with the reason and does
    not return.
    """
    # Qt speaks of devices and formats that are not there; the person can ask to hear it.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia*=false;default.warning=false")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # there is nothing to lose yet
    only = OnlyWindow(user_paths(data_dir))
    try:
        if not only.take():
            answer = hand_over(only, file)
            if answer is not Answer.FREE:
                return _say(answer)
        application, coach = _shown(data_dir, file, instead)
    except ImportError as error:
        print(tr("Qt cannot start: {error}", error=error), file=sys.stderr)
        print(tr("“python3 dev.py run” installs what is missing."), file=sys.stderr)
        return EXIT_PROBLEMS
    return _ended(_run(application, coach, only))


def _say(answer: Answer) -> int:
    if answer is Answer.SHOWN:
        print(tr("Stretch Coach is open already; its window was brought to the front."))
        return EXIT_OK
    print(
        tr("Stretch Coach is open already with this folder, but its window does not answer."),
        file=sys.stderr,
    )
    return EXIT_PROBLEMS


def _shown(
    data_dir: Path | None, file: Path | None, instead: Instead
) -> tuple[QApplication, CoachApp]:
    from stretchcoach.app import NoScreenError
    from stretchcoach.start.fatal import told_of_the_fatal

    with told_of_the_fatal(instead):
        try:
            return show_window(data_dir, file)
        except NoScreenError:
            instead(tr("there is no screen"))
            raise


def _run(application: QApplication, coach: CoachApp, only: OnlyWindow) -> int:
    from stretchcoach.start.end_signals import EndSignals

    ends = EndSignals()  # until there is something to see, a signal ends the program at once
    coach.navigator.window.painted.connect(ends.listen)
    ends.came.connect(coach.end)
    application.commitDataRequest.connect(coach.on_session_manager)
    coach.open_to_second_starts(only.address, only.listen_at)
    code = application.exec()
    only.let_go()
    ends.close()
    return code


def _ended(code: int) -> int:
    """`code`, once no thread is at work any more; where one hangs, the program ends here."""
    from stretchcoach.ui.threads.background import end_all

    if not end_all():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def show_window(data_dir: Path | None, file: Path | None) -> tuple[QApplication, CoachApp]:
    """The application and the coach in it, shown but not yet painted. ImportError without Qt."""
    gc.disable()  # what a start makes stays, so that looking for waste finds nothing
    try:
        from stretchcoach.app import build_app
        from stretchcoach.ui.threads.garbage import GarbageCollector

        application, coach = build_app(data_dir, file)
        coach.show()
    except BaseException:
        gc.enable()
        raise
    GarbageCollector(application)
    return application, coach
