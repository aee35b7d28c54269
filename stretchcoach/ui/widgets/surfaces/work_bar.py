"""A line that says how far some work is, with the button that cancels it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.threads.beside_work import BesideWork
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

PATIENCE_MS = 400  # what is done sooner is not worth a line that comes and goes


class WorkBar(Card):
    """There while the work that it follows takes its time, hidden otherwise."""

    def __init__(self, theme: Theme, *works: BesideWork) -> None:
        super().__init__(theme, "teal_tint", "teal_mid")
        self._work: BesideWork | None = None
        self.words = PlainLabel(theme, "", wrap=True)
        self.cancel = Button(theme, tr("Cancel"))
        self.cancel.clicked.connect(self._on_cancel)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.cancel)
        self.hide()
        for work in works:
            self.follow(work)

    def follow(self, work: BesideWork) -> None:
        """Show how far `work` is, each time that it is begun."""
        work.progressed.connect(self._on_progressed)
        work.finished.connect(self._on_finished)

    def _on_progressed(self, words: str) -> None:
        work = self.sender()
        if work is not self._work and isinstance(work, BesideWork):
            self._work = work
            self.cancel.setEnabled(True)
            self._patience.start()
        self.words.setText(words)
        self.setAccessibleName(words)

    def _on_finished(self) -> None:
        if self.sender() is self._work:
            self._work = None
            self._patience.stop()
            self.hide()

    def _on_cancel(self) -> None:
        if self._work is not None:
            self.cancel.setEnabled(False)  # it is heard at the next step
            self._work.cancel()
