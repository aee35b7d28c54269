"""Work tells of itself while its page goes away."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from stretchcoach.ui.threads.teller import Teller


class Worker(Teller):
    done = Signal(int, str)


def run(worker: Worker, times: int = 1) -> Thread:
    def work() -> None:
        for number in range(times):
            worker.tell("done", number, "x")

    thread = Thread(target=work)
    thread.start()
    return thread


def test_it_is_heard_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    worker = Worker()
    with qtbot.waitSignal(worker.done) as done:
        run(worker).join()
    assert done.args == [0, "x"]


def test_nobody_minds_when_the_page_is_gone(qapp: QApplication) -> None:
    page = QObject()
    worker = Worker(page)
    delete(page)
    assert not isValid(worker)
    run(worker).join()
    qapp.processEvents()


def test_a_page_may_go_in_the_middle_of_it(qapp: QApplication) -> None:
    for _ in range(50):
        page = QObject()
        thread = run(Worker(page), times=300)
        qapp.processEvents()
        delete(page)
        thread.join()
    qapp.processEvents()
