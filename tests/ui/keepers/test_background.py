from __future__ import annotations

import gc
import subprocess
import sys
from threading import Event

from stretchcoach.ui.keepers.background import Background


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
from stretchcoach.ui.keepers.background import Background

class Owner: pass

owner = Owner()
background = Background(owner, "work")

def work():
    while not background.stopping.wait(0.001):
        pass
    print("stopped", flush=True)

background.start(work)
"""


def test_the_end_of_the_program_stops_it_and_waits() -> None:
    run = subprocess.run(
        [sys.executable, "-c", ENDLESS], capture_output=True, text=True, timeout=60
    )
    assert (run.returncode, run.stdout.strip(), run.stderr) == (0, "stopped", "")
