from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.record import Moment, SessionRecord, new_record
from stretchcoach.core.session.timeline import expand
from stretchcoach.ui.routines.routines_page import RoutinesPage
from tests.core.builders import a_routine, a_step, an_exercise, known

TODAY = date(2026, 3, 5)


NAMES = ("Open hips", "Desk break", "After a run", "Before bed", "Easy day", "Chair only", "Strong")


def shown(page: RoutinesPage) -> list[str]:
    return [page.model.card(row).name for row in range(page.model.rowCount())]


def rects(page: RoutinesPage) -> list[QRect]:
    QApplication.processEvents()
    return [page.view.visualRect(page.model.index(n)) for n in range(page.model.rowCount())]


def cut_off() -> SessionRecord:
    routine = a_routine(a_step(), a_step(exercise="bridge"))
    exercises = known(an_exercise(), an_exercise("bridge", "Bridge"))
    start = Moment("2026-03-04T10:00:00.000Z", 0)
    record = new_record("one", routine, expand(routine, exercises), AffectedSide.NONE, start)
    return replace(record, at_index=3)
