"""About: version, where the files are, licences, and what to send with the report of a fault."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from stretchcoach import __version__
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.licences import Licence
from stretchcoach.ui.about.licences_card import LicencesCard
from stretchcoach.ui.about.report_text import report_text
from stretchcoach.ui.keepers.open_folder import why_not_opened
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.settings.rows import Section, left_in_row
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.controls.way_back import WayBack
from stretchcoach.ui.widgets.layout.scroll_page import TwoColumnPage
from stretchcoach.ui.widgets.text.labels import ElidedLabel, PlainLabel


class AboutPage(TwoColumnPage):
    """`back_asked` leads to where it was opened from."""

    back_asked = Signal()

    def __init__(
        self, theme: Theme, store: SettingsStore, paths: Paths, licences: Sequence[Licence]
    ) -> None:
        super().__init__(theme, tr("About Stretch Coach"))
        self.way_back = WayBack(theme, self, tr("Settings"))
        self.way_back.asked.connect(self.back_asked)
        self.head.insertWidget(0, self.way_back)
        self.files = FoldersCard(theme, paths)
        self.report = ReportCard(theme, store)
        self.licences = LicencesCard(theme, licences)
        for part in (_version_card(theme), self.files, self.report):
            self.rows.addWidget(part)
        self.more_rows.addWidget(self.licences)
        self.setFocusProxy(self.way_back.link)


def _version_card(theme: Theme) -> QWidget:
    card = Section(theme, tr("Version {version}", version=__version__))
    card.add_widget(
        PlainLabel(
            theme,
            tr(
                "A stretching and movement coach with a diary. It does not replace a health"
                " professional. There is no account, and nothing is sent anywhere."
            ),
            wrap=True,
        )
    )
    return card


class FoldersCard(Section):
    """Where everything of the person's is, each place with the way to it."""

    def __init__(self, theme: Theme, paths: Paths) -> None:
        super().__init__(theme, tr("Where your files are"))
        self.buttons: dict[Path, Button] = {}
        for name, folder in (
            (tr("Settings and diary"), paths.data),
            (tr("Your routines"), paths.routines),
            (tr("Backups of the diary"), paths.backups),
        ):
            button = Button(theme, tr("Open the folder"), icon=IconName.FOLDER)
            button.setAccessibleDescription(name)
            button.clicked.connect(partial(self._open, folder))
            self.buttons[folder] = button
            self.add(name, "", button)
            self.add_widget(ElidedLabel(theme, str(folder), TextRole.SMALL, "ink2"))
        self.problem = PlainLabel(theme, "", TextRole.SMALL, "amber", wrap=True)
        self.problem.hide()
        self.add_widget(self.problem)

    def _open(self, folder: Path) -> None:
        why = why_not_opened(folder)
        self.problem.setText(why)
        self.problem.setVisible(bool(why))


class ReportCard(Section):
    """What is copied is what is seen."""

    def __init__(self, theme: Theme, store: SettingsStore) -> None:
        super().__init__(
            theme,
            tr("When something does not work"),
            tr(
                "This helps those who mend it. It holds nothing about you: no names, no folders,"
                " no routines, nothing of the diary."
            ),
        )
        self._store = store
        self.text = PlainLabel(theme, report_text(store.settings), TextRole.SMALL, wrap=True)
        self.copy = Button(theme, tr("Copy for a report"), icon=IconName.DOCUMENT)
        self.copy.clicked.connect(self._on_copy)
        self.copied = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.copied.hide()
        for part in (self.text, left_in_row(self.copy), self.copied):
            self.add_widget(part)
        store.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.text.setText(report_text(self._store.settings))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())
        self.copied.setText(tr("Copied. Paste it where you like."))
        self.copied.show()
