"""Make the chimes of assets/sounds/, one for each phase and small moment of a session.

    python tools/make_sounds.py

Every sound is written down below as notes of a pentatonic scale, so that any two of them
agree, and told from the others by its contour: rising, falling, alternating, low, high. Each
is 44.1 kHz, 16 bit, one channel. Needs the standard library alone.
"""

from __future__ import annotations

import math
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SOUNDS = Path(__file__).resolve().parents[1] / "assets" / "sounds"
RATE_HZ = 44_100
PEAK = 0.5
ATTACK_S = 0.008
FADE_S = 0.06

# C major pentatonic, in Hz at A4 = 440.
C3, G3, C4, D4, E4, G4, A4 = 130.81, 196.00, 261.63, 293.66, 329.63, 392.00, 440.00
C5, D5, E5, G5, A5, C6 = 523.25, 587.33, 659.26, 783.99, 880.00, 1046.50


@dataclass(frozen=True)
class Partial:
    """A sine above the note: how high, how loud, and how long it takes to fall to 1/e."""

    ratio: float
    gain: float
    decay_s: float


WOOD = (Partial(1, 1, 0.16), Partial(2, 0.06, 0.1), Partial(3.93, 0.18, 0.04))
BELL = (Partial(0.5, 0.35, 0.6), Partial(1, 1, 0.4), Partial(2, 0.25, 0.25), Partial(3, 0.1, 0.15))
SOFT = (Partial(1, 1, 0.22), Partial(2, 0.05, 0.12))
TAP = (Partial(1, 1, 0.05), Partial(3.93, 0.25, 0.015))


@dataclass(frozen=True)
class Note:
    """A pitch that begins `at_s` after the sound does, and may glide to another."""

    at_s: float
    pitch_hz: float
    timbre: tuple[Partial, ...] = WOOD
    gain: float = 1.0
    glide_to_hz: float | None = None
    glide_s: float = 0.3


@dataclass(frozen=True)
class Sound:
    length_s: float
    notes: tuple[Note, ...]
    peak: float = PEAK


CHIMES = {
    "get-ready": Sound(0.65, (Note(0, G4), Note(0.18, C5))),
    "hold": Sound(0.95, (Note(0, C4, BELL),)),
    "relax": Sound(0.65, (Note(0, A4, SOFT, glide_to_hz=D4),)),
    "move": Sound(0.2, (Note(0, G5, TAP),), 0.4),
    "rest": Sound(0.95, (Note(0, E5, SOFT), Note(0.22, C5, SOFT), Note(0.44, G4, SOFT))),
    "switch": Sound(
        0.8, (Note(0, C5), Note(0.15, G4, gain=0.9), Note(0.3, C5), Note(0.45, G4, gain=0.9))
    ),
    "halfway": Sound(0.5, (Note(0, C6, SOFT),), 0.3),
    "count": Sound(0.1, (Note(0, A5, TAP),), 0.25),
    "pause": Sound(0.6, (Note(0, G4, SOFT), Note(0.16, D4, SOFT))),
    "resume": Sound(0.6, (Note(0, D4, SOFT), Note(0.16, G4, SOFT))),
    "end": Sound(
        1.1, tuple(Note(0.09 * i, pitch, BELL) for i, pitch in enumerate((C4, E4, G4, C5)))
    ),
}


def samples(sound: Sound) -> list[float]:
    """The sound as a wave between -1 and 1, with its loudest moment at `peak`."""
    count = round(sound.length_s * RATE_HZ)
    mixed = [0.0] * count
    for note in sound.notes:
        for partial in note.timbre:
            _add(mixed, note, partial)
    fade = round(FADE_S * RATE_HZ)
    for index in range(fade):
        mixed[count - 1 - index] *= index / fade
    loudest = max(abs(value) for value in mixed)
    return [value * sound.peak / loudest for value in mixed]


def _add(mixed: list[float], note: Note, partial: Partial) -> None:
    """Lay one partial of `note` over what is there."""
    start = round(note.at_s * RATE_HZ)
    phase = 0.0
    for index in range(len(mixed) - start):
        at_s = index / RATE_HZ
        phase += math.tau * _pitch_hz(note, at_s) * partial.ratio / RATE_HZ
        attack = 0.5 - 0.5 * math.cos(math.pi * min(at_s / ATTACK_S, 1))
        loudness = note.gain * partial.gain * attack * math.exp(-at_s / partial.decay_s)
        mixed[start + index] += loudness * math.sin(phase)


def _pitch_hz(note: Note, at_s: float) -> float:
    if note.glide_to_hz is None:
        return note.pitch_hz
    part = min(at_s / note.glide_s, 1)
    return float(note.pitch_hz * (note.glide_to_hz / note.pitch_hz) ** part)


def write(path: Path, values: Sequence[float]) -> None:
    """Write one channel of 16 bit; the byte order of a wave file is little-endian."""
    pcm = b"".join(round(value * 32767).to_bytes(2, "little", signed=True) for value in values)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE_HZ, len(pcm) // 2, "NONE", ""))
        file.writeframes(pcm)


def main(folder: Path = SOUNDS) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, sound in CHIMES.items():
        write(folder / f"{name}.wav", samples(sound))


if __name__ == "__main__":
    main()
