from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.diary.stats import LEAST_HELD_MS, SessionSummary
from stretchcoach.core.session.record import Feeling, Moment, SessionState
from stretchcoach.ui.progress.sessions import SessionsCard
from stretchcoach.ui.theme.theme import Theme


def a_summary(session_id: str, held_ms: int) -> SessionSummary:
    return SessionSummary(
        id=session_id,
        routine_id="evening",
        routine_title="Evening",
        affected=AffectedSide.NONE,
        started=Moment("2026-03-04T10:00:00.000Z", 0),
        day=date(2026, 3, 4),
        state=SessionState.STOPPED,
        planned_ms=60_000,
        held_ms=held_ms,
        left_ms=0,
        right_ms=0,
        before=Feeling(),
        after=Feeling(),
        note="",
    )


def test_a_start_of_a_few_seconds_is_no_session(qtbot: QtBot, theme: Theme) -> None:
    card = SessionsCard(theme)
    qtbot.addWidget(card)
    sessions = (a_summary("start", 4_000), a_summary("session", LEAST_HELD_MS))
    card.show_sessions(None, sessions, AffectedSide.NONE)
    assert [one.id for one in card.model.sessions] == ["session"]
