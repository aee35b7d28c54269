"""One client: the routines in the folder, and what was sent and kept there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from stretchcoach.core.language.day_words import full_day_words
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.language.time_words import time_words
from stretchcoach.files.folders.client_changes import MOST_LETTERS
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.files.yaml.problems import clean
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind, escape_ampersand
from stretchcoach.ui.widgets.controls.way_back import WayBack
from stretchcoach.ui.widgets.layout.scroll_page import ScrollPage
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar
from stretchcoach.ui.widgets.text.labels import PlainLabel

COLUMN_PX = 980
LINK_PX = 28


class ClientPage(ScrollPage):
    """`name_asked` has a name for a new folder or for this one.

    `routine_asked` and `work_asked` have the card of a routine, to see or to shape; `new_asked` has
    the folder for which to begin one; `copy_asked` and `move_asked` the card of one to put here.
    `sent_asked` has a file to read, and `file_asked` wants another file opened.
    """

    back_asked = Signal()
    name_asked = Signal(str)
    routine_asked = Signal(object)
    work_asked = Signal(object)
    new_asked = Signal(object)
    sent_asked = Signal(object)
    copy_asked = Signal(object)
    move_asked = Signal(object)
    file_asked = Signal()

    def __init__(self, theme: Theme, folder: Path | None) -> None:
        """`folder` is None for a client who is new."""
        title = tr("New client") if folder is None else clean(folder.name)
        super().__init__(theme, title, COLUMN_PX)
        self.folder = folder
        self._cards: tuple[LibraryCard, ...] = ()
        self.way_back = WayBack(theme, self, tr("Customize"))
        self.way_back.asked.connect(self.back_asked)
        self.notice = NoticeBar(theme)
        self.name = QLineEdit("" if folder is None else folder.name)
        self.name.setMaxLength(MOST_LETTERS)
        self.name.setAccessibleName(tr("Name of the client"))
        self.name.setPlaceholderText(tr("A name, initials or a number"))
        self.name.returnPressed.connect(self._on_name)
        kind = ButtonKind.PRIMARY if folder is None else ButtonKind.SECONDARY
        self.set_name = Button(theme, tr("Add") if folder is None else tr("Rename"), kind)
        self.set_name.clicked.connect(self._on_name)
        self.begin = Button(theme, tr("New routine"), ButtonKind.PRIMARY, IconName.PLUS)
        self.begin.clicked.connect(self._on_begin)
        self.put = Button(theme, tr("Put one here"))
        self.put.clicked.connect(self._on_put)
        self.open = Button(theme, tr("Open a file"), icon=IconName.FOLDER)
        self.open.clicked.connect(self.file_asked)
        self.copies, self.moves = QMenu(tr("A copy of"), self), QMenu(tr("Move here"), self)
        self.copies.triggered.connect(self._on_copy)
        self.moves.triggered.connect(self._on_move)
        self.menu = QMenu(self)
        self.menu.addMenu(self.copies)
        self.menu.addMenu(self.moves)
        self.routines, self.sent = _List(theme, tr("Routines")), _List(theme, tr("What was sent"))
        self.routines.head.addWidget(self.put)
        self.routines.head.addSpacing(12)
        self.routines.head.addWidget(self.begin)
        self.sent.head.addWidget(self.open)
        self._build()

    def _build(self) -> None:
        words = tr(
            "A folder beside your own routines, and nothing else: no list of clients is kept, and"
            " nothing leaves this computer."
        )
        about = PlainLabel(self._theme, words, TextRole.SMALL, "ink2", wrap=True)
        naming = QHBoxLayout()
        naming.setSpacing(12)
        naming.addWidget(self.name, 1)
        naming.addWidget(self.set_name)
        naming.addStretch(1)
        self.rows.insertWidget(0, self.way_back)
        self.rows.insertWidget(1, self.notice)
        self.rows.addWidget(about)
        self.rows.addLayout(naming)
        for part in (self.routines, self.sent):
            part.setVisible(self.folder is not None)
            self.rows.addWidget(part)
        self.rows.addStretch(1)
        self.setFocusProxy(self.name if self.folder is None else self.begin)

    def show_folder(
        self, own: Sequence[LibraryCard], others: Sequence[LibraryCard], sent: Sequence[Path]
    ) -> None:
        """The routines in the folder, those that could be put there, and what was sent."""
        self._cards = tuple(card for card in others if card.facts is not None)
        self.routines.clear(
            tr("No routine yet. Begin a new one, or put a copy of another one here.")
        )
        for card, name in _told_apart({card: card.name for card in own}):
            line = self.routines.add(name, _about(card))
            line.add_way(tr("Look at it"), self.routine_asked, card)
            line.add_way(tr("Customize"), self.work_asked, card)
        self.sent.clear(
            tr("Nothing yet. Drop a diary (JSON) or a visit report onto the window, or open it;"
               " it is kept only if you say so.")
        )  # fmt: skip
        for path in sent:
            line = self.sent.add(clean(path.name), _day_of(path))
            line.add_way(tr("Read it"), self.sent_asked, path)
        for menu in (self.copies, self.moves):
            menu.clear()
        names = _told_apart({card: _full_name(card) for card in self._cards})
        for number, (card, name) in enumerate(names):
            for menu in (self.copies, self.moves) if card.own else (self.copies,):
                menu.addAction(escape_ampersand(name)).setData(number)
        self.moves.setEnabled(not self.moves.isEmpty())

    def _on_begin(self) -> None:
        self.new_asked.emit(self.folder)

    def _on_name(self) -> None:
        self.name_asked.emit(self.name.text())

    def _on_put(self) -> None:
        self.menu.popup(self.put.mapToGlobal(self.put.rect().bottomLeft()))

    def _on_copy(self, action: QAction) -> None:
        self.copy_asked.emit(self._cards[int(action.data())])

    def _on_move(self, action: QAction) -> None:
        self.move_asked.emit(self._cards[int(action.data())])


class _Line(QWidget):
    """Something in the folder, with the ways to it."""

    def __init__(self, theme: Theme, name: str, about: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._ways: list[tuple[Button, object, object]] = []
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(theme, name, TextRole.BODY_STRONG, wrap=True))
        words.addWidget(PlainLabel(theme, about, TextRole.SMALL, "ink2", wrap=True))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 6, 0, 6)
        self._row.setSpacing(20)
        self._row.addLayout(words, 1)

    @property
    def buttons(self) -> list[Button]:
        return [button for button, _, _ in self._ways]

    def add_way(self, words: str, signal: object, what: object) -> None:
        """A link that sends `signal` with `what`."""
        button = Button(self._theme, words, ButtonKind.LINK, height_px=LINK_PX)
        button.setAccessibleDescription(self._name)
        button.clicked.connect(self._on_way)
        self._ways.append((button, signal, what))
        self._row.addWidget(button)

    def _on_way(self) -> None:
        for button, signal, what in self._ways:
            if button is self.sender():
                signal.emit(what)  # type: ignore[attr-defined]


class _List(Card):
    """A card of lines below a title; `head` is the row of the title."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme)
        self._theme = theme
        self.lines: list[_Line] = []
        self.empty = PlainLabel(theme, "", ink="ink2", wrap=True)
        self.head = QHBoxLayout()
        self.head.addWidget(PlainLabel(theme, title, TextRole.SECTION), 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 16)
        self._column.setSpacing(4)
        self._column.addLayout(self.head)
        self._column.addWidget(self.empty)

    def clear(self, words: str) -> None:
        """Without lines; `words` stand there until one comes."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        self.empty.setText(words)
        self.empty.show()

    def add(self, name: str, about: str) -> _Line:
        line = _Line(self._theme, name, about)
        self.lines.append(line)
        self._column.addWidget(line)
        self.empty.hide()
        return line


def _about(card: LibraryCard) -> str:
    if card.facts is None:
        return trn("{n} problem", "{n} problems", card.problems)
    return "  ·  ".join(filter(None, (time_words(card.facts.total_ms), card.facts.purpose)))


def _told_apart(names: Mapping[LibraryCard, str]) -> list[tuple[LibraryCard, str]]:
    """The cards with their names; where several have one name, with those of their files."""
    count = Counter(names.values())
    return [
        (card, name if count[name] == 1 else tr(
            "{name} ({file})", name=name, file=clean(Path(card.path).name)
        ))
        for card, name in names.items()
    ]  # fmt: skip


def _full_name(card: LibraryCard) -> str:
    if not card.client:
        return card.name
    return tr("{name} ({client})", name=card.name, client=card.client)


def _day_of(path: Path) -> str:
    try:
        return full_day_words(datetime.fromtimestamp(path.stat().st_mtime).date())
    except (OSError, ValueError, OverflowError):
        return ""
