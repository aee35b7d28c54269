"""The sounds of the chimes: all of them soft and apart, and each trouble of a device named."""

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
from pytestqt.qtbot import QtBot

from stretchcoach.core.content.sides import Side
from stretchcoach.core.session.cues import Chime
from stretchcoach.ui.sound import qt_chimes
from stretchcoach.ui.sound.qt_chimes import FAR_GAIN, ChimesDesk, QtChimes, leaning, sounds_dir

pytestmark = pytest.mark.usefixtures("qapp")
ROOT = Path(__file__).resolve().parents[3]


class DrivenEffect(QObject):
    """Takes the place of QSoundEffect, and makes no sound."""

    class Status(Enum):
        READY = 2
        Error = 3

    made: list[DrivenEffect] = []  # noqa: RUF012
    statusChanged = Signal()  # noqa: N815
    playingChanged = Signal()  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.source = Path()
        self.volume = 1.0
        self.plays = 0
        self.is_playing = False
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
        self.is_playing = True
        self.playingChanged.emit()

    def isPlaying(self) -> bool:  # noqa: N802
        return self.is_playing

    def end(self) -> None:
        self.is_playing = False
        self.playingChanged.emit()

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


def test_chimes_lean_to_their_side_if_that_is_wanted(
    effects: list[DrivenEffect], tmp_path: Path
) -> None:
    chimes = QtChimes(sounds_dir())
    chimes.lean(tmp_path)
    chimes.play(Chime.SWITCH, Side.RIGHT)
    chimes.play(Chime.PAUSE)
    right, middle = effects
    assert right.source.read_bytes() == leaning(
        (sounds_dir() / "switch.wav").read_bytes(), Side.RIGHT
    )
    assert middle.source == sounds_dir() / "pause.wav"
    chimes.lean(None)
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


def test_where_no_leaning_sound_can_be_kept_it_comes_from_the_middle(
    effects: list[DrivenEffect], tmp_path: Path
) -> None:
    chimes = QtChimes(sounds_dir())
    chimes.lean(tmp_path / "gone")
    chimes.play(Chime.SWITCH, Side.RIGHT)
    assert effects[0].source == sounds_dir() / "switch.wav"


class Heard(list[tuple[object, ...]]):
    """What the sounds, or a desk, have told."""

    def tell(self, *words: object) -> None:
        self.append(words)


def test_a_machine_without_a_device_is_told_once_and_then_left_in_peace(
    effects: list[DrivenEffect],
) -> None:
    chimes, heard = QtChimes(sounds_dir()), Heard()
    chimes.lost.connect(heard.tell)
    chimes.play(Chime.HOLD)
    effects[0].fail()
    effects[0].fail()
    chimes.play(Chime.HOLD)
    chimes.play(Chime.REST)
    assert heard == [("no-device", "")]
    assert [effect.plays for effect in effects] == [1]


def test_a_sound_that_never_ends_is_not_heard(
    effects: list[DrivenEffect], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(qt_chimes, "STUCK_MS", 1)
    chimes = QtChimes(sounds_dir())
    with qtbot.waitSignal(chimes.lost) as lost:
        chimes.play(Chime.HOLD)
    assert lost.args == ["no-device", ""]


def test_a_sound_that_ends_is_told_and_watched_no_longer(effects: list[DrivenEffect]) -> None:
    chimes, heard = QtChimes(sounds_dir()), Heard()
    chimes.played.connect(heard.tell)
    chimes.play(Chime.HOLD)
    (effect,) = effects
    assert heard == []
    effect.end()
    effect.end()
    assert heard == [()]


def test_a_system_without_the_library_has_no_chimes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    chimes, heard = QtChimes(sounds_dir()), Heard()
    chimes.lost.connect(heard.tell)
    chimes.prepare()
    chimes.play(Chime.HOLD)
    ((trouble, detail),) = heard
    assert trouble == "no-library"
    assert "QtMultimedia" in str(detail)


def test_the_desk_plays_what_it_is_asked_and_tells_what_becomes_of_it(
    effects: list[DrivenEffect], tmp_path: Path
) -> None:
    heard = Heard()
    desk = ChimesDesk(heard.tell)
    desk.hear("volume", 0.3)
    desk.hear("lean", str(tmp_path))
    desk.hear("prepare")
    desk.hear("play", "hold", "left")
    desk.hear("lean", "")
    desk.hear("play", "hold", "left")
    desk.hear("play", "rest", "")
    played = {effect.source.name: effect for effect in effects if effect.plays}
    assert set(played) == {"hold-left.wav", "hold.wav", "rest.wav"}
    assert {effect.volume for effect in effects} == {0.3}
    played["rest.wav"].end()
    played["hold.wav"].fail()
    desk.close()
    assert heard == [("played",), ("lost", "no-device", "")]
