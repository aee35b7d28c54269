"""What belongs to an open week: its days, its routines and what differs in them, the choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.content.profile import Profile
from stretchcoach.core.content.schedule import Schedule
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.core.plan.plan import Plan, PlanSession, PlanWeek, changed_routine
from stretchcoach.core.plan.plan_progress import (
    BesideProgress,
    WeekProgress,
    change_words,
    days_words,
    today_words,
)
from stretchcoach.core.schedule.schedule_words import schedule_words
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.library.plan_files import PlanEntry, known_routine, planned_entry
from stretchcoach.ui.plan.day_dots import DayDots
from stretchcoach.ui.plan.week_row import DISC_PX, SIDE_PX
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.advice import Point
from stretchcoach.ui.widgets.text.labels import PlainLabel


class WeekBody(QWidget):
    """`week_chosen` has the number of the week to be in from now on, 0 for none.

    `routine_asked` has the RoutineEntry of a session, changed as the week says.
    """

    week_chosen = Signal(int)
    routine_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        entry: PlanEntry,
        week_no: int,
        progress: WeekProgress | None,
        profile: Profile,
        *,
        in_plan: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`progress` is there for the week that one is in; `in_plan` when one is in any."""
        super().__init__(parent)
        assert entry.plan is not None
        self._theme, self._entry, self._profile = theme, entry, profile
        self._sessions: dict[Button, PlanSession] = {}
        self._weeks: dict[Button, int] = {}
        plan: Plan = entry.plan
        week = plan.all_weeks[week_no - 1]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SIDE_PX + DISC_PX + 16, 0, SIDE_PX, 20)
        self._column.setSpacing(14)
        if week.note:
            self._column.addWidget(PlainLabel(theme, week.note, wrap=True))
        if progress is not None:
            self._add_progress(progress)
        self._add_sessions(week, progress)
        self._add_buttons(_choices(plan, week_no, progress is not None, in_plan))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """Everything that it says."""
        return "\n".join(label.text() for label in self.findChildren(PlainLabel))

    @property
    def routine_buttons(self) -> Sequence[Button]:
        """One for each session."""
        return tuple(self._sessions)

    def button(self, week_no: int) -> Button:
        """The button that chooses the week `week_no`; KeyError when there is none."""
        return {number: button for button, number in self._weeks.items()}[week_no]

    def _add_progress(self, progress: WeekProgress) -> None:
        if progress.week.turns:
            self._column.addLayout(self._days(len(progress.days_done), progress.week.days))
        self._column.addWidget(PlainLabel(self._theme, today_words(progress), wrap=True))

    def _days(self, done: int, total: int | None) -> QHBoxLayout:
        """The days that are done, as words, and as discs where their number is fixed."""
        text = days_words(done, total)
        row = QHBoxLayout()
        row.setSpacing(12)
        if total is not None:
            row.addWidget(DayDots(self._theme, min(done, total), total, text))
        row.addWidget(PlainLabel(self._theme, text, TextRole.BODY_STRONG, wrap=True), 1)
        return row

    def _add_sessions(self, week: PlanWeek, progress: WeekProgress | None) -> None:
        due = [progress.due] if progress else []
        schedules = {id(session): schedule for session, schedule in week.beside}
        standing = {id(one.session): one for one in progress.beside} if progress else {}
        due += [one.session for one in standing.values() if one.times_due]
        for session in week.sessions:
            schedule, beside = schedules.get(id(session)), standing.get(id(session))
            is_due = any(one is session for one in due)
            self._add_session(session, schedule, beside, is_due=is_due)

    def _add_session(
        self,
        session: PlanSession,
        schedule: Schedule | None,
        beside: BesideProgress | None,
        *,
        is_due: bool,
    ) -> None:
        entry = self._entry.routines[session.routine]
        known = known_routine(entry)
        changed = changed_routine(session, known.routine)
        total = time_words(expand(changed, known.exercises, self._profile).total_ms)
        block = QVBoxLayout()
        block.setSpacing(3)
        title = tr("{routine}, {time}", routine=known.routine.title, time=total)
        days = trn("{n} day", "{n} days", session.days)
        if schedule is not None:
            days = ", ".join(schedule_words(schedule))
        heading = tr("{days}: {routine}", days=days, routine=title)
        block.addWidget(PlainLabel(self._theme, heading, TextRole.BODY_STRONG, wrap=True))
        if beside is not None:
            block.addLayout(self._days(beside.days_done, beside.days))
        for words in change_words(session, known):
            block.addWidget(Point(self._theme, words, TextRole.SMALL, "ink2"))
        if session.note:
            block.addWidget(PlainLabel(self._theme, session.note, TextRole.SMALL, wrap=True))
        kind = ButtonKind.PRIMARY if is_due else ButtonKind.SECONDARY
        text = tr("Next: open {routine}", routine=known.routine.title) if is_due else tr("Open it")
        button = Button(
            self._theme, text, kind, height_px=Height.CONTROL if is_due else Height.CHIP
        )
        button.setAccessibleName(tr("Open {routine}", routine=title))
        button.clicked.connect(self._on_routine_clicked)
        self._sessions[button] = session
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        block.addLayout(row)
        self._column.addLayout(block)

    def _add_buttons(self, choices: Sequence[tuple[int, str, ButtonKind]]) -> None:
        buttons = QWidget()
        flow = FlowLayout(10, buttons)
        for week_no, text, kind in choices:
            button = Button(self._theme, text, kind)
            button.clicked.connect(self._on_week_clicked)
            self._weeks[button] = week_no
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        self._column.addWidget(buttons)

    def _on_week_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.week_chosen.emit(self._weeks[button])

    def _on_routine_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.routine_asked.emit(planned_entry(self._entry, self._sessions[button]))


def _choices(
    plan: Plan, week_no: int, is_current: bool, in_plan: bool
) -> list[tuple[int, str, ButtonKind]]:
    """The weeks that one can go to from `week_no`, each with the words on its button."""
    secondary, quiet = ButtonKind.SECONDARY, ButtonKind.QUIET
    if not is_current:
        text = tr("Go to this week") if in_plan else tr("Begin with this week")
        return [(week_no, text, ButtonKind.PRIMARY if not in_plan else secondary)]
    choices = []
    if week_no < plan.last_week_no:
        choices.append((week_no + 1, tr("Go on to week {n}", n=week_no + 1), secondary))
    elif week_no < len(plan.all_weeks):
        choices.append((week_no + 1, tr("Go on to the time after it"), secondary))
    if week_no <= plan.last_week_no:
        choices.append((week_no, tr("Do this week again"), secondary))
    if week_no > 1:
        choices.append((week_no - 1, tr("Back to week {n}", n=week_no - 1), quiet))
    choices.append((0, tr("Leave the plan"), quiet))
    return choices
