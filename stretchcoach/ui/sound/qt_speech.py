"""A speech engine of the computer, reached through Qt. Only the helper process may use it.

Its calls may block: Speech Dispatcher, the engine of Linux, takes seconds to be set up, and
waits for ever where it cannot reach its sound server.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, QTimer, Signal, Slot

from stretchcoach.ui.sound.troubles import VoiceTrouble
from stretchcoach.ui.sound.voice_settings import VoiceSettings

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

# "mock" is silent and claims success. What is not named here comes after what is.
NEVER = frozenset({"mock", "none"})
PREFERRED = ("winrt", "darwin", "speechd", "android", "sapi", "macos", "flite")
# How long an engine that is there may take to become ready; some do so after a while.
COMING_UP_MS = 3_000
TERRITORY_NAMES = {"United States": "America", "United Kingdom": "Great Britain"}


def engine_names(available: list[str]) -> list[str]:
    """The engines worth trying, the best first; what Qt offers first may be the mock one."""
    real = [name for name in available if name not in NEVER]
    known = [name for name in PREFERRED if name in real]
    return known + [name for name in real if name not in known]


def best_locale(available: list[QLocale], wanted: QLocale) -> QLocale | None:
    """The locale to speak in; None if there is none, for another would misread every word."""
    same = [locale for locale in available if locale.language() == wanted.language()]
    return wanted if wanted in same else next(iter(same), None)


def plain_voices(names: list[str]) -> list[str]:
    """Those without effects; Speech Dispatcher adds a hundred, such as "German+Robosoft"."""
    return [name for name in names if "+" not in name] or names


def best_voice(names: list[str], wanted: str, territory: str) -> str | None:
    """The voice called `wanted`, or else the plainest one, of `territory` if any is."""
    if wanted in names:
        return wanted
    plain = plain_voices(names)
    known_as = (territory, TERRITORY_NAMES.get(territory, territory))
    local = [name for name in plain if any(known in name for known in known_as)]
    return min(local, key=len) if local else next(iter(plain), None)


class QtSpeechEngine(QObject):
    """One real engine of QTextToSpeech, the first that comes up.

    `prepared` with the names of the voices when it can speak, `ended` when it has become
    silent again, `failed` with the value of a VoiceTrouble and what the system says of it.
    """

    prepared = Signal(object)
    ended = Signal()
    failed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech: QTextToSpeech | None = None
        self._untried: list[str] = []
        self._is_prepared = False
        self._settings = VoiceSettings()
        self._coming_up = QTimer(self)
        self._coming_up.setSingleShot(True)
        self._coming_up.timeout.connect(self._try_next)

    def prepare(self, settings: VoiceSettings) -> None:
        self._let_go()
        self._settings = settings
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError as error:  # the system lacks a library
            self._fail(VoiceTrouble.NO_LIBRARY, str(error))
            return
        self._untried = engine_names(QTextToSpeech.availableEngines())
        self._try_next()

    def tune(self, settings: VoiceSettings) -> None:
        self._settings = settings
        if self._speech is not None and self._is_prepared:
            self._set_up(self._speech)

    def say(self, text: str) -> None:
        if self._speech is not None:
            self._speech.say(text)

    def stop(self) -> None:
        if self._speech is not None:
            self._speech.stop()

    def _let_go(self) -> None:
        speech, self._speech = self._speech, None
        self._is_prepared = False
        self._coming_up.stop()
        if speech is not None:
            speech.disconnect(self)
            speech.deleteLater()

    def _fail(self, trouble: VoiceTrouble, detail: str = "") -> None:
        self._let_go()
        self.failed.emit(trouble.value, detail)

    # How an engine comes up.

    @Slot()
    def _try_next(self) -> None:
        self._let_go()
        if not self._untried:
            self._fail(VoiceTrouble.NO_VOICE)
            return
        from PySide6.QtTextToSpeech import QTextToSpeech

        self._speech = speech = QTextToSpeech("none", self)
        speech.stateChanged.connect(self._on_state)
        speech.errorOccurred.connect(self._on_error)
        speech.setEngine(self._untried.pop(0))
        if self._speech is speech and not self._is_prepared:
            self._coming_up.start(COMING_UP_MS)  # some fail without a word

    def _set_up(self, speech: QTextToSpeech) -> None:
        """Take the language and the voice that were wanted, and tell when it can speak."""
        wanted = QLocale(self._settings.locale)
        locale = best_locale(speech.availableLocales(), wanted)
        if locale is None:
            self._fail(VoiceTrouble.NO_LANGUAGE)
            return
        if speech.locale() != locale:
            speech.setLocale(locale)
        voices = {voice.name(): voice for voice in speech.availableVoices()}
        territory = QLocale.territoryToString(wanted.territory())
        name = best_voice(list(voices), self._settings.voice, territory)
        if name is not None and name != speech.voice().name():
            speech.setVoice(voices[name])
        speech.setVolume(self._settings.volume)
        speech.setRate(self._settings.rate)
        if not self._is_prepared:
            self._is_prepared = True
            self._coming_up.stop()
            self.prepared.emit(plain_voices(list(voices)))

    # What it answers. What a former engine had still to say is not heard any more.

    @Slot(object)
    def _on_state(self, state: QTextToSpeech.State) -> None:
        speech = self._speech
        if speech is None or self.sender() is not speech or state != type(state).Ready:
            return
        if self._is_prepared:
            self.ended.emit()
        else:
            self._set_up(speech)

    @Slot(object, str)
    def _on_error(self, reason: QTextToSpeech.ErrorReason, text: str) -> None:
        harmless = (type(reason).NoError, type(reason).Configuration, type(reason).Input)
        if self.sender() is not self._speech or reason in harmless:
            return
        if self._is_prepared:
            self._fail(VoiceTrouble.BROKEN, text)
        else:
            self._try_next()


class VoiceDesk:
    """Speaks what the requests say. `tell` sends an answer."""

    def __init__(self, tell: Callable[..., None]) -> None:
        self._tell = tell
        self._engine = engine = QtSpeechEngine()
        engine.prepared.connect(self._on_prepared)
        engine.ended.connect(self._on_ended)
        engine.failed.connect(self._on_failed)

    def hear(self, verb: str, *words: Any) -> None:
        requests: dict[str, Callable[..., None]] = {
            "prepare": self._prepare,
            "tune": self._tune,
            "say": self._engine.say,
            "stop": self._engine.stop,
        }
        requests[verb](*words)

    def close(self) -> None:
        self._engine.stop()

    def _prepare(self, settings: list[Any]) -> None:
        self._engine.prepare(VoiceSettings(*settings))

    def _tune(self, settings: list[Any]) -> None:
        self._engine.tune(VoiceSettings(*settings))

    def _on_prepared(self, voice_names: list[str]) -> None:
        self._tell("prepared", voice_names)

    def _on_ended(self) -> None:
        self._tell("ended")

    def _on_failed(self, trouble: str, detail: str) -> None:
        self._tell("failed", trouble, detail)
