"""A voice whose engine does what the test says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from stretchcoach.ui.running.lacks import Trouble
from stretchcoach.ui.sound.voice import QtVoice
from stretchcoach.ui.sound.voice_settings import VoiceSettings
from tests.ui.driven_time import DrivenClock, DrivenTimer


class DrivenEngine(QObject):
    """An engine that speaks when it is told to and is done when the test says so."""

    prepared = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.voice_names = ["English (America)"]
        self.said: list[str] = []
        self.is_speaking = False
        self.overlaps = 0
        self.stops = 0
        self.given_up = 0
        self.preparations: list[VoiceSettings] = []
        self.tunings: list[VoiceSettings] = []

    def prepare(self, settings: VoiceSettings) -> None:
        self.preparations.append(settings)

    def tune(self, settings: VoiceSettings) -> None:
        self.tunings.append(settings)

    def say(self, text: str) -> None:
        self.said.append(text)
        self.overlaps += self.is_speaking
        self.is_speaking = True

    def stop(self) -> None:
        self.is_speaking = False
        self.stops += 1

    def give_up(self) -> None:
        self.given_up += 1

    def end(self) -> None:
        self.is_speaking = False
        self.ended.emit()


class Bench(QObject):
    """A voice over such an engine, whose time is driven by hand."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = DrivenClock()
        self.timer = DrivenTimer(self.clock)
        self.engine = DrivenEngine()
        self.voice = QtVoice(self.engine, self.clock, self.timer)
        self.losses: list[str] = []
        self.finds = 0
        self.voice.lost.connect(self.on_lost)
        self.voice.found.connect(self.on_found)

    def on_lost(self, trouble: Trouble) -> None:
        self.losses.append(trouble.sentence)

    def on_found(self) -> None:
        self.finds += 1

    def end_after(self, took_ms: int) -> None:
        self.timer.let_pass(took_ms)
        self.engine.end()


def ready_bench() -> Bench:
    """The same with an engine that has come up."""
    bench = Bench()
    bench.voice.prepare()
    bench.engine.prepared.emit()
    return bench
