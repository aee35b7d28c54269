"""Two texts of one file: the one here, and the one that others saved meanwhile, side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.problems.source_excerpt import mono_font
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import IconView
from stretchcoach.ui.widgets.text.labels import PlainLabel

WIDE_PX, HIGH_PX = 1000, 600


class ConflictBar(Card):
    """Hidden until there are two texts. Which one is to hold is the person's choice."""

    mine_kept = Signal()
    theirs_taken = Signal()
    anew_asked = Signal()

    def __init__(self, theme: Theme, bench: BenchDocument, parent: QWidget | None = None) -> None:
        super().__init__(theme, "amber_tint", "amber_line", parent=parent)
        self._theme = theme
        self._bench = bench
        self._theirs = ""
        self.dialog: TwoTexts | None = None
        self.words = PlainLabel(theme, "", wrap=True)
        self.both = Button(theme, tr("See both"))
        self.mine = Button(theme, tr("Keep what is here"))
        self.theirs = Button(theme, tr("Take what the file says"))
        self.anew = Button(theme, tr("Save it anew"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(IconView(theme, IconName.WARNING, ink="amber"))
        row.addWidget(self.words, 1)
        for button in (self.both, self.mine, self.theirs, self.anew):
            row.addWidget(button)
        self.both.clicked.connect(self._show_both)
        self.mine.clicked.connect(self._keep_mine)
        self.theirs.clicked.connect(self._take_theirs)
        self.anew.clicked.connect(self.anew_asked)
        self.hide()

    def offer(self, theirs: str) -> None:
        """The file says `theirs` now."""
        self._theirs = theirs
        self._say(tr("The file was changed outside while you worked on it."), gone=False)

    def tell_gone(self, sentence: str) -> None:
        """There is one text alone: that here."""
        self.put_away()
        self._say(sentence, gone=True)

    def _say(self, sentence: str, *, gone: bool) -> None:
        self.words.setText(sentence)
        for button in (self.both, self.mine, self.theirs):
            button.setVisible(not gone)
        self.anew.setVisible(gone)
        self.show()

    def _show_both(self) -> None:
        self.dialog = TwoTexts(self._theme, self._bench.text, self._theirs, self.window())
        self.dialog.mine.clicked.connect(self._keep_mine)
        self.dialog.theirs.clicked.connect(self._take_theirs)
        self.dialog.open()

    def _keep_mine(self) -> None:
        self.put_away()
        self.mine_kept.emit()

    def _take_theirs(self) -> None:
        self.put_away()
        self.theirs_taken.emit()

    def put_away(self) -> None:
        """There is nothing to choose any more."""
        self.hide()
        if self.dialog is not None:
            self.dialog.done(0)
            self.dialog = None


class TwoTexts(QDialog):
    """Both texts side by side, with a button below each."""

    def __init__(self, theme: Theme, mine: str, theirs: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Two texts of one file"))
        self.resize(theme.scaled(WIDE_PX), theme.scaled(HIGH_PX))
        self.mine = Button(theme, tr("Keep what is here"), ButtonKind.PRIMARY)
        self.theirs = Button(theme, tr("Take what the file says"))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(20, 20, 20, 20)
        columns.setSpacing(20)
        for words, text, button in (
            (tr("Here"), mine, self.mine),
            (tr("In the file"), theirs, self.theirs),
        ):
            edit = QPlainTextEdit(text)
            edit.setReadOnly(True)
            edit.setAccessibleName(words)
            edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            edit.setFont(mono_font(theme))
            column = QVBoxLayout()
            column.addWidget(PlainLabel(theme, words, TextRole.BODY_STRONG))
            column.addWidget(edit, 1)
            column.addWidget(button)
            columns.addLayout(column)
