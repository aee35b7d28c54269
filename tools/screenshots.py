"""Pictures of every page and every phase of a session, to look at and to show.

    python tools/screenshots.py FOLDER [--look light] [--text 2] [--size 1280x800] [--only hold]

Each option may be given several times; without them all pictures are made: light and dark, text
at 100 % and 200 %, windows of two sizes and the full screen. `--only` names the pictures wanted,
or what their names begin with. The names of the files say what is on them:
`hold-dark-200-1280x800.png`. No display is needed, and time stands still.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from stretchcoach.app import CoachApp, build_app
from stretchcoach.core.session.timeline import Interval, IntervalKind
from stretchcoach.files.disk import clocks
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.routine.stills import Stills
from stretchcoach.ui.running import awake
from stretchcoach.ui.running.runner import SessionRunner
from stretchcoach.ui.session.after_page import CALM_MS
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.sound import sound_box
from stretchcoach.ui.sound.chimes import NullChimes
from stretchcoach.ui.sound.voice import NullVoice
from stretchcoach.ui.widgets.figure.figure_view import FigureView
from tools.sample_home import make_home

LOOKS = ("light", "dark")
TEXTS = (1.0, 2.0)
SIZES = ("1280x800", "1366x768", "full")
FULL_SCREEN = (1920, 1080)
ROUNDS = 60  # of the event loop: pages are read and pictures decoded beside it
ROUTINE = "every-phase"


class StillClock:
    """Time passes when it is told to."""

    def __init__(self) -> None:
        self._now_ms = 0

    def monotonic_ms(self) -> int:
        return self._now_ms

    def boot_ms(self) -> int:
        return self._now_ms

    def forward(self, passed_ms: int) -> None:
        self._now_ms += passed_ms


class SilentBox(QObject):
    """In the place of the speech engine and the chimes."""

    def __init__(self, clock: object, lacks: object, *_: object) -> None:
        super().__init__()
        self.voice, self.chimes, self.lacks = NullVoice(), NullChimes(), lacks

    def __getattr__(self, name: str) -> Callable[..., None]:
        return self._nothing

    def _nothing(self, *_: object) -> None:
        return None


class Variant(NamedTuple):
    look: str
    text: float
    size: str

    @property
    def pixels(self) -> tuple[int, int]:
        if self.size == "full":
            return FULL_SCREEN
        wide, high = self.size.split("x")
        return int(wide), int(high)

    def name(self, picture: str) -> str:
        return f"{picture}-{self.look}-{round(100 * self.text)}-{self.size}.png"


class Studio:
    """One start of the program, of which pictures are taken."""

    def __init__(self, home: Path, variant: Variant, folder: Path, session_id: str) -> None:
        self._variant, self._folder = variant, folder
        self._clock = StillClock()
        self.home, self.session_id = home, session_id
        clocks.SystemClock = lambda: self._clock  # type: ignore[assignment,misc]
        sound_box.SoundBox = SilentBox  # type: ignore[assignment,misc]
        awake.WakepyLock = awake.NullLock  # type: ignore[assignment,misc]
        self.application, self.coach = self._start()
        self.navigator = self.coach.navigator
        self.window = self.navigator.window

    def _start(self) -> tuple[QApplication, CoachApp]:
        application, coach = build_app(self.home, None)
        window = coach.navigator.window
        window.resize(*self._variant.pixels)
        coach.show()
        while coach.loader.shelf is None or coach.loader.is_loading:
            application.processEvents()
        return application, coach

    def close(self) -> None:
        self.window.close()
        self.coach.loader.wait()
        self.coach.deleteLater()
        self.window.deleteLater()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self) -> None:
        """Let everything come that comes by itself."""
        for _ in range(ROUNDS):
            self.application.processEvents()
        for kind in (Thumbnails, Stills):
            for pictures in self.window.findChildren(kind):
                while pictures.is_reading:
                    self.application.processEvents()
        self.application.processEvents()
        for figure in self.window.findChildren(FigureView):
            while figure.isVisible() and figure.is_loading:
                self.application.processEvents()

    def take(self, picture: str) -> None:
        """Keep a picture of the window as it is."""
        self.window.resize(*self._variant.pixels)
        self.settle()
        self.window.grab().save(str(self._folder / self._variant.name(picture)))

    # A session.

    def open(self, routine_id: str = ROUTINE) -> None:
        shelf = self.coach.loader.shelf
        assert shelf is not None
        self.navigator.open_routine(shelf.routine(routine_id))
        self.settle()

    def begin(self) -> None:
        """Begin the sample routine."""
        self.open()
        page = self.window.current
        page.start()  # type: ignore[union-attr]
        if self._variant.size == "full":
            self.window.full_screen_changed.emit(True)

    @property
    def page(self) -> SessionPage:
        page = self.window.current
        assert isinstance(page, SessionPage)
        return page

    @property
    def runner(self) -> SessionRunner:
        return self.coach.findChildren(SessionRunner)[-1]

    def go_to(self, wanted: Callable[[Interval], bool], passed_ms: int = 0) -> None:
        """Into the first interval that is `wanted`, and on by `passed_ms`."""
        intervals = self.runner.session.timeline.intervals
        index = next(i for i, interval in enumerate(intervals) if wanted(interval))
        self.runner.resume()
        self.runner.go_to(index)
        while self.runner.session.index < index:
            self.let_pass(self.runner.session.to_next_ms)
        self.let_pass(passed_ms)

    def let_pass(self, passed_ms: int) -> None:
        while passed_ms > 0:
            step_ms = min(passed_ms, self.runner.session.to_next_ms)
            self._clock.forward(step_ms)
            self.runner.add_time(0)  # hears of the time that passed, and does nothing else
            passed_ms -= step_ms

    def find(self, name: str) -> QWidget:
        """A widget that can be seen, by what a screen reader calls it."""
        found = self.window.findChildren(QWidget)
        return next(w for w in found if w.accessibleName() == name and w.isVisible())


def session_pictures(studio: Studio) -> Iterator[str]:
    """Each phase of a session in turn: the name of its picture, once it can be taken."""
    kind = IntervalKind
    studio.begin()
    studio.let_pass(3_000)
    yield "get-ready"
    studio.go_to(lambda i: i.kind is kind.MOVE and i.rep_no == 3, 2_000)
    yield "alternate"
    studio.go_to(lambda i: i.step_no == 2 and i.kind is kind.GET_READY, 3_000)
    yield "get-ready-note"
    studio.go_to(lambda i: i.step_no == 2 and i.kind is kind.HOLD, 3_000)
    yield "hold"
    studio.go_to(lambda i: i.step_no == 2 and i.kind is kind.REST, 3_000)
    yield "rest-between-sets"
    studio.go_to(lambda i: i.step_no == 2 and i.kind is kind.SWITCH, 3_000)
    yield "switch"
    studio.go_to(lambda i: i.step_no == 2 and i.side is not None and i.set_no == 3, 9_000)
    yield "hold-affected"
    studio.runner.pause()
    yield "paused"
    studio.runner.resume()
    studio.let_pass(1_000)
    yield "settle"
    studio.let_pass(2_000)
    studio.runner.ease_off()
    yield "ease-off"
    studio.go_to(lambda i: i.step_no == 3, 8_000)
    yield "rest"
    studio.go_to(lambda i: i.step_no == 4 and i.rep_no == 3, 1_000)
    yield "move"
    studio.go_to(lambda i: i.step_no == 5 and i.rep_no == 2 and i.kind is kind.HOLD, 2_000)
    yield "hold-reps"
    studio.go_to(lambda i: i.step_no == 5 and i.kind is kind.RELAX, 1_000)
    yield "relax"
    studio.go_to(lambda i: i.label.startswith("Press"), 2_000)
    yield "phase"
    studio.go_to(lambda i: i.duration_ms is None, 8_000)
    yield "own-pace"
    studio.page.stop_asked.emit()
    yield "after-stopped"
    studio.find("Back to the session").click()  # type: ignore[attr-defined]
    while isinstance(studio.window.current, SessionPage):
        studio.runner.next()
        studio.runner.done()
        studio.settle()
    yield "after"
    studio._clock.forward(CALM_MS)
    studio.find("Done").click()  # type: ignore[attr-defined]


def finding_pictures(studio: Studio) -> Iterator[str]:
    """Searches and filters, and the pages of exercises."""
    page: Any = studio.window.current
    page.show_list()
    for name, words in (("everyday", "buttock"), ("none", "pxgexn"), ("exercise", "pigeon")):
        page.head.search.setText(words)
        yield f"find-{name}"
    page.head.search.clear()
    page.filters.groups[0].button("5").click()
    page.filters.groups[1].button("lying").click()
    yield "find-filtered"
    page.filters.clear_link.click()
    studio.navigator.open_exercise()
    yield "exercises"
    exercises: Any = studio.window.current
    exercises.exercise_chosen.emit("figure-4-supine")
    yield "exercise"


def page_pictures(studio: Studio) -> Iterator[str]:
    """The other pages."""
    navigator, window = studio.navigator, studio.window
    window.show_page("routines")
    yield "routines"
    studio.begin()
    studio.go_to(lambda i: i.step_no == 2 and i.set_no == 2, 4_000)
    studio.page.stop_asked.emit()
    studio.find("Resume later").click()  # type: ignore[attr-defined]
    yield "routines-resume"
    studio.open(str(studio.home / "routines" / "evening.yaml"))
    yield "problems"
    window.show_page("routines")
    yield from finding_pictures(studio)
    studio.open("deep-hip-rotators-15")
    yield "routine"
    studio.find("5 min").click()  # type: ignore[attr-defined]
    yield "routine-short"
    navigator.open_plan()
    yield "plan"
    for key in ("customize", "settings", "safety", "progress"):
        window.show_page(key)
        yield key
    progress = window.current
    progress.open_session(studio.session_id)  # type: ignore[union-attr]
    yield "session-detail"
    navigator.advice.open_understanding()
    yield "understanding"
    navigator.show_welcome()
    page: Any = studio.window.current
    for number in range(1, 5):
        yield f"welcome-{number}"
        page.go_next() if number < 4 else None
    for question, key in zip(page.begin.questions, ("lying", "10", "new"), strict=True):
        question.button(key).click()
    yield "welcome-begin"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--look", action="append", choices=[*LOOKS, "contrast"])
    parser.add_argument("--text", action="append", type=float)
    parser.add_argument("--size", action="append", help="such as 1280x800, or full")
    parser.add_argument("--only", action="append", help="what the wanted names begin with")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    sizes, texts = options.size or SIZES, options.text or TEXTS
    for variant in map(Variant._make, product(options.look or LOOKS, texts, sizes)):
        with tempfile.TemporaryDirectory() as home:
            data = Path(home) / "data"
            session_id = make_home(data, date.today(), look=variant.look, text_scale=variant.text)
            studio = Studio(data, variant, options.folder, session_id)
            take_all(studio, tuple(options.only or ("",)))


def take_all(studio: Studio, wanted: tuple[str, ...]) -> None:
    for pictures in (session_pictures, page_pictures):
        for name in pictures(studio):
            if name.startswith(wanted):
                studio.take(name)
    studio.close()


if __name__ == "__main__":
    main()
