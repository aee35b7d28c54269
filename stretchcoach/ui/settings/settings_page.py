"""The settings: everything on one page, applied and kept as soon as it is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from stretchcoach import __version__
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.settings import Settings
from stretchcoach.files.catalogs import Language, shipped_languages
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.running.lacks import Lack, Lacks
from stretchcoach.ui.settings.cautions import CautionsSection
from stretchcoach.ui.settings.files_section import FilesSection
from stretchcoach.ui.settings.paper_section import PaperSection
from stretchcoach.ui.settings.problem import LackNote, Problem
from stretchcoach.ui.settings.rows import Section
from stretchcoach.ui.settings.sections import (
    BreathingSection,
    LookSection,
    SideSection,
    SoundSection,
)
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.layout.scroll_page import TwoColumnPage


class SettingsPage(TwoColumnPage):
    """Shows the settings of `store` and writes them there.

    `hear_requested` asks for a sample of voice and sounds at the present volume,
    `welcome_requested` for the pages of the first start, `about_requested` for what the
    program is.
    """

    hear_requested = Signal()
    welcome_requested = Signal()
    about_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        paths: Paths,
        languages: tuple[Language, ...] | None = None,
        diary_parts: Sequence[QWidget] = (),
        lacks: Lacks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, tr("Settings"), parent=parent)
        self.problem = Problem(theme)
        self._start_problem = store.problem
        self.side = SideSection(theme, store)
        lacks = lacks or Lacks(self)
        self.awake = LackNote(theme, lacks, (Lack.AWAKE,))
        self.sound = SoundSection(theme, store, lacks)
        self.sound.hear_requested.connect(self.hear_requested)
        self.breathing = BreathingSection(theme, store)
        self.look = LookSection(
            theme, store, shipped_languages() if languages is None else languages
        )
        self.cautions = CautionsSection(theme, store)
        self.paper = PaperSection(theme, store)
        self.files = FilesSection(theme, paths)
        for notice in (self.awake, self.problem):
            self.head.insertWidget(1, notice)
        parts: tuple[QWidget, ...] = (self.side, self.sound, self.breathing, self.look)
        for part in parts:
            self.rows.addWidget(part)
        for part in (self.cautions, *diary_parts, self.paper, self.files, self._first_pages(theme)):
            self.more_rows.addWidget(part)
        self.show_settings(store.settings)
        self.problem.show_problem(self._start_problem)
        store.changed.connect(self.show_settings)
        store.failed.connect(self._on_failed)
        store.saved.connect(self._on_saved)

    def show_settings(self, settings: Settings) -> None:
        """Show what `settings` say, wherever the change came from."""
        for part in (
            self.side,
            self.sound,
            self.breathing,
            self.look,
            self.cautions,
            self.paper,
        ):
            part.show_settings(settings)

    def _on_failed(self, sentence: str) -> None:
        self.problem.show_problem(sentence)

    def _on_saved(self) -> None:
        """What was wrong with the file at the start stays told; that a write failed does not."""
        self.problem.show_problem(self._start_problem)

    def _first_pages(self, theme: Theme) -> Section:
        section = Section(theme, tr("The program"))
        self.welcome = Button(theme, tr("Show them again"))
        self.welcome.clicked.connect(self.welcome_requested)
        section.add(
            tr("The first pages"),
            tr("What the coach is, when to ask first, which side. Nothing is lost."),
            self.welcome,
        )
        self.about = Button(theme, tr("About Stretch Coach"))
        self.about.clicked.connect(self.about_requested)
        section.add(
            tr("Version {version}", version=__version__),
            tr("Where all files are, licences, and what to send when something does not work."),
            self.about,
        )
        return section
