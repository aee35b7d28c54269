"""A file may have words without end: whatever it calls itself, all buttons stay in the window."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QWidget

from stretchcoach.core.content.terms import Caution
from stretchcoach.core.session.timeline import Interval, IntervalKind
from stretchcoach.ui.routine.routine_page import RoutinePage
from stretchcoach.ui.routine.step_row import StepRow
from stretchcoach.ui.session.after_page import AfterPage
from stretchcoach.ui.session_page.page import SessionPage
from stretchcoach.ui.widgets.controls.buttons import ThemedButton
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import DrivenApp

WORD = "Oberschenkelrückseitenmuskulaturdehnübungszusammenstellung"
ROUTINE = f"""\
format: stretchcoach/1
id: long
title: {WORD}
goal: {WORD}
for: {WORD}
note: {WORD}
steps:
  - exercise: longer
    sets: 2
    hold: 20s
    rest: 10s
    note: {WORD}
    optional: true
  - rest: 10s
  - exercise: longest
    rep:
      - {{say: {WORD[:40]}, for: 5s}}
      - {{say: {WORD[:30]}, for: 20s}}
"""
EXERCISE = """\
format: stretchcoach-exercise/1
id: {id}
name: {word}
also_known_as: [{word}]
position: supine
kind: stretch
sides: each
targets: {{primary: [piriformis]}}
dose: {{hold: 20s}}
cautions: [knee]
instructions: {{setup: {word}, move: {word}, feel: {word}, avoid: {word}}}
cues: [{word}]
easier: {easier}
alt: {word}
"""
PLAN = f"""\
format: stretchcoach-plan/1
id: long-plan
title: {WORD}
goal: {WORD}
for: {WORD}
note: {WORD}
weeks:
  - title: {WORD}
    note: {WORD}
    sessions:
      - routine: long
        days: 3
        note: {WORD}
"""


@pytest.fixture
def long_words(data: Path) -> Path:
    """A routine, its exercises and a broken file, all with words that have no end."""
    routines = data / "routines"
    (routines / "exercises").mkdir()
    (routines / "long.yaml").write_text(ROUTINE, "utf-8")
    for name, easier in (("longer", "longest"), ("longest", "longer")):
        exercise = EXERCISE.format(id=name, word=WORD, easier=easier)
        (routines / "exercises" / f"{name}.yaml").write_text(exercise, "utf-8")
    (routines / "plans").mkdir()
    (routines / "plans" / "long-plan.yaml").write_text(PLAN, "utf-8")
    settings = json.loads((data / "settings.json").read_text())
    settings |= {"plan_id": "long-plan", "plan_week_started": "2026-01-05"}
    (data / "settings.json").write_text(json.dumps(settings))
    broken = ROUTINE.replace("longest", WORD.lower()).replace("id: long", f"id: {WORD.lower()}")
    (routines / f"{WORD}.yaml").write_text(broken, "utf-8")
    return data


def sticking_out(window: QWidget) -> list[str]:
    """What can be read or pressed and does not stand between the edges of the window."""
    for _ in range(4):
        QApplication.processEvents()
    found = [
        f"{type(area).__name__} scrolls sideways"
        for area in window.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QLabel | ThemedButton):
            place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            if place.left() < 0 or place.right() >= window.width():
                words = widget.accessibleName() or getattr(widget, "text", str)()
                found.append(f"{type(widget).__name__} {place.getRect()}: {words[:40]}")
    return found


def go_to(app: DrivenApp, wanted: Callable[[Interval], bool]) -> None:
    intervals = app.session.timeline.intervals
    index = next(i for i, interval in enumerate(intervals) if wanted(interval))
    app.runner.resume()
    app.runner.go_to(index)
    while app.session.index < index:
        app.runner.next()


def places(app: DrivenApp) -> Iterator[str]:
    """Through the whole program: the name of each place, once one is there."""
    window = app.window
    yield "routines"
    app.window.tell(WORD)
    yield "a notice"
    app.open(str(app.data / "routines" / f"{WORD}.yaml"))
    yield "problems"
    app.open("long")
    yield "routine"
    for row in app.page(RoutinePage).findChildren(StepRow):
        row.click() if isinstance(row, ThemedButton) else None
    yield "steps, opened"
    app.navigator._store.change(hidden_cautions=(Caution.KNEE,))
    yield "steps, left out"
    app.navigator._store.change(hidden_cautions=())
    app.click("Start")
    yield "get ready"
    for kind in (IntervalKind.HOLD, IntervalKind.REST, IntervalKind.SWITCH):
        go_to(app, lambda interval, kind=kind: interval.kind is kind)  # type: ignore[misc]
        yield kind.value
    go_to(app, lambda interval: bool(interval.label))
    yield "a phase"
    app.runner.ease_off()
    yield "ease off"
    app.page(SessionPage).stop_asked.emit()
    assert app.page(AfterPage)
    yield "stopped"
    app.click("Resume later")
    yield "the banner"
    app.navigator.open_plan()
    assert WORD in app.texts()
    yield "plan"
    window.show_page("progress")
    yield "progress"
    window.show_page("settings")
    yield "settings"


@pytest.mark.parametrize(("size", "scale"), [((1024, 600), 1.0), ((1280, 800), 2.0)])
@pytest.mark.usefixtures("long_words")
def test_a_word_without_end_pushes_nothing_out(
    start: Starter, size: tuple[int, int], scale: float
) -> None:
    app = start()
    app.coach.theme.set_text_scale(scale)
    app.window.resize(*size)
    found = {place: sticking_out(app.window) for place in places(app)}
    assert {place: out for place, out in found.items() if out} == {}
