from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.core.screen.breath import Breath
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.key_caps import KeyHint
from tests.ui.pseudo import pseudo_language
from tests.ui.session.sample import RunningPage, a_performance
from tests.ui.session_page.running_page import LEFT, RIGHT, ring


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_fits_into_the_window(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    theme.set_text_scale(scale if size[0] > 1024 else 1.0)
    running = RunningPage(theme, a_performance(), Breath())
    qtbot.addWidget(running.page)
    running.page.resize(*size)
    running.page.show()
    running.runner.start(RIGHT)
    assert running.page.minimumSizeHint().width() <= size[0]
    assert running.page.minimumSizeHint().height() <= size[1]


def test_digits_are_a_sixth_of_a_full_screen_high(qtbot: QtBot, theme: Theme) -> None:
    running = RunningPage(theme, a_performance(), Breath())
    qtbot.addWidget(running.page)
    running.page.set_full_screen(True)
    running.page.resize(1920, 1080)
    running.page.show()
    running.runner.start(RIGHT)
    font = theme.font(TextRole.EXERCISE, ring(running)._measures.digits)
    assert QFontMetricsF(font).tightBoundingRect("20").height() >= 1080 / 6


@pytest.mark.parametrize(("width", "height"), [(1024, 640), (1280, 800), (1920, 1080)])
def test_the_side_fits_in_languages_of_long_words(
    qtbot: QtBot, theme: Theme, width: int, height: int
) -> None:
    with pseudo_language():
        running = RunningPage(theme, a_performance(), None)
        qtbot.addWidget(running.page)
        running.page.resize(width, height)
        running.page.show()
        running.runner.start(RIGHT)
        side = running.page.stage.side
        assert side.needed_width() <= side.width()


def phases(running: RunningPage) -> list[int]:
    """The first interval of each kind."""
    seen: dict[object, int] = {}
    for index, interval in enumerate(running.runner.session.timeline.intervals):
        seen.setdefault(interval.kind, index)
    return list(seen.values())


@pytest.mark.parametrize("size", [(1008, 552), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("full_screen", [False, True])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_ring_and_picture_stay_in_one_place_and_size_through_all_phases(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], full_screen: bool, scale: float
) -> None:
    theme.set_text_scale(scale)
    running = RunningPage(theme, a_performance(), Breath())
    qtbot.addWidget(running.page)
    running.page.set_full_screen(full_screen)
    running.page.resize(*size)
    running.page.show()
    running.runner.start()
    stage = running.page.stage
    places = set()
    for index in phases(running):
        running.runner.go_to(index)
        while running.runner.session.index < index:
            running.let_pass(running.runner.session.to_next_ms)
        QApplication.processEvents()
        places.add((stage.ring.geometry().getRect(), stage.figure.geometry().getRect()))
    running.runner.pause()
    QApplication.processEvents()
    places.add((stage.ring.geometry().getRect(), stage.figure.geometry().getRect()))
    assert len(places) == 1


@pytest.mark.parametrize("size", [(1008, 552), (1280, 720), (1280, 800), (1366, 768)])
def test_the_mat_sees_no_less_of_it_with_large_text(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    seen = []
    for scale in (1.0, 2.0):
        theme.set_text_scale(scale)
        running = RunningPage(theme, a_performance(), Breath())
        qtbot.addWidget(running.page)
        running.page.resize(*size)
        running.page.show()
        running.runner.start(LEFT)
        QApplication.processEvents()
        stage = running.page.stage
        digits, phase = stage.ring._measures.digits, stage.ring._measures.phase
        side_px = stage.side._word.font().pixelSize()
        figure = stage.figure.size()
        seen.append((digits, phase, side_px, figure.width(), figure.height() + 3))
    assert all(large >= plain for plain, large in zip(*seen, strict=True)), seen


@pytest.mark.parametrize("size", [(667, 352), (1008, 552), (1280, 720), (1280, 800)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_buttons_keep_their_words_and_nothing_lies_over_another_thing(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    theme.set_text_scale(scale)
    running = RunningPage(theme, a_performance(), Breath())
    qtbot.addWidget(running.page)
    running.page.resize(*size)
    running.page.show()
    running.runner.start(LEFT)
    QApplication.processEvents()
    page = running.page
    for one in page.controls.findChildren(Button):
        assert one.width() >= one.sizeHint().width()
        place = one.mapTo(page, QPoint(0, 0))
        assert page.rect().contains(QRect(place, one.size()))
    parts = [page.header, page.stage, page.strip, page.controls]
    bands = sorted((part.y(), part.y() + part.height()) for part in parts if part.isVisible())
    assert all(above[1] <= below[0] for above, below in pairwise(bands)), bands


def test_full_screen_tells_how_to_leave_it(qtbot: QtBot, running: RunningPage) -> None:
    running.page.set_full_screen(True)
    running.page.resize(1920, 1080)
    hints = {
        hint.words.text(): hint for hint in running.page.findChildren(KeyHint) if hint.isVisible()
    }
    assert "Leave full screen" in hints
    assert "Ease off" not in hints  # one gets ready: there is nothing to ease off from
    running.let_pass(10_000)
    assert hints["Stop"].isVisible()
    assert any(h.words.text() == "Ease off" for h in running.page.findChildren(KeyHint)
               if h.isVisible())  # fmt: skip


@pytest.mark.parametrize("full_screen", [False, True])
def test_a_note_is_in_no_larger_letters_than_what_it_is_a_remark_on(
    qtbot: QtBot, theme: Theme, full_screen: bool
) -> None:
    theme.set_text_scale(2.0)
    running = RunningPage(theme, a_performance(), Breath())
    qtbot.addWidget(running.page)
    running.page.set_full_screen(full_screen)
    running.page.resize(1280, 800)
    running.page.show()
    stage = running.page.stage
    stage._note.setText("Stop short of any tingling.")
    stage.show_cue("Lie on your back, with the knees bent and the feet flat. " * 4)
    told_px = stage._cue.shown_px
    assert stage._note.shown_px <= told_px
    stage.show_cue("Breathe")
    assert stage._note.shown_px > told_px
