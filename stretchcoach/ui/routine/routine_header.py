"""The head of a routine's page: its title, what it is for, what it needs, and its star."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.content.routine import Routine
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.library.gather_facts import routine_facts
from stretchcoach.core.library.goal_words import goal_words
from stretchcoach.core.library.routine_words import level_words, places_words, things_words
from stretchcoach.core.settings import Settings
from stretchcoach.files.library.routine_files import RoutineEntry
from stretchcoach.files.packs.received import Received
from stretchcoach.ui.handout.share_menu import ShareMenu
from stretchcoach.ui.keepers.settings_store import SettingsStore
from stretchcoach.ui.routine.file_warnings import FileWarnings
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.schedule_row import ScheduleRow
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.layout.put_away import put_away
from stretchcoach.ui.widgets.surfaces.card import Tag
from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar
from stretchcoach.ui.widgets.surfaces.work_bar import WorkBar
from stretchcoach.ui.widgets.text.labels import PlainLabel

LINK_PX = 24


class RoutineHeader(QWidget):
    """What is not in `bundled`, the folder that comes with the program, is the person's own.
    `forget_asked` has the path of a file that was opened or taken in, `keep_asked` that of one
    that is to be copied, `pack_asked` the RoutineEntry that is to be handed over as a file,
    `customize_asked` the path of the one that is to be shaped."""

    back_asked = Signal()
    forget_asked = Signal(object)
    customize_asked = Signal(object)
    keep_asked = Signal(object)
    pack_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        store: SettingsStore,
        bundled: Path,
        received: Received | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._store, self._bundled = theme, store, bundled
        self._received = received
        self._entry: RoutineEntry | None = None
        self.back = Button(theme, tr("Routines"), ButtonKind.LINK, IconName.BACK, height_px=LINK_PX)
        self.star = Button(theme, "", ButtonKind.LINK, IconName.STAR, height_px=LINK_PX)
        self.forget = Button(theme, tr("Take it off the list"), ButtonKind.LINK, height_px=LINK_PX)
        self.customize = Button(
            theme, tr("Customize"), ButtonKind.LINK, IconName.CUSTOMIZE, height_px=LINK_PX
        )
        self.keep = Button(theme, tr("Keep it in my routines"), ButtonKind.LINK, height_px=LINK_PX)
        self.share = Button(theme, tr("Share"), ButtonKind.LINK, IconName.SHARE, height_px=LINK_PX)
        self.share_menu = ShareMenu(store, self)
        self.work_bar = WorkBar(theme, self.share_menu.work)
        self.notice = NoticeBar(theme)
        self._title = PlainLabel(theme, "", TextRole.TITLE, wrap=True)
        self._goal = PlainLabel(theme, "", TextRole.BODY, "ink2", wrap=True)
        self._tags = QWidget()
        self._tag_flow = FlowLayout(8, self._tags)
        self.schedule = ScheduleRow(theme)
        self._note = PlainLabel(theme, "", TextRole.BODY, wrap=True)
        self.warnings = FileWarnings(theme)
        links = QWidget()
        flow = FlowLayout(24, links)
        for button in (self.back, self.share, self.star, self.customize, self.keep, self.forget):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(links)
        column.addWidget(self.work_bar)
        column.addWidget(self.notice)
        for part in (self._title, self._goal, self._tags, self.schedule, self._note, self.warnings):
            column.addWidget(part)
        self.back.clicked.connect(self.back_asked)
        self.star.clicked.connect(self._on_star)
        self.forget.clicked.connect(self._on_forget)
        self.customize.clicked.connect(self._on_customize)
        self.keep.clicked.connect(self._on_keep)
        self.share.clicked.connect(self._on_share)
        self.share_menu.told.connect(self.say)
        self.share_menu.pack_asked.connect(self._on_pack)
        self.notice.print_asked.connect(self.share_menu.ask_printer)
        self.schedule.chosen.connect(self._on_schedule_chosen)
        store.changed.connect(self._on_settings_changed)

    @property
    def tab_order(self) -> list[QWidget]:
        """What can have the focus, in order."""
        links = (self.back, self.share, self.star, self.customize, self.keep, self.forget)
        return [
            *links,
            self.work_bar.cancel,
            self.notice.open,
            self.notice.print,
            self.schedule.button,
        ]

    def say(self, words: str, file: Path | None = None) -> None:
        """What was done with the routine, and where it was written."""
        self.notice.say(words, file=file)

    def show_entry(self, entry: RoutineEntry) -> None:
        """The head of a routine without errors."""
        routine = entry.routine
        assert routine is not None
        self._entry = entry
        self._show_schedule(routine)
        self._show_star()
        self.share_menu.show_entry(entry)
        self.keep.setVisible(self._is_opened(entry))
        self.forget.setVisible(self._is_opened(entry) or self._is_received(entry))
        self._title.setText(routine.title)
        self._goal.setText(goal_words(routine.goal, routine.for_, routine.author))
        self._goal.setVisible(bool(self._goal.text()))
        self._note.setText(routine.note)
        self._note.setVisible(bool(routine.note))
        self.warnings.show_problems(entry.problems)
        while (item := self._tag_flow.takeAt(0)) is not None:
            if (tag := item.widget()) is not None:
                put_away(tag)
        for text in self._tag_words(entry, routine):
            self._tag_flow.addWidget(Tag(self._theme, text))

    def _tag_words(self, entry: RoutineEntry, routine: Routine) -> tuple[str, ...]:
        facts = routine_facts(routine, entry.exercises)
        own = self._bundled not in entry.path.parents
        if self._is_opened(entry):
            source = tr("Opened file")
        elif self._is_received(entry):
            source = tr("Received")
        else:
            source = tr("Your own") if own else ""
        return (
            *((source,) if source else ()),
            *((places_words(facts.places),) if facts.places else ()),
            things_words(facts),
            level_words(routine.level),
        )

    def _is_opened(self, entry: RoutineEntry) -> bool:
        return self._store.settings.is_opened(str(entry.path)) and not self._is_received(entry)

    def _is_received(self, entry: RoutineEntry) -> bool:
        return self._received is not None and self._received.has(entry.path)

    def _show_schedule(self, routine: Routine) -> None:
        since = self._store.settings.taken_up_since(routine.id)
        self.schedule.show_schedule(routine.schedule, taken_up=since is not None)

    def _show_star(self) -> None:
        on = self._is_favourite
        self.star.set_icon(IconName.STAR_FULL if on else IconName.STAR)
        self.star.set_label(tr("Favourite") if on else tr("Make it a favourite"))
        self.star.setAccessibleDescription(tr("Press to take it off the favourites") if on else "")

    @property
    def _is_favourite(self) -> bool:
        return self._entry is not None and self._entry.id in self._store.settings.favourites

    def _on_star(self) -> None:
        if self._entry is not None:
            self._store.set_favourite(self._entry.id, not self._is_favourite)

    def _on_customize(self) -> None:
        if self._entry is not None:
            self.customize_asked.emit(self._entry.path)

    def _on_forget(self) -> None:
        if self._entry is not None:
            self.forget_asked.emit(self._entry.path)

    def _on_keep(self) -> None:
        if self._entry is not None:
            self.keep_asked.emit(self._entry.path)

    def _on_pack(self) -> None:
        if self._entry is not None:
            self.pack_asked.emit(self._entry)

    def _on_share(self) -> None:
        self.share_menu.menu.popup(self.share.mapToGlobal(self.share.rect().bottomLeft()))

    def _on_schedule_chosen(self, wanted: bool) -> None:
        if self._entry is not None and self._entry.routine is not None:
            self._store.take_up(self._entry.routine.id, date.today(), wanted=wanted)
            self._show_schedule(self._entry.routine)

    def _on_settings_changed(self, settings: Settings) -> None:
        if self._entry is not None:
            self._show_star()
