"""A process of its own for what makes sound, watched from here and left behind when it hangs.

The sound libraries of the system may wait for ever for a service that does not answer, and
called through Python they then hold everything. So nothing of them is called in this process:
a helper does it. It is asked in lines of JSON on its standard input, and answers in lines on its
standard output. Each request is answered when it was carried out; a helper that is silent for
too long is killed, and never waited for.
"""

from __future__ import annotations

import json
from enum import Enum

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QProcess,
    QProcessEnvironment,
    QTimer,
    Signal,
    Slot,
)

from stretchcoach.files.disk.own_program import PACKAGE_FOLDER, own_command, own_python_path

HELPER_OPTION = "--sound-helper"
HEARD = "heard"  # what answers each request
STARTING_MS = 30_000
ANSWER_MS = 4_000
GOODBYE_MS = 300


class Loss(Enum):
    """How a helper was lost."""

    SILENT = "silent"
    ENDED = "ended"


def helper_command(kind: str) -> list[str]:
    """What starts the helper `kind`."""
    return own_command(HELPER_OPTION, kind)


class _LeavableProcess(QProcess):
    """A process that need not be waited for: not even the kernel can end each at once."""

    @Slot()
    def leave(self) -> None:
        """Forget it, so that nothing waits for its end."""
        if self.state() is not QProcess.ProcessState.NotRunning:
            self.setProcessState(QProcess.ProcessState.NotRunning)


class HelperProcess(QObject):
    """The process of `command`. `told` has the words of an answer, `lost` a Loss, once.

    After a loss, `kill` or `close` it can be started again.
    """

    told = Signal(object)
    lost = Signal(object)

    def __init__(
        self, command: list[str], timer: QTimer | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._process: _LeavableProcess | None = None
        self._unanswered = 0
        self._has_answered = False
        self._was_late = False
        self._watch = timer or QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._on_silence)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def is_running(self) -> bool:
        return self._process is not None

    @property
    def process_id(self) -> int:
        """Its number in the system, 0 when there is none."""
        return self._process.processId() if self._process is not None else 0

    def start(self) -> None:
        """Start it, if it does not run; the answer is that of the first request."""
        if self._process is not None:
            return
        self._unanswered = 0
        self._has_answered = self._was_late = False
        self._process = process = _LeavableProcess(self)
        process.setProcessEnvironment(_environment())
        process.setWorkingDirectory(PACKAGE_FOLDER)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_answer)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.start(self._command[0], self._command[1:])

    def ask(self, *words: object) -> None:
        """Send a request; nothing when there is no helper."""
        if self._process is None:
            return
        self._unanswered += 1
        self._process.write(json.dumps(words).encode() + b"\n")
        if not self._watch.isActive():
            self._watch_on()

    @Slot()
    def close(self) -> None:
        """Let it end by itself, for a moment; then end it. Never waits longer than that."""
        process = self._let_go()
        if process is None:
            return
        process.closeWriteChannel()
        if not process.waitForFinished(GOODBYE_MS):
            process.kill()
            process.waitForFinished(GOODBYE_MS)
        process.leave()
        process.deleteLater()

    def kill(self) -> None:
        """End it now, without waiting for that."""
        process = self._let_go()
        if process is None:
            return
        application = QCoreApplication.instance()
        if application is not None:  # whoever asked for the helper may go before it does
            process.setParent(application)
            application.aboutToQuit.connect(process.leave)
        process.finished.connect(process.deleteLater)
        process.kill()

    def _let_go(self) -> _LeavableProcess | None:
        process, self._process = self._process, None
        self._watch.stop()
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._on_answer)
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_error)
        return process

    def _watch_on(self) -> None:
        """Half of the time twice: after a standstill of this program, answers lie unread."""
        whole_ms = ANSWER_MS if self._has_answered else STARTING_MS
        self._watch.start(whole_ms // 2)

    # What it answers, or does not.

    @Slot()
    def _on_answer(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            words = _words(bytes(process.readLine().data()))
            if words == [HEARD]:
                self._on_heard()
            elif words:
                self.told.emit(words)
            process = self._process  # whoever was told may have let it go

    def _on_heard(self) -> None:
        self._unanswered = max(0, self._unanswered - 1)
        self._has_answered = True
        self._was_late = False
        self._watch.stop()
        if self._unanswered:
            self._watch_on()

    @Slot()
    def _on_silence(self) -> None:
        if not self._was_late:
            self._was_late = True
            self._watch_on()
            return
        self.kill()
        self.lost.emit(Loss.SILENT)

    @Slot()
    def _on_finished(self) -> None:
        process = self._let_go()
        if process is not None:
            process.deleteLater()
            self.lost.emit(Loss.ENDED)

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # all others end in `finished`
            self._on_finished()


def _environment() -> QProcessEnvironment:
    """That of this program, in which the helper finds the same package as it."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONPATH", own_python_path())
    environment.insert("QT_EVENT_DISPATCHER_CORE_FOUNDATION", "1")  # voices of macOS need it
    return environment


def _words(line: bytes) -> list[object]:
    """An answer; nothing where a library of the system has printed something."""
    try:
        words = json.loads(line)
    except ValueError:
        return []
    return words if isinstance(words, list) else []
