"""The page of routines in long words: nothing clipped, nothing in English."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import AffectedSide
from stretchcoach.core.session.record import Moment, new_record
from stretchcoach.core.session.timeline import expand
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.problems.problems_page import ProblemsPage
from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.theme.theme import Theme
from tests.core.builders import a_routine, a_step, an_exercise, known
from tests.ui.cards.shelves import a_broken_card, a_card, a_shelf
from tests.ui.pseudo import assert_translated_and_unclipped, pseudo_language
from tools.pseudo_language import OPEN, pseudo

SIZES = [(1.0, 624, 540), (1.0, 1184, 800), (1.5, 928, 700), (2.0, 1080, 800)]


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(SettingsFile(tmp_path / "settings.json"))


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_the_list(
    qtbot: QtBot, theme: Theme, store: SettingsStore, scale: float, width: int, height: int
) -> None:
    theme.set_text_scale(scale)
    with pseudo_language():
        page = RoutinesPage(theme, store, lambda: date(2026, 3, 5))
        qtbot.addWidget(page)
        page.resize(width, height)
        routine = replace(a_routine(a_step()), title=pseudo("Deep hip rotators"))
        exercises = known(an_exercise(name=pseudo("Lying figure four")))
        start = Moment("2026-03-01T10:00:00.000Z", 0)
        page.set_resume(
            new_record("one", routine, expand(routine, exercises), AffectedSide.NONE, start)
        )
        page.set_library(a_shelf(a_card(pseudo("Open hips"), own=True), a_broken_card()))
        page.show()
        assert_translated_and_unclipped(page)
        good, broken = (page.model.words(row) for row in range(2))
        shown = (good.title, good.time, good.about, good.level, good.last, good.source)
        assert all(OPEN in part for part in shown)
        assert all(OPEN in part for part in (broken.time, broken.purpose, broken.last))
        page.head.search.setText("zzz")
        assert page.cards.empty.isVisible()
        assert_translated_and_unclipped(page)


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
def test_problems(qtbot: QtBot, theme: Theme, scale: float, width: int, height: int) -> None:
    theme.set_text_scale(scale)
    path = Path("/r/evening.yaml")
    line = "hodl: 30s"
    with pseudo_language():
        page = ProblemsPage(theme)
        qtbot.addWidget(page)
        page.resize(width, height)
        message = pseudo("this is not known here")
        page.show_problems(path, [Problem(path, 3, 1, message, source_line=line)])
        page.show()
        foreign = {line, path.name, str(path.parent)}
        assert_translated_and_unclipped(page, foreign=foreign)
        page.show_problems(path, [])
        assert_translated_and_unclipped(page, foreign=foreign)
