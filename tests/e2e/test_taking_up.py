"""After the first session of a routine one is asked, once, whether to plan it as it is meant."""

from __future__ import annotations

import json
from pathlib import Path

from stretchcoach.ui.progress.progress_page import ProgressPage
from stretchcoach.ui.session.after_page import AfterPage
from tests.e2e.conftest import Starter
from tests.e2e.driven_app import ROUTINE, DrivenApp

DAILY = ROUTINE.replace("title: Short", "title: Short\nschedule: {days: daily}")


def end_a_session(app: DrivenApp) -> AfterPage:
    app.start()
    app.let_pass(70_000)
    app.window.current.stop_asked.emit()  # type: ignore[union-attr]
    app.calm_down()
    return app.page(AfterPage)


def planned(app: DrivenApp) -> int:
    app.window.show_page("progress")
    page = app.page(ProgressPage)
    chart = page.overview.calendar.chart
    assert chart._progress is not None
    return sum(day.is_planned for day in chart._progress.days)


def test_one_is_asked_and_nothing_is_planned_before(start: Starter, data: Path) -> None:
    (data / "routines" / "short.yaml").write_text(DAILY)
    app = start()
    page = end_a_session(app)
    assert page.plan.words.text() == "Meant for: Every day"
    app.click("Done for today")
    assert planned(app) == 0
    kept = json.loads((data / "settings.json").read_text())
    assert kept["schedules_asked"] == ["short"]
    app.close()


def test_who_says_yes_has_a_plan_from_that_day_on(start: Starter, data: Path) -> None:
    (data / "routines" / "short.yaml").write_text(DAILY)
    app = start()
    end_a_session(app)
    app.click("Plan it like this")
    app.click("Done for today")
    assert 1 <= planned(app) <= 7
    app.close()
