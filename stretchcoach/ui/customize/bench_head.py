"""The line above the bench: what it is, how long it takes, undo, save."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import time_words
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.text.labels import ElidedLabel, PlainLabel

TITLE_PX = 260  # what a title should have at least


class BenchHead(QWidget):
    """Signals are what was asked."""

    back_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    about_asked = Signal()
    side_asked = Signal()
    save_asked = Signal()
    try_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back = Button(theme, tr("Other routines"), ButtonKind.QUIET, IconName.BACK,
                           icon_only=True)  # fmt: skip
        self.title = ElidedLabel(theme, "", TextRole.SECTION)
        self.tag = PlainLabel(theme, "", TextRole.SMALL_MEDIUM, "teal_text")
        self.state = PlainLabel(theme, "", TextRole.SMALL, "ink2")
        self.about = Button(theme, tr("The routine"), ButtonKind.LINK, height_px=24)
        self.about.setToolTip(tr("Title, for whom, how often"))
        self.side = Button(theme, tr("Text"))
        self.total = PlainLabel(theme, "", TextRole.SECTION)
        quiet = ButtonKind.QUIET
        self.undo = Button(theme, tr("Undo"), quiet, IconName.UNDO, icon_only=True)
        self.redo = Button(theme, tr("Redo"), quiet, IconName.REDO, icon_only=True)
        self.try_it = Button(theme, tr("Try it"), icon=IconName.PLAY)
        self.try_it.setToolTip(tr("As the client will do it; nothing gets into your diary"))
        self.save = Button(theme, tr("Save"), ButtonKind.PRIMARY)
        for button, signal in (
            (self.back, self.back_asked),
            (self.undo, self.undo_asked),
            (self.redo, self.redo_asked),
            (self.about, self.about_asked),
            (self.side, self.side_asked),
            (self.try_it, self.try_asked),
            (self.save, self.save_asked),
        ):
            button.clicked.connect(signal)
        self._what, self._done = QHBoxLayout(), QHBoxLayout()
        for part in (self.back, self.title, self.about, self.tag, self.state):
            self._what.addWidget(part)
        self._what.addStretch(1)
        for part in (self.total, self.undo, self.redo, self.side, self.try_it, self.save):
            self._done.addWidget(part)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(12, 15, 24, 15)
        self._line.setSpacing(10)
        for half in (self._what, self._done):
            half.setSpacing(10)
            self._line.addLayout(half)
        self.side.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._line)
        column.addWidget(Rule(theme))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Two lines where one is too short."""
        super().resizeEvent(event)
        needed = self._done.sizeHint().width() + self._theme.scaled(TITLE_PX)
        needed += sum(w.sizeHint().width() for w in (self.back, self.about, self.tag, self.state))
        direction = QBoxLayout.Direction
        fits = needed <= self.width()
        self._line.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def show_title(self, title: str, tag: str, *, unsaved: bool) -> None:
        self.title.set_whole_text(title or tr("Without a title"))
        self.tag.setText(tag)
        self.tag.setVisible(bool(tag))
        if unsaved:
            self.state.setText(tr("not saved"))
        elif self.state.text() == tr("not saved"):
            self.state.setText("")

    def tell_saved(self) -> None:
        """Say so where “not saved” stood, until something is changed."""
        self.state.setText(tr("saved"))

    def show_sides(self, *, narrow: bool, text_shown: bool) -> None:
        """In a narrow window form and text take turns."""
        self.side.setVisible(narrow)
        self.side.set_label(tr("Form") if text_shown else tr("Text"))

    def show_total(self, total_ms: int | None, *, of_before: bool) -> None:
        """The whole time; while a problem stands, as it was before."""
        self.total.setText("" if total_ms is None else time_words(total_ms))
        self.total.set_ink("ink3" if of_before else "ink")
        self.total.setToolTip(tr("As it was before the problem") if of_before else "")


class Rule(QWidget):
    """A thin line between two parts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), 0, self._theme.palette.line)
        painter.end()
