"""The speech engine of the computer, as a helper process: it may hang, this program not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from stretchcoach.ui.sound.helper_process import HelperProcess, Loss, helper_command
from stretchcoach.ui.sound.troubles import VoiceTrouble, voice_trouble
from stretchcoach.ui.sound.voice_settings import VoiceSettings


class SpeechEngine(Protocol):
    """What QtVoice needs; HelperEngine, or one that a test drives."""

    prepared: SignalInstance
    ended: SignalInstance
    failed: SignalInstance

    @property
    def voice_names(self) -> list[str]: ...

    def prepare(self, settings: VoiceSettings) -> None: ...

    def tune(self, settings: VoiceSettings) -> None: ...

    def say(self, text: str) -> None: ...

    def stop(self) -> None: ...

    def give_up(self) -> None:
        """It is of no use as it is; `prepare` may find it in a better state."""
        ...


class HelperEngine(QObject):
    """Speaks through the helper process “voice”.

    `prepared` when it can speak, `ended` when it has become silent again, `failed` with the
    Trouble when there is no voice or it broke down; `prepare` may then be tried again.
    """

    prepared = Signal()
    ended = Signal()
    failed = Signal(object)

    def __init__(self, helper: HelperProcess | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._helper = helper or HelperProcess(helper_command("voice"), parent=self)
        self._helper.told.connect(self._on_told)
        self._helper.lost.connect(self._on_helper_lost)
        self._voice_names: list[str] = []

    @property
    def voice_names(self) -> list[str]:
        """The voices to choose from for the language, once one is prepared."""
        return self._voice_names

    def prepare(self, settings: VoiceSettings) -> None:
        self._helper.start()
        self._helper.ask("prepare", settings)

    def tune(self, settings: VoiceSettings) -> None:
        self._helper.ask("tune", settings)

    def say(self, text: str) -> None:
        self._helper.ask("say", text)

    def stop(self) -> None:
        self._helper.ask("stop")

    def give_up(self) -> None:
        self._helper.kill()

    @Slot()
    def close(self) -> None:
        """The program ends, and nothing is to be heard any more."""
        self._helper.close()

    @Slot(object)
    def _on_told(self, words: list[object]) -> None:
        answers: dict[object, Callable[..., None]] = {
            "prepared": self._on_prepared,
            "ended": self.ended.emit,
            "failed": self._on_failed,
        }
        answers[words[0]](*words[1:])

    def _on_prepared(self, voice_names: list[str]) -> None:
        self._voice_names = voice_names
        self.prepared.emit()

    def _on_failed(self, code: str, detail: str) -> None:
        self._helper.kill()
        self.failed.emit(voice_trouble(VoiceTrouble(code), detail))

    @Slot(object)
    def _on_helper_lost(self, loss: Loss) -> None:
        self.failed.emit(voice_trouble(VoiceTrouble(loss.value)))
