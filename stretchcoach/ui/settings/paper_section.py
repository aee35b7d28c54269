"""What stands at the head of a handout: the name of a practice, and its picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from stretchcoach.core.content.fields import MAX_NAME
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.files.pictures.picture_check import picture_problem
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.settings.rows import Section, left_in_row
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.text.labels import PlainLabel

FIELD_PX = 280


class PaperSection(Section):
    """For who hands out routines on paper; both may stay empty."""

    def __init__(self, theme: Theme, store: SettingsStore) -> None:
        super().__init__(theme, tr("On paper"))
        self._store, self._places = store, FilePlaces(store)
        self.practice = QLineEdit()
        self.practice.setAccessibleName(tr("Name of the practice"))
        self.practice.setMaxLength(MAX_NAME)
        self.practice.setMaximumWidth(theme.scaled(FIELD_PX))
        self.practice.editingFinished.connect(self._on_named)
        self.choose = Button(theme, tr("Choose a picture …"))
        self.choose.clicked.connect(self.ask)
        self.clear = Button(theme, tr("Without a picture"))
        self.clear.clicked.connect(self._on_cleared)
        self.add(
            tr("Name of the practice"),
            tr("It stands at the head of what is printed for a client."),
            self.practice,
        )
        buttons = left_in_row(self.choose, self.clear)
        self.add(tr("Its picture"), tr("A logo, for instance: PNG, JPEG or WebP."), buttons)
        self.logo = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.problem = PlainLabel(theme, "", TextRole.SMALL, "amber", wrap=True)
        self.add_widget(self.logo)
        self.add_widget(self.problem)
        self.show_settings(store.settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what they say; what is being typed stays."""
        if not self.practice.hasFocus():
            self.practice.setText(settings.practice)
        chosen = settings.practice_logo
        reason = picture_problem(Path(chosen)) if chosen else ""
        self.logo.setText(chosen)
        self.logo.setVisible(bool(chosen))
        self.clear.setVisible(bool(chosen))
        self.problem.setText(tr("It cannot be shown: {reason}.", reason=reason) if reason else "")
        self.problem.setVisible(bool(reason))

    def ask(self) -> QFileDialog:
        """Ask which picture."""
        filters = (tr("Pictures (*.png *.jpg *.jpeg *.webp)"),)
        dialog = self._places.choose(self.window(), tr("Choose a picture"), filters)
        dialog.fileSelected.connect(self._on_chosen)
        return dialog

    def _on_named(self) -> None:
        self._store.change(practice=self.practice.text().strip())

    def _on_chosen(self, path: str) -> None:
        if path:
            self._store.change(practice_logo=path)

    def _on_cleared(self) -> None:
        self._store.change(practice_logo="")
