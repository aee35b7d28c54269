"""The chimes: one soft sound a phase, from the side that is worked on if that is wanted."""

from __future__ import annotations

import io
import wave
from array import array
from pathlib import Path
from sys import byteorder
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal, Slot

from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.cues import Chime
from stretchcoach.files.disk.bundled import bundled_dir

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

# A lean, not a jump: with one ear on the mat, or one broken speaker, it is still heard.
FAR_GAIN = 0.25


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


class QtChimes(QObject):
    """Plays the wave files of `folder`.

    `lost` with the reason when this computer cannot; `play` then does nothing.
    """

    lost = Signal(str)

    def __init__(
        self, folder: Path, *, leans_to_side: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._leans = leans_to_side
        self._volume = 1.0
        self._effects: dict[tuple[Chime, Side | None], QSoundEffect] = {}
        self._leaning_files = QTemporaryDir()
        self._is_lost = False

    @property
    def is_available(self) -> bool:
        return not self._is_lost

    def prepare(self) -> None:
        """Load all sounds, before the first is due."""
        for chime in Chime:
            self._effect(chime, None)

    def play(self, chime: Chime, side: Side | None = None) -> None:
        effect = self._effect(chime, side if self._leans else None)
        if effect is not None:
            effect.play()

    def set_volume(self, volume: float) -> None:
        self._volume = min(max(volume, 0.0), 1.0)
        for effect in self._effects.values():
            effect.setVolume(self._volume)

    def set_leans_to_side(self, leans: bool) -> None:
        self._leans = leans

    def _effect(self, chime: Chime, side: Side | None) -> QSoundEffect | None:
        """The loaded sound, or None on a computer that plays none."""
        if self._is_lost:
            return None
        if (chime, side) in self._effects:
            return self._effects[chime, side]
        try:
            from PySide6.QtMultimedia import QSoundEffect
        except ImportError as error:  # the system lacks a library
            self._lose(tr("The sound library cannot be loaded: {error}", error=error))
            return None
        effect = QSoundEffect(self)
        effect.statusChanged.connect(self._on_status)
        effect.setVolume(self._volume)
        effect.setSource(QUrl.fromLocalFile(str(self._file(chime, side))))
        self._effects[chime, side] = effect
        return effect

    def _file(self, chime: Chime, side: Side | None) -> Path:
        path = self._folder / f"{chime.value}.wav"
        if side is None or not self._leaning_files.isValid():
            return path
        leaning_path = Path(self._leaning_files.filePath(f"{chime.value}-{side.value}.wav"))
        leaning_path.write_bytes(leaning(path.read_bytes(), side))
        return leaning_path

    @Slot()
    def _on_status(self) -> None:
        effects = self._effects.values()
        if not self._is_lost and any(each.status() == type(each).Status.Error for each in effects):
            self._lose(tr("This computer plays no sounds."))

    def _lose(self, reason: str) -> None:
        self._is_lost = True
        self.lost.emit(reason)
