from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from stretchcoach.ui.routines.routines_page import RoutinesPage
from stretchcoach.ui.theme.theme import Theme
from tests.ui.routines.routines_pages import cut_off


def test_a_session_that_was_cut_off_can_be_resumed(qtbot: QtBot, page: RoutinesPage) -> None:
    assert page.banner.isHidden()
    page.set_resume(cut_off())
    assert page.banner.isVisible()
    assert page.banner._title.text() == "Evening"
    assert page.banner._words.text() == "You left off yesterday at Bridge, left side"
    assert page.banner.resume.label == "Resume at step 2"
    for button, signal in (
        (page.banner.resume, page.resume_asked),
        (page.banner.start_over, page.start_over_asked),
        (page.banner.dismiss, page.resume_dismissed),
    ):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    page.set_resume(None)
    assert page.banner.isHidden()


def test_the_banner_keeps_its_buttons_in_sight(page: RoutinesPage, theme: Theme) -> None:
    page.set_resume(cut_off())
    for width, scale in ((1184, 1.0), (664, 1.0), (1184, 2.0), (590, 2.0)):
        theme.set_text_scale(scale)
        page.resize(width, 800)
        QApplication.processEvents()
        banner = page.banner
        for button in (banner.dismiss, banner.start_over, banner.resume):
            corner = button.mapTo(banner, button.rect().bottomRight())
            assert banner.rect().contains(corner), (width, scale, button.label)


def test_what_stands_above_makes_room_for_what_is_found(page: RoutinesPage) -> None:
    notice = QLabel("A plan, week by week")
    page.add_notice(notice)
    page.set_resume(cut_off())
    page.head.search.setText("hips")
    assert page.banner.isHidden()
    assert notice.isHidden()
    page.set_resume(cut_off())
    assert page.banner.isHidden()
    page.head.search.clear()
    assert page.banner.isVisible()
    assert notice.isVisible()


def test_a_chip_stays_where_it_is_pressed(page: RoutinesPage) -> None:
    page.set_resume(cut_off())
    QApplication.processEvents()
    chip = page.filters.groups[0].button("5")
    before = chip.mapTo(page, QPoint())
    chip.click()
    QApplication.processEvents()
    assert chip.mapTo(page, QPoint()) == before
