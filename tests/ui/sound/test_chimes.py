"""The chimes: a sound for each, all of them soft and apart, and no harm without a device."""

from __future__ import annotations

import importlib.util
import io
import sys
import wave
from array import array
from enum import Enum
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QObject, QUrl, Signal

from stretchcoach.core.content.sides import Side
from stretchcoach.core.session.cues import Chime
from stretchcoach.ui.sound.chimes import FAR_GAIN, NullChimes, QtChimes, leaning, sounds_dir

pytestmark = pytest.mark.usefixtures("qapp")
ROOT = Path(__file__).resolve().parents[3]


class DrivenEffect(QObject):
    """Takes the place of QSoundEffect, and makes no sound."""

    class Status(Enum):
        READY = 2
        Error = 3

    made: list[DrivenEffect] = []  # noqa: RUF012
    statusChanged = Signal()  # noqa: N815

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.source = Path()
        self.volume = 1.0
        self.plays = 0
        self.now = self.Status.READY
        self.made.append(self)

    def setVolume(self, volume: float) -> None:  # noqa: N802
        self.volume = volume

    def setSource(self, url: QUrl) -> None:  # noqa: N802
        self.source = Path(url.toLocalFile())
        assert self.source.is_file()

    def status(self) -> Status:
        return self.now

    def play(self) -> None:
        self.plays += 1

    def fail(self) -> None:
        self.now = self.Status.Error
        self.statusChanged.emit()


@pytest.fixture
def effects(monkeypatch: pytest.MonkeyPatch) -> list[DrivenEffect]:
    module = ModuleType("PySide6.QtMultimedia")
    module.QSoundEffect = DrivenEffect  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", module)
    DrivenEffect.made = []
    return DrivenEffect.made


def samples(sound: bytes) -> array[int]:
    with wave.open(io.BytesIO(sound)) as file:
        values = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        values.byteswap()
    return values


@pytest.mark.parametrize("chime", Chime, ids=lambda chime: chime.value)
def test_each_chime_has_a_soft_sound_that_begins_and_ends_without_a_click(chime: Chime) -> None:
    path = sounds_dir() / f"{chime.value}.wav"
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 44_100)
    values = samples(path.read_bytes())
    loudest = max(abs(value) for value in values)
    assert 6_000 <= loudest <= 17_000
    assert max(abs(value) for value in (*values[:20], *values[-20:])) < loudest / 20
    assert path.stat().st_size < 100_000


def test_no_two_sounds_are_alike() -> None:
    heard = {chime: samples((sounds_dir() / f"{chime.value}.wav").read_bytes()) for chime in Chime}
    for one, other in combinations(heard.values(), 2):
        pairs = list(zip(one[::7], other[::7], strict=False))
        apart = sum((a - b) ** 2 for a, b in pairs)
        assert apart > 0.5 * sum(a * a for a, _ in pairs)


def test_there_is_no_sound_that_nothing_plays() -> None:
    assert {path.stem for path in sounds_dir().iterdir()} == {chime.value for chime in Chime}


def test_the_sounds_are_those_that_the_script_makes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_sounds", ROOT / "tools" / "make_sounds.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    sys.modules["make_sounds"] = script
    spec.loader.exec_module(script)
    script.main(tmp_path)
    for path in sounds_dir().iterdir():
        made = samples((tmp_path / path.name).read_bytes())
        kept = samples(path.read_bytes())
        assert len(made) == len(kept)
        # The sines of two systems may differ in the last bit.
        assert max(abs(a - b) for a, b in zip(made, kept, strict=True)) <= 1


def test_a_leaning_sound_is_louder_on_its_side_and_never_gone_from_the_other() -> None:
    sound = (sounds_dir() / "hold.wav").read_bytes()
    middle = samples(sound)
    left, right = leaning(sound, Side.LEFT), leaning(sound, Side.RIGHT)
    assert samples(left)[0::2] == samples(right)[1::2] == middle
    far = array("h", (round(value * FAR_GAIN) for value in middle))
    assert samples(left)[1::2] == samples(right)[0::2] == far
    with wave.open(io.BytesIO(left)) as file:
        assert (file.getnchannels(), file.getframerate()) == (2, 44_100)
        assert file.getnframes() == len(middle)


def test_a_chime_plays_its_file_and_is_loaded_once(effects: list[DrivenEffect]) -> None:
    chimes = QtChimes(sounds_dir())
    assert effects == []
    chimes.prepare()
    assert {effect.source for effect in effects} == set(sounds_dir().iterdir())
    chimes.play(Chime.HOLD, Side.LEFT)
    chimes.play(Chime.HOLD, Side.RIGHT)
    assert [effect.source.stem for effect in effects if effect.plays == 2] == ["hold"]
    assert len(effects) == len(Chime)


def test_chimes_lean_to_their_side_if_that_is_wanted(effects: list[DrivenEffect]) -> None:
    chimes = QtChimes(sounds_dir(), leans_to_side=True)
    chimes.play(Chime.SWITCH, Side.RIGHT)
    chimes.play(Chime.PAUSE)
    right, middle = effects
    assert right.source.read_bytes() == leaning(
        (sounds_dir() / "switch.wav").read_bytes(), Side.RIGHT
    )
    assert middle.source == sounds_dir() / "pause.wav"
    chimes.set_leans_to_side(False)
    chimes.play(Chime.SWITCH, Side.RIGHT)
    assert effects[2].source == sounds_dir() / "switch.wav"


def test_the_volume_holds_for_all_and_for_those_that_are_loaded_later(
    effects: list[DrivenEffect],
) -> None:
    chimes = QtChimes(sounds_dir())
    chimes.play(Chime.HOLD)
    chimes.set_volume(0.4)
    chimes.play(Chime.REST)
    assert [effect.volume for effect in effects] == [0.4, 0.4]
    chimes.set_volume(2)
    assert [effect.volume for effect in effects] == [1.0, 1.0]


def test_a_machine_without_a_device_is_told_once_and_then_left_in_peace(
    effects: list[DrivenEffect],
) -> None:
    chimes = QtChimes(sounds_dir())
    reasons: list[str] = []
    chimes.lost.connect(reasons.append)
    chimes.play(Chime.HOLD)
    assert chimes.is_available
    effects[0].fail()
    effects[0].fail()
    chimes.play(Chime.HOLD)
    chimes.play(Chime.REST)
    assert reasons == ["This computer plays no sounds."]
    assert not chimes.is_available
    assert [effect.plays for effect in effects] == [1]


def test_a_system_without_the_library_has_no_chimes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    chimes = QtChimes(sounds_dir())
    reasons: list[str] = []
    chimes.lost.connect(reasons.append)
    chimes.prepare()
    chimes.play(Chime.HOLD)
    assert len(reasons) == 1
    assert not chimes.is_available


def test_null_chimes_take_every_command() -> None:
    chimes = NullChimes()
    chimes.set_volume(0.5)
    for chime in Chime:
        chimes.play(chime, Side.LEFT)
