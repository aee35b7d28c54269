"""The text with its head: the name of the file, and how many problems there are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import trn
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.text.text_edit import TextEdit
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.text.labels import ElidedLabel

HEAD_PX = 44
MARGIN_PX = 20


class TextPane(QWidget):
    """F8 goes to the next problem. `left` wants the focus back to the steps."""

    left = Signal()

    def __init__(self, theme: Theme, bench: BenchDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bench = bench
        self._at = 0
        self.name = ElidedLabel(theme, "", TextRole.BODY)
        self.problems = Button(theme, "", ButtonKind.QUIET, IconName.WARNING, height_px=32)
        self.problems.clicked.connect(self.next_problem)
        self.head = QWidget()
        head = QHBoxLayout(self.head)
        head.setContentsMargins(MARGIN_PX, 4, 8, 4)
        head.addWidget(self.name, 1)
        head.addWidget(self.problems)
        self.edit = TextEdit(theme, bench)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.edit, 1)
        self.setFocusProxy(self.edit)
        self.edit.cursorPositionChanged.connect(self._tell_line)
        bench.read.connect(self.refresh)
        bench.weighed.connect(self._tell_line)
        self._next = QShortcut(QKeySequence(Qt.Key.Key_F8), self)
        self._next.setContext(Qt.ShortcutContext.WindowShortcut)
        self._next.activated.connect(self.next_problem)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.head.setFixedHeight(self._theme.scaled(HEAD_PX))

    def refresh(self) -> None:
        """Tell what was read."""
        self.name.set_whole_text(self._bench.path.name)
        errors = self._errors
        self.problems.set_label(trn("{n} problem", "{n} problems", len(errors)))
        self.problems.setVisible(bool(errors))

    def next_problem(self) -> None:
        """Go to the problem behind the cursor, from the last one to the first."""
        errors = self._errors
        if not errors:
            return
        line = self.edit.textCursor().blockNumber() + 1
        later = [problem for problem in errors if problem.line > line]
        self.edit.go_to_problem(later[0] if later else errors[0])

    @property
    def _errors(self) -> tuple[Problem, ...]:
        reading = self._bench.reading
        return () if reading.is_bare else reading.errors

    def _tell_line(self) -> None:
        """What is wrong in the line with the cursor, for who does not see it."""
        line = self.edit.textCursor().blockNumber()
        self.edit.setAccessibleDescription(self.edit.bands.words(line))
