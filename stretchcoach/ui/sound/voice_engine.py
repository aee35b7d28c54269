"""The speech engine of the computer, reached through Qt without ever blocking the screen.

Speech Dispatcher, the engine of Linux, needs almost two seconds to be set up. A thread alone
is no help: the bindings keep Python's lock while they construct it. So an empty speech
object is made, moved to a thread, and asked by a queued signal to take the engine: that
slot is C++ all the way and holds nothing of Python. Other systems are quick, and some of
their engines want the main thread, so there no thread is made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QObject,
    Qt,
    QThread,
    QTimer,
    Signal,
    SignalInstance,
    Slot,
)

from stretchcoach.core.language.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

# "mock" is silent and claims success. What is not named here comes after what is.
NEVER = frozenset({"mock", "none"})
PREFERRED = ("winrt", "darwin", "speechd", "android", "sapi", "macos", "flite")
THREADED = frozenset({"speechd"})
# How long an engine that is there may take to become ready; some do so after a while.
COMING_UP_MS = 3_000
CLOSING_MS = 3_000
TERRITORY_NAMES = {"United States": "America", "United Kingdom": "Great Britain"}


@dataclass(frozen=True)
class VoiceSettings:
    """How to speak. `volume` is from 0 to 1, `rate` from -1 to 1 with 0 the ordinary one.

    `locale` is a name such as en_US, of the language that the words are in; `voice` the
    name of a voice, or "" for the one that suits the language best.
    """

    locale: str = "en_US"
    volume: float = 1.0
    rate: float = 0.0
    voice: str = ""

    def at_volume(self, volume: float) -> VoiceSettings:
        return replace(self, volume=min(max(volume, 0.0), 1.0))


class SpeechEngine(Protocol):
    """What QtVoice needs; QtSpeechEngine, or one that a test drives."""

    prepared: SignalInstance
    ended: SignalInstance
    failed: SignalInstance

    @property
    def voice_names(self) -> list[str]: ...

    def prepare(self, settings: VoiceSettings) -> None: ...

    def tune(self, settings: VoiceSettings) -> None: ...

    def say(self, text: str) -> None: ...

    def stop(self) -> None: ...


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


class _Desk(QObject):
    """Sits in the engine's thread and does there what is asked by signals."""

    tuned = Signal(bool, object)

    def __init__(self, speech: QTextToSpeech) -> None:
        super().__init__()
        self._speech = speech

    @Slot(object)
    def tune(self, settings: VoiceSettings) -> None:
        speech, wanted = self._speech, QLocale(settings.locale)
        names: list[str] = []
        locale = best_locale(speech.availableLocales(), wanted)
        if locale is not None:
            if speech.locale() != locale:
                speech.setLocale(locale)
            voices = {voice.name(): voice for voice in speech.availableVoices()}
            names = list(voices)
            territory = QLocale.territoryToString(wanted.territory())
            name = best_voice(names, settings.voice, territory)
            if name is not None and name != speech.voice().name():
                speech.setVoice(voices[name])
        speech.setVolume(settings.volume)
        speech.setRate(settings.rate)
        self.tuned.emit(locale is not None, plain_voices(names))

    @Slot(str)
    def say(self, text: str) -> None:
        self._speech.say(text)

    @Slot()
    def stop(self) -> None:
        self._speech.stop()


class QtSpeechEngine(QObject):
    """One real engine of QTextToSpeech, the first that comes up.

    `prepared` when it can speak, `ended` when it has become silent again, `failed` with the
    reason when there is none or it broke down; `prepare` may then be tried again.
    """

    prepared = Signal()
    ended = Signal()
    failed = Signal(str)

    _engine_asked = Signal(str)
    _tune_asked = Signal(object)
    _say_asked = Signal(str)
    _stop_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech: QTextToSpeech | None = None
        self._desk: _Desk | None = None
        self._thread: QThread | None = None
        self._untried: list[str] = []
        self._is_prepared = False
        self._voice_names: list[str] = []
        self._settings = VoiceSettings()
        self._coming_up = QTimer(self)
        self._coming_up.setSingleShot(True)
        self._coming_up.timeout.connect(self._try_next)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def voice_names(self) -> list[str]:
        """The voices to choose from for the language, once one is prepared."""
        return self._voice_names

    def prepare(self, settings: VoiceSettings) -> None:
        self.close()
        self._settings = settings
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError as error:  # the system lacks a library
            self.failed.emit(tr("The speech library cannot be loaded: {error}", error=error))
            return
        self._untried = engine_names(QTextToSpeech.availableEngines())
        self._try_next()

    def tune(self, settings: VoiceSettings) -> None:
        self._settings = settings
        self._tune_asked.emit(settings)

    def say(self, text: str) -> None:
        self._say_asked.emit(text)

    def stop(self) -> None:
        self._stop_asked.emit()

    @Slot()
    def close(self) -> None:
        """Let go of the engine and its thread.

        Waits for a thread that is setting up, but not for ever: a dispatcher that hangs
        must not keep the program from ending, and Qt aborts if a thread outlives it.
        """
        speech, desk, thread = self._speech, self._desk, self._thread
        self._speech = self._desk = self._thread = None
        self._is_prepared = False
        self._coming_up.stop()
        if speech is None or desk is None:
            return
        for asked in (self._engine_asked, self._tune_asked, self._say_asked, self._stop_asked):
            asked.disconnect()
        speech.disconnect(self)
        if thread is None:
            desk.deleteLater()
            return
        thread.finished.connect(desk.deleteLater)
        thread.quit()
        if not thread.wait(CLOSING_MS):
            thread.terminate()
            thread.wait(CLOSING_MS)

    # How an engine comes up.

    @Slot()
    def _try_next(self) -> None:
        self.close()
        if not self._untried:
            self.failed.emit(tr("This computer has no voice that can be used."))
            return
        from PySide6.QtTextToSpeech import QTextToSpeech

        name = self._untried.pop(0)
        speech = QTextToSpeech("none")
        desk = _Desk(speech)
        speech.setParent(desk)
        self._speech, self._desk = speech, desk
        if name in THREADED:
            self._thread = QThread(self)
            desk.moveToThread(self._thread)
            self._thread.start()
        speech.engineChanged.connect(self._on_engine)
        speech.stateChanged.connect(self._on_state)
        speech.errorOccurred.connect(self._on_error)
        desk.tuned.connect(self._on_tuned)
        self._engine_asked.connect(speech.setEngine, Qt.ConnectionType.QueuedConnection)
        self._tune_asked.connect(desk.tune)
        self._say_asked.connect(desk.say)
        self._stop_asked.connect(desk.stop)
        self._engine_asked.emit(name)

    # What it answers. What a former engine had still to say is not heard any more.

    @Slot(str)
    def _on_engine(self, name: str) -> None:
        """It is there, or a failure that no other signal tells of."""
        if self.sender() is self._speech and not self._is_prepared:
            self._coming_up.start(COMING_UP_MS)

    @Slot(object)
    def _on_state(self, state: QTextToSpeech.State) -> None:
        if self.sender() is not self._speech or state != type(state).Ready:
            return
        if self._is_prepared:
            self.ended.emit()
        else:
            self._tune_asked.emit(self._settings)

    @Slot(object, str)
    def _on_error(self, reason: QTextToSpeech.ErrorReason, text: str) -> None:
        harmless = (type(reason).NoError, type(reason).Configuration, type(reason).Input)
        if self.sender() is not self._speech or reason in harmless:
            return
        if self._is_prepared:
            self.close()
            self.failed.emit(tr("The voice has stopped working: {error}", error=text))
        else:
            self._try_next()

    @Slot(bool, object)
    def _on_tuned(self, has_language: bool, voice_names: list[str]) -> None:
        if self.sender() is not self._desk:
            return
        self._voice_names = voice_names
        if not has_language:
            self.close()
            self.failed.emit(tr("No voice speaks this language."))
        elif not self._is_prepared:
            self._is_prepared = True
            self._coming_up.stop()
            self.prepared.emit()
