"""What to work on: something new, what was left unsaved, one's own routines, or a copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from stretchcoach.core.language.fold import fold
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.files.bench.drafts import Draft
from stretchcoach.files.bench.templates import templates
from stretchcoach.files.folders.client_folders import sent_files
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.files.yaml.problems import clean
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

WIDE_PX = 760
DOUBLE_KEY, CONTROL = "Ctrl+D", Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Way(Enum):
    RESUME = "resume"
    EDIT = "edit"
    CLIENT = "client"
    OF_CLIENT = "of client"
    COPY = "copy"


class Entry(NamedTuple):
    """A line of the list. `what` is a draft, a card, or the folder of a client. Where it is
    `only_found`, it stands there only while something is looked for."""

    way: Way
    title: str
    about: str
    what: Draft | LibraryCard | Path
    only_found: bool = False


class StartView(QWidget):
    """`new_asked` has a template, `chosen` an Entry; `forget_asked` a draft that is not wanted.
    `new_exercise_asked` wants an exercise that no list has, `client_asked` with None a new client.
    """

    new_asked = Signal(object)
    new_exercise_asked = Signal()
    chosen = Signal(object)
    forget_asked = Signal(object)
    client_asked = Signal(object)
    copy_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        self.title = PlainLabel(theme, tr("Customize"), TextRole.TITLE)
        words = tr("Shape a routine: begin a new one, go on with your own, or copy one.")
        self.about = PlainLabel(theme, words, TextRole.BODY, "ink2", wrap=True)
        self.new_buttons: list[Button] = []
        self._templates = templates()
        new = QWidget()
        flow = FlowLayout(8, new)
        for template in self._templates:
            kind = ButtonKind.SECONDARY if self.new_buttons else ButtonKind.PRIMARY
            name = template.name if self.new_buttons else tr("New routine")
            button = Button(theme, name, kind)
            button.setToolTip(template.about)
            button.clicked.connect(self._on_new)
            self.new_buttons.append(button)
            flow.addWidget(button)
        self.new_exercise = Button(theme, tr("New exercise…"))
        self.new_exercise.setToolTip(tr("An exercise of your own, with your words and photos"))
        self.new_exercise.clicked.connect(self.new_exercise_asked)
        flow.addWidget(self.new_exercise)
        self.new_client = Button(theme, tr("New client"), icon=IconName.FOLDER)
        self.new_client.setToolTip(tr("A folder of its own for somebody's routines"))
        self.new_client.clicked.connect(self._on_new_client)
        flow.addWidget(self.new_client)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a routine"))
        self.search.setAccessibleName(tr("Find a routine"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.list = _List()
        self.list.setAccessibleName(tr("Routines to work on"))

        self.list.opened.connect(self._on_activated)
        self.list.forgotten.connect(self._on_forgotten)
        self.list.doubled.connect(self._on_doubled)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE_MARGIN, Space.PAGE_TOP, Space.PAGE_MARGIN, 24)
        column.setSpacing(14)
        for part in (self.title, self.about, new, self.search):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        theme.follow(self)

    def refresh_theme(self) -> None:
        palette = self._theme.palette
        self.search.setMaximumWidth(self._theme.scaled(WIDE_PX))
        self.list.setMaximumWidth(self._theme.scaled(WIDE_PX))
        self.list.setFont(self._theme.font(TextRole.BODY))
        self.list.setStyleSheet(
            "QListWidget { background: transparent; border: 0; }"
            f"QListWidget::item {{ padding: 8px 12px; border-bottom: 1px solid {palette.line}; }}"
            f"QListWidget::item:hover {{ background: {palette.surface}; }}"
            f"QListWidget::item:selected {{ background: {palette.teal_tint};"
            f" color: {palette.teal_text}; }}"
        )
        self._fill()

    def show_entries(
        self,
        cards: Iterable[LibraryCard],
        drafts: Iterable[Draft],
        clients: Iterable[Path] = (),
    ) -> None:
        """What there is to go on with, whose, and what there is to copy."""
        cards = [card for card in cards if card.is_routine]
        self._entries = (
            *(_draft_entry(draft) for draft in drafts),
            *(_card_entry(Way.EDIT, card) for card in cards if card.own and not card.client),
            *(_client_entry(folder, cards) for folder in clients),
            *(_card_entry(Way.OF_CLIENT, card) for card in cards if card.client),
            *(_card_entry(Way.COPY, card) for card in cards if not card.own and card.facts),
        )
        self._fill()

    def take_focus(self) -> None:
        self.search.clear()
        self.new_buttons[0].setFocus()

    def _fill(self) -> None:
        wanted = fold(self.search.text()).split()
        current = self.list.currentRow()
        self.list.clear()
        for way in Way:
            found = [e for e in self._entries if e.way is way and _fits(e, wanted)]
            found = [e for e in found if wanted or not e.only_found]
            if found:
                self.list.addItem(self._heading(way))
            for entry in found:
                text = f"{entry.title}\n{entry.about}" if entry.about else entry.title
                item = QListWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, entry)
                self.list.addItem(item)
        self.list.setCurrentRow(min(max(current, 1), self.list.count() - 1))

    def _heading(self, way: Way) -> QListWidgetItem:
        words = {
            Way.RESUME: tr("Not saved yet"),
            Way.EDIT: tr("Your own"),
            Way.CLIENT: tr("Clients"),
            Way.OF_CLIENT: tr("Routines of clients"),
            Way.COPY: tr("From the program: yours will be a copy"),
        }[way]
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self._theme.font(TextRole.SMALL_STRONG))
        return item

    def _on_new(self) -> None:
        button = self.sender()
        for template, known in zip(self._templates, self.new_buttons, strict=True):
            if button is known:
                self.new_asked.emit(template)

    def _on_new_client(self) -> None:
        self.client_asked.emit(None)

    def _on_activated(self, item: QListWidgetItem) -> None:
        entry = item.data(Qt.ItemDataRole.UserRole)
        if entry is not None:
            self.chosen.emit(entry)

    def _on_forgotten(self, item: QListWidgetItem) -> None:
        entry = item.data(Qt.ItemDataRole.UserRole)
        if entry is not None and isinstance(entry.what, Draft):
            self.forget_asked.emit(entry.what)

    def _on_doubled(self, item: QListWidgetItem) -> None:
        entry = item.data(Qt.ItemDataRole.UserRole)
        if entry is not None and isinstance(entry.what, LibraryCard):
            self.copy_asked.emit(entry.what)


class _List(QListWidget):
    """`opened` follows a click or Enter, `forgotten` the Delete key, `doubled` Ctrl+D; each has its
    place in a menu, too."""

    opened = Signal(QListWidgetItem)
    forgotten = Signal(QListWidgetItem)
    doubled = Signal(QListWidgetItem)

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        self.itemClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        item = self.currentItem()
        if event.key() in _ENTER and item is not None:
            self.opened.emit(item)
        elif event.key() == Qt.Key.Key_Delete and item is not None:
            self.forgotten.emit(item)
        elif event.key() == Qt.Key.Key_D and event.modifiers() == CONTROL and item is not None:
            self.doubled.emit(item)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        item = self.itemAt(event.pos()) or self.currentItem()
        if item is not None:
            self.setCurrentItem(item)
            self.menu(item).popup(event.globalPos())

    def menu(self, item: QListWidgetItem) -> QMenu:
        """What can be done with it."""
        entry = item.data(Qt.ItemDataRole.UserRole)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry is not None:
            menu.addAction(tr("Open"), self._open_current)
        if entry is not None and isinstance(entry.what, LibraryCard):
            menu.addAction(tr("Duplicate"), QKeySequence(DOUBLE_KEY), self._double_current)
        if entry is not None and isinstance(entry.what, Draft):
            menu.addAction(tr("Forget it"), self._forget_current)
        return menu

    def _open_current(self) -> None:
        self.opened.emit(self.currentItem())

    def _double_current(self) -> None:
        self.doubled.emit(self.currentItem())

    def _forget_current(self) -> None:
        self.forgotten.emit(self.currentItem())


def draft_title(draft: Draft) -> str:
    """What the routine of a draft is called, or its file."""
    return next(_titles(draft.text), draft.path.stem)


def _draft_entry(draft: Draft) -> Entry:
    about = draft.path.name if draft.base is not None else tr("new")
    return Entry(
        Way.RESUME, draft_title(draft), tr("{about}; Delete forgets it", about=about), draft
    )


def _titles(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.startswith("title:"):
            yield line[len("title:") :].strip().strip("\"'")


def _card_entry(way: Way, card: LibraryCard) -> Entry:
    if card.facts is None:
        about = trn("{n} problem", "{n} problems", card.problems)
    else:
        about = time_words(card.facts.total_ms)
        if card.facts.purpose:
            about = f"{about} · {card.facts.purpose}"
    if card.client:
        about = f"{card.client} · {about}"
    if way is not Way.COPY:
        about = tr("{about}; {key} duplicates it", about=about, key=DOUBLE_KEY)
    return Entry(way, card.name, about, card, only_found=bool(card.client))


def _client_entry(folder: Path, cards: Iterable[LibraryCard]) -> Entry:
    here = sum(Path(card.path).parent == folder for card in cards)
    sent = len(sent_files(folder))
    about = [trn("{n} routine", "{n} routines", here)]
    about += [trn("{n} file sent", "{n} files sent", sent)] if sent else []
    return Entry(Way.CLIENT, clean(folder.name), " · ".join(about), folder)


def _fits(entry: Entry, wanted: list[str]) -> bool:
    text = fold(f"{entry.title} {entry.about}")
    return all(word in text for word in wanted)
