"""The chimes: one soft sound a phase, from the side that is worked on if that is wanted."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTemporaryDir, Signal, Slot

from stretchcoach.core.content.sides import Side
from stretchcoach.core.session.cues import Chime
from stretchcoach.files.disk.clocks import Clock
from stretchcoach.ui.running.lacks import Trouble
from stretchcoach.ui.sound.helper_process import HelperProcess, Loss, helper_command
from stretchcoach.ui.sound.patience import Patience
from stretchcoach.ui.sound.troubles import SoundTrouble, sound_trouble


class Chimes(Protocol):
    """What sounds the chimes of the cues."""

    def play(self, chime: Chime, side: Side | None = None) -> None: ...

    def set_volume(self, volume: float) -> None:
        """Sound as loud as `volume`, from 0 to 1."""
        ...


class NullChimes:
    """No sound, for machines without any and for tests."""

    def play(self, chime: Chime, side: Side | None = None) -> None:
        return None

    def set_volume(self, volume: float) -> None:
        return None


class HelperChimes(QObject):
    """Plays through the helper process “chimes”.

    `lost` with the Trouble when this computer cannot, `found` when it can after all: a device
    may be there again, so it is tried anew with a later chime, less and less often.
    """

    lost = Signal(object)
    found = Signal()

    def __init__(
        self, clock: Clock, helper: HelperProcess | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._patience = Patience(clock)
        self._helper = helper or HelperProcess(helper_command("chimes"), parent=self)
        self._helper.told.connect(self._on_told)
        self._helper.lost.connect(self._on_helper_lost)
        self._volume = 1.0
        self._leans = False
        self._leaning_files: QTemporaryDir | None = None

    def prepare(self) -> None:
        """Load all sounds, before the first is due."""
        if not self._helper.is_running:
            self._helper.start()
            self._helper.ask("volume", self._volume)
            self._helper.ask("lean", self._leaning_folder())
            self._helper.ask("prepare")

    def play(self, chime: Chime, side: Side | None = None) -> None:
        if self._patience.may_try_again:
            self.prepare()
        self._helper.ask("play", chime.value, side.value if side else "")

    def set_volume(self, volume: float) -> None:
        self._volume = min(max(volume, 0.0), 1.0)
        self._helper.ask("volume", self._volume)

    def set_leans_to_side(self, leans: bool) -> None:
        self._leans = leans
        self._helper.ask("lean", self._leaning_folder())

    def close(self) -> None:
        """The program ends."""
        self._helper.close()
        if self._leaning_files is not None:
            self._leaning_files.remove()
            self._leaning_files = None

    def _leaning_folder(self) -> str:
        """Where the helper keeps leaning sounds; it goes with this program. "" for none."""
        if self._leans and self._leaning_files is None:
            self._leaning_files = QTemporaryDir()
        files = self._leaning_files if self._leans else None
        return files.path() if files is not None and files.isValid() else ""

    @Slot(object)
    def _on_told(self, words: list[str]) -> None:
        if words[0] == "played":
            self._patience.find()
            self.found.emit()
        else:
            self._lose(sound_trouble(SoundTrouble(words[1]), words[2]))

    @Slot(object)
    def _on_helper_lost(self, loss: Loss) -> None:
        self._lose(sound_trouble(SoundTrouble(loss.value)))

    def _lose(self, trouble: Trouble) -> None:
        self._helper.kill()
        self._patience.lose()
        self.lost.emit(trouble)
