from __future__ import annotations

import gc
import subprocess
import sys
from threading import Event

from stretchcoach.ui.threads.background import Background, end_all


class Owner:
    pass


def test_work_is_done_in_a_thread_and_waited_for() -> None:
    owner = Owner()
    background = Background(owner, "work")
    go, done = Event(), Event()

    def work() -> None:
        assert go.wait(10)
        done.set()

    background.start(work)
    assert not done.is_set()
    go.set()
    background.wait()
    assert done.is_set()
    assert not background.stopping.is_set()


def test_without_an_owner_it_stops() -> None:
    owner = Owner()
    background = Background(owner, "work")
    background.start(lambda: None)
    del owner
    gc.collect()
    assert background.stopping.is_set()


ENDLESS = """
from stretchcoach.ui.threads.background import Background

class Owner: pass

owner = Owner()
background = Background(owner, "work")

def work():
    while not background.stopping.wait(0.001):
        pass
    print("stopped", flush=True)

background.start(work)
"""

HANGING = """
from threading import Event
from stretchcoach.start.open_window import _ended
from stretchcoach.ui.threads import background

class Owner: pass

def end_all(longest_wait_s=0.01, before=background.end_all):
    return before(longest_wait_s)

background.end_all = end_all
owner = Owner()
background.Background(owner, "work").start(Event().wait)
print("ending")
_ended(5)
print("never")
"""


def ran(source: str) -> tuple[int, str, str]:
    run = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, timeout=60)
    return run.returncode, run.stdout.strip(), run.stderr


def test_the_end_of_the_program_stops_it_and_waits() -> None:
    assert ran(ENDLESS) == (0, "stopped", "")


def test_work_that_hangs_does_not_keep_the_program_from_ending() -> None:
    assert ran(HANGING) == (5, "ending", "")


def test_all_are_asked_to_stop_and_it_is_told_whether_they_have() -> None:
    owner, go = Owner(), Event()
    first, second = Background(owner, "first"), Background(owner, "second")
    first.start(lambda: None)
    second.start(lambda: assert_true(go.wait(10)))
    assert not end_all(0.01)
    assert second.stopping.is_set()
    go.set()
    second.wait()
    assert end_all()


def assert_true(value: bool) -> None:
    assert value
