from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.surfaces.notice import MOST, Notice, Notices
from stretchcoach.ui.widgets.text.labels import PlainLabel


@pytest.fixture
def notices(qtbot: QtBot, theme: Theme) -> Notices:
    notices = Notices(theme)
    qtbot.addWidget(notices)
    notices.resize(600, 80)
    return notices


def test_what_was_said_stays_until_it_is_put_away(qtbot: QtBot, notices: Notices) -> None:
    notices.tell("The diary is locked.")
    notices.tell("The settings could not be saved.")
    said = ["The diary is locked.", "The settings could not be saved."]
    assert list(notices.sentences) == said
    first = notices.findChildren(Notice)[0]
    with qtbot.waitSignal(first.destroyed):
        first.dismiss.click()
    assert list(notices.sentences) == said[1:]
    assert notices.isVisible()
    notices.findChildren(Notice)[0].dismiss.click()
    assert list(notices.sentences) == []
    assert not notices.isVisible()


def test_the_same_is_said_once_at_a_time(notices: Notices) -> None:
    notices.tell("The diary is locked.")
    notices.tell("The diary is locked.")
    notices.tell("")
    assert notices.sentences == ("The diary is locked.",)


def test_a_sentence_is_plain_text_and_wraps(notices: Notices) -> None:
    words = "<b>long</b> " * 40
    notices.tell(words)
    (label,) = notices.findChildren(PlainLabel)
    assert label.text() == words
    assert label.wordWrap()
    (notice,) = notices.findChildren(Notice)
    assert notice.accessibleName() == words
    assert notice.dismiss.accessibleName()


def test_of_many_only_the_latest_stay_and_none_is_squeezed(notices: Notices) -> None:
    for number in range(10):
        notices.tell(f"File {number} is not JSON. " * 8)
    assert len(notices.sentences) == MOST
    assert notices.sentences[-1].startswith("File 9")
    notices.resize(600, notices.sizeHint().height())
    for label in notices.findChildren(PlainLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())
