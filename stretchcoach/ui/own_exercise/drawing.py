"""The figure drawn from a pose, in a process of its own: it takes all there is for a minute."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal, Slot

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.own_program import PACKAGE_FOLDER, own_command, own_python_path
from stretchcoach.files.own_exercises.kept_files import KeptFiles
from stretchcoach.files.own_exercises.pictures import still_name

GOODBYE_MS = 2_000
MOMENTS_OF_THE_STILL = 3  # it comes last, and takes as long as so many moments
_SHARE = re.compile(r"^(\d+)/(\d+)$")
_NEEDED = ("numpy", "numba", "PIL")


def can_draw() -> bool:
    """Whether what draws figures is installed."""
    return all(find_spec(name) is not None for name in _NEEDED)


class Drawing(QObject):
    """One at a time. `progressed` has a percentage; `drawn` the name that the picture is kept by;
    `failed` a sentence; `cancelled` when nobody wanted the rest."""

    progressed = Signal(int)
    drawn = Signal(str)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, kept: KeptFiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._process: QProcess | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._name = ""
        self._said = ""

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def begin(self, id_: str, text: str) -> None:
        """Draw the exercise `id_` that `text` is, unless something is being drawn."""
        if self._process is not None:
            return
        self._folder = TemporaryDirectory(prefix="stretchcoach-", ignore_cleanup_errors=True)
        file = Path(self._folder.name) / f"{id_}.yaml"
        try:
            file.write_text(text, "utf-8")
        except OSError as error:
            self._end()
            self.failed.emit(tr("Not drawn: {reason}", reason=error.strerror or str(error)))
            return
        self._name, self._said = id_, ""
        self._process = process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", own_python_path())
        process.setProcessEnvironment(environment)
        process.setWorkingDirectory(PACKAGE_FOLDER)
        process.readyReadStandardOutput.connect(self._on_said)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        command = own_command(
            *("figure", "render", str(file), "-o", self._folder.name, "--progress")
        )
        self.progressed.emit(0)
        process.start(command[0], command[1:])

    def cancel(self) -> None:
        """Leave it; nothing has changed."""
        if self._process is not None:
            self._leave(self._process)
            self._end()
            self.cancelled.emit()

    def close(self) -> None:
        """The page goes away."""
        if self._process is not None:
            self._leave(self._process)
            self._end()

    @staticmethod
    def _leave(process: QProcess) -> None:
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(GOODBYE_MS)

    def _end(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    @Slot()
    def _on_said(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            line = bytes(process.readLine().data()).decode(errors="replace").strip()
            if match := _SHARE.match(line):
                done, whole = map(int, match.groups())
                self.progressed.emit(100 * done // (whole + MOMENTS_OF_THE_STILL))

    @Slot()
    def _on_finished(self) -> None:
        process, folder = self._process, self._folder
        if process is None or folder is None:
            return
        said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        moving = Path(folder.name) / f"{self._name}.webp"
        try:
            if process.exitCode() != 0 or not moving.is_file():
                raise OSError(said.splitlines()[-1] if said else tr("it ended too early"))
            name = self._kept.keep_picture(moving.read_bytes(), "webp")
            still = moving.with_name(still_name(moving.name))
            self._kept.keep_as(still_name(name), still.read_bytes())
        except OSError as error:
            self._end()
            self.failed.emit(tr("Not drawn: {reason}", reason=error.strerror or str(error)))
            return
        self._end()
        self.drawn.emit(name)

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # all others end in `finished`
            self._end()
            self.failed.emit(tr("Not drawn: {reason}", reason=tr("it could not be started")))
