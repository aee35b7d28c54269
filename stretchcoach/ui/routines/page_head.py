"""The top of the page, which does not scroll away: title, search, the exercises, and opening a
file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routines.search_field import SearchField
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.text.labels import PlainLabel

if TYPE_CHECKING:
    from stretchcoach.ui.keepers.file_places import FilePlaces

GAP_PX = 12
LEAST_PX = 320


class PageHead(QWidget):
    """`file_chosen` has the path of the file that the person chose to open; `exercises_asked`
    asks for the page of all exercises."""

    file_chosen = Signal(object)
    exercises_asked = Signal()

    def __init__(self, theme: Theme, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._store = theme, store
        self._places: FilePlaces | None = None
        self._title = PlainLabel(theme, tr("Routines"), TextRole.TITLE)
        self.search = SearchField(theme)
        self.search.setAcceptDrops(False)  # a file that is dropped there is to be opened, too
        self.exercises = Button(theme, tr("All exercises"), icon=IconName.LEARN)
        self.exercises.clicked.connect(self.exercises_asked)
        self.open = Button(theme, tr("Open a file"), icon=IconName.FOLDER)
        self.open.clicked.connect(self.ask_for_file)
        tools = QHBoxLayout()
        tools.setSpacing(GAP_PX)
        tools.addStretch(1)
        tools.addWidget(self.search, 1000)
        tools.addWidget(self.exercises)
        tools.addWidget(self.open)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(GAP_PX)
        self._row.addWidget(self._title)
        self._row.addLayout(tools, 1)

    def set_margin(self, margin_px: int) -> None:
        """The room at both sides; the title stands above the rest where it is too short, and where
        that is not enough, the buttons are without words."""
        self._row.setContentsMargins(margin_px, Space.PAGE_TOP, margin_px, Space.CARD_GAP)
        room = self.width() - 2 * margin_px
        buttons = (self.exercises, self.open)
        for button in buttons:
            button.set_icon_only(False)
        tools = self._theme.scaled(self.search.minimumWidth()) + 2 * GAP_PX
        tools += sum(button.sizeHint().width() for button in buttons)
        for button in buttons:
            button.set_icon_only(tools > room)
        narrow = room < tools + GAP_PX + self._title.sizeHint().width()
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As high as it is, and as narrow as it can be made."""
        return QSize(LEAST_PX, super().minimumSizeHint().height())

    def go_to_search(self) -> None:
        """Put the cursor into the search field with its text selected."""
        self.search.setFocus()
        self.search.selectAll()

    def ask_for_file(self) -> None:
        """Open the dialog for a file; it does not wait."""
        from stretchcoach.ui.keepers.file_places import FilePlaces  # late: few starts need it

        if self._places is None:
            self._places = FilePlaces(self._store)
        filters = (
            tr("Routines") + " (*.yaml *.yml *.stretchpack)",
            tr("What a client sent") + " (*.json *.txt *.pdf)",
            tr("All files") + " (*)",
        )
        dialog = self._places.choose(self, tr("Open a file"), filters)
        dialog.fileSelected.connect(self._on_file_selected)

    def _on_file_selected(self, path: str) -> None:
        if path:
            self.file_chosen.emit(Path(path))
