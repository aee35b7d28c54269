from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchcoach.ui.threads import garbage as module
from stretchcoach.ui.threads.background import Background
from stretchcoach.ui.threads.garbage import MOST_SKIPPED, Garbage, GarbageCollector


class Loop:
    """Refers to itself, so that only who looks for garbage finds it; notes which thread did."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        self._self, self._ended = self, ended

    def __del__(self) -> None:
        self._ended.append(threading.current_thread())


@pytest.fixture
def ended() -> Iterator[list[threading.Thread]]:
    was_enabled, most = gc.isenabled(), gc.get_threshold()
    yield []
    gc.set_threshold(*most)
    (gc.enable if was_enabled else gc.disable)()


def in_a_thread(ended: list[threading.Thread], kept: list[list[int]]) -> threading.Thread:
    """Leave garbage, and make so much that stays that Python looks for it."""

    def work() -> None:
        Loop(ended)
        kept.extend([] for _ in range(3_000))

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    return worker


def test_a_thread_takes_nothing_apart_that_the_window_left(
    qtbot: QtBot, ended: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PERIOD_MS", 1)
    kept: list[list[int]] = []
    gc.enable()
    assert ended == [in_a_thread(ended, kept)]  # so it is without
    collector = GarbageCollector()
    in_a_thread(ended, kept)
    assert len(ended) == 1
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert ended[1] is threading.main_thread()
    collector.deleteLater()


def test_old_garbage_is_found_too(ended: list[threading.Thread]) -> None:
    gc.set_threshold(1, 1, 1)
    garbage = Garbage()
    gc.collect()
    loop = Loop(ended)
    gc.collect(0)
    gc.collect(1)  # an old one now
    del loop
    for _ in range(8):
        assert [[] for _ in range(10)]
        gc.collect(0)
        garbage.look()
    assert len(ended) == 1


def test_few_objects_are_not_worth_looking(ended: list[threading.Thread]) -> None:
    garbage = Garbage()
    gc.collect()
    Loop(ended)
    garbage.look()
    assert ended == []


def test_it_waits_for_work_in_threads_but_not_for_ever(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int] = []
    monkeypatch.setattr(Garbage, "look", lambda self: looks.append(1))
    owner, go_on = QObject(), threading.Event()
    background = Background(owner, "work")

    def work() -> None:
        go_on.wait(30)

    background.start(work)
    collector = GarbageCollector()
    for _ in range(MOST_SKIPPED):
        collector._on_due()
    assert looks == []
    collector._on_due()
    assert looks == [1]
    go_on.set()
    background.wait()
    collector._on_due()
    assert looks == [1, 1]
