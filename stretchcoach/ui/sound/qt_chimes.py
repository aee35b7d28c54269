"""The sounds of the chimes, played through Qt. Only the helper process may use it."""

from __future__ import annotations

import io
import wave
from array import array
from collections.abc import Callable
from pathlib import Path
from sys import byteorder
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot

from stretchcoach.core.content.sides import Side
from stretchcoach.core.session.cues import Chime
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.ui.sound.troubles import SoundTrouble

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

# A lean, not a jump: with one ear on the mat, or one broken speaker, it is still heard.
FAR_GAIN = 0.25
STUCK_MS = 4_000  # longer than any of the sounds


def sounds_dir() -> Path:
    return bundled_dir("assets") / "sounds"


def leaning(sound: bytes, side: Side) -> bytes:
    """A wave file of one channel as one of two, louder on `side`."""
    with wave.open(io.BytesIO(sound)) as file:
        rate_hz, frames = file.getframerate(), file.readframes(file.getnframes())
    near = array("h", frames)
    if byteorder == "big":
        near.byteswap()
    far = array("h", (round(value * FAR_GAIN) for value in near))
    both = array("h", bytes(4 * len(near)))
    both[0::2], both[1::2] = (near, far) if side is Side.LEFT else (far, near)
    if byteorder == "big":
        both.byteswap()
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setparams((2, 2, rate_hz, len(near), "NONE", ""))
        file.writeframes(both.tobytes())
    return written.getvalue()


class _Sound(QObject):
    """One loaded sound. `ended` when it was played to its end, `failed` when it cannot be.

    Where the device or the sound server has gone, Qt plays on for ever and says nothing.
    """

    ended = Signal()
    failed = Signal()

    def __init__(self, effect: QSoundEffect, parent: QObject) -> None:
        super().__init__(parent)
        self._effect = effect
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.setInterval(STUCK_MS)
        self._watch.timeout.connect(self.failed)
        effect.setParent(self)
        effect.statusChanged.connect(self._on_status)
        effect.playingChanged.connect(self._on_playing)

    def play(self) -> None:
        self._effect.play()
        self._watch.start()

    def set_volume(self, volume: float) -> None:
        self._effect.setVolume(volume)

    @Slot()
    def _on_status(self) -> None:
        status = self._effect.status()
        if status == type(status).Error:
            self.failed.emit()

    @Slot()
    def _on_playing(self) -> None:
        if not self._effect.isPlaying() and self._watch.isActive():
            self._watch.stop()
            self.ended.emit()


class QtChimes(QObject):
    """Plays the wave files of `folder`. `played` when one was heard to its end.

    `lost` with the value of a SoundTrouble and what the system says of it, when this computer
    cannot play them; `play` then does nothing.
    """

    played = Signal()
    lost = Signal(str, str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._leaning_folder: Path | None = None
        self._volume = 1.0
        self._sounds: dict[tuple[Chime, Side | None], _Sound] = {}
        self._is_lost = False

    def prepare(self) -> None:
        """Load all sounds, before the first is due."""
        for chime in Chime:
            self._sound(chime, None)

    def play(self, chime: Chime, side: Side | None = None) -> None:
        sound = self._sound(chime, side if self._leaning_folder is not None else None)
        if sound is not None:
            sound.play()

    def set_volume(self, volume: float) -> None:
        self._volume = min(max(volume, 0.0), 1.0)
        for sound in self._sounds.values():
            sound.set_volume(self._volume)

    def lean(self, folder: Path | None) -> None:
        """Let chimes of a side come from there, their files kept in `folder`; None lets none."""
        self._leaning_folder = folder

    def _sound(self, chime: Chime, side: Side | None) -> _Sound | None:
        """The loaded sound, or None on a computer that plays none."""
        if self._is_lost:
            return None
        if (chime, side) in self._sounds:
            return self._sounds[chime, side]
        try:
            from PySide6.QtMultimedia import QSoundEffect
        except ImportError as error:  # the system lacks a library
            self._lose(SoundTrouble.NO_LIBRARY, str(error))
            return None
        effect = QSoundEffect()
        self._sounds[chime, side] = sound = _Sound(effect, self)
        sound.ended.connect(self.played)
        sound.failed.connect(self._on_failed)
        effect.setVolume(self._volume)
        effect.setSource(QUrl.fromLocalFile(str(self._file(chime, side))))
        return sound

    def _file(self, chime: Chime, side: Side | None) -> Path:
        path = self._folder / f"{chime.value}.wav"
        if side is None or self._leaning_folder is None:
            return path
        leaning_path = self._leaning_folder / f"{chime.value}-{side.value}.wav"
        try:
            leaning_path.write_bytes(leaning(path.read_bytes(), side))
        except OSError:  # a full disk: from the middle, then
            return path
        return leaning_path

    @Slot()
    def _on_failed(self) -> None:
        self._lose(SoundTrouble.NO_DEVICE)

    def _lose(self, trouble: SoundTrouble, detail: str = "") -> None:
        if not self._is_lost:
            self._is_lost = True
            self.lost.emit(trouble.value, detail)


class ChimesDesk:
    """Plays what the requests say. `tell` sends an answer."""

    def __init__(self, tell: Callable[..., None]) -> None:
        self._tell = tell
        self._chimes = QtChimes(sounds_dir())
        self._chimes.played.connect(self._on_played)
        self._chimes.lost.connect(self._on_lost)

    def hear(self, verb: str, *words: Any) -> None:
        requests: dict[str, Callable[..., None]] = {
            "prepare": self._chimes.prepare,
            "play": self._play,
            "volume": self._chimes.set_volume,
            "lean": self._lean,
        }
        requests[verb](*words)

    def close(self) -> None:
        return None

    def _play(self, chime: str, side: str) -> None:
        self._chimes.play(Chime(chime), Side(side) if side else None)

    def _lean(self, folder: str) -> None:
        self._chimes.lean(Path(folder) if folder else None)

    def _on_played(self) -> None:
        self._tell("played")

    def _on_lost(self, trouble: str, detail: str) -> None:
        self._tell("lost", trouble, detail)
