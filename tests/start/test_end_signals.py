"""Signals reach the event loop, where the window can be closed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.start.end_signals import EndSignals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nobody sends signals there")
NUMBERS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Whatever was set before is so again."""
    before = {number: signal.getsignal(number) for number in NUMBERS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", NUMBERS)
def test_each_comes_in_the_event_loop(qtbot: QtBot, number: signal.Signals) -> None:
    ends = EndSignals()
    ends.listen()
    with qtbot.waitSignal(ends.came):
        os.kill(os.getpid(), number)
    ends.close()


def test_one_that_came_before_the_loop_ran_is_not_forgotten(qtbot: QtBot) -> None:
    ends = EndSignals()
    ends.listen()
    os.kill(os.getpid(), signal.SIGTERM)
    os.kill(os.getpid(), signal.SIGHUP)
    with qtbot.waitSignal(ends.came):
        pass
    ends.close()


def test_before_it_listens_nothing_is_held_up() -> None:
    before = [signal.getsignal(number) for number in NUMBERS]
    EndSignals().close()
    assert [signal.getsignal(number) for number in NUMBERS] == before


def test_at_the_end_a_signal_is_no_longer_held_up() -> None:
    ends = EndSignals()
    ends.listen()
    ends.close()
    assert {signal.getsignal(number) for number in NUMBERS} == {signal.SIG_DFL}
    assert signal.set_wakeup_fd(-1) == -1


def test_what_nohup_has_turned_off_stays_off_but_ctrl_c_is_meant() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ends = EndSignals()
    ends.listen()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
    ends.close()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
