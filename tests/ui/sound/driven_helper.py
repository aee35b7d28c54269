"""A helper process that a test drives: it notes what it is asked, and answers when told to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from stretchcoach.ui.sound.helper_process import Loss


class DrivenHelper(QObject):
    told = Signal(object)
    lost = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.is_running = False
        self.starts = self.kills = self.closes = 0
        self.asked: list[tuple[object, ...]] = []

    def start(self) -> None:
        self.starts += not self.is_running
        self.is_running = True

    def ask(self, *words: object) -> None:
        if self.is_running:
            self.asked.append(words)

    def kill(self) -> None:
        self.kills += self.is_running
        self.is_running = False

    def close(self) -> None:
        self.closes += 1
        self.is_running = False

    def tell(self, *words: object) -> None:
        self.told.emit(list(words))

    def lose(self, loss: Loss) -> None:
        self.is_running = False
        self.lost.emit(loss)
