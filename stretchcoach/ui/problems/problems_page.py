"""All problems of one file, each with its place in the text."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.files.yaml.problems import Problem, clean
from stretchcoach.ui.problems.source_excerpt import Excerpt, excerpt_height, paint_excerpt
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.icons import paint_icon
from stretchcoach.ui.theme.paint import paint_box
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.way_back import WayBack
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import ElidedLabel, PlainLabel

READING_PX = 880
ICON_PX = 20


class ProblemsPage(QWidget):
    """`back_asked` leads to the list; `open_asked` has the path of a file that is mended, and
    `forget_asked` that of an opened one that is to go from the list."""

    back_asked = Signal()
    open_asked = Signal(object)
    forget_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        is_opened: Callable[[str], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`is_opened` tells whether a file was opened from elsewhere."""
        super().__init__(parent)
        self._theme = theme
        self._is_opened = is_opened or _is_never_opened
        self._path = Path()
        self._is_routine = True
        self.way_back = WayBack(theme, self, tr("Routines"))
        self.way_back.asked.connect(self.back_asked)
        self.back = self.way_back.link
        self.title = ElidedLabel(theme, "", TextRole.TITLE)
        self.where = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.count = PlainLabel(theme, "", TextRole.BODY, "ink", wrap=True)
        self.edit = Button(theme, tr("Open in editor"), icon=IconName.DOCUMENT)
        self.show_folder = Button(theme, tr("Show in folder"), icon=IconName.FOLDER)
        self.use = Button(theme, tr("Open the routine"), ButtonKind.PRIMARY)
        self.forget = Button(theme, tr("Take it off the list"))
        self.forget.hide()
        self.forget.clicked.connect(self._on_forget_asked)
        self.edit.clicked.connect(self._on_edit_asked)
        self.show_folder.clicked.connect(self._on_folder_asked)
        self.use.clicked.connect(self._on_use_asked)
        self._items: list[ProblemItem] = []
        self._build()

    @property
    def path(self) -> Path:
        """The file whose problems are shown."""
        return self._path

    @property
    def is_routine(self) -> bool:
        """Whether it is, or is to be, the file of a routine, not of an exercise or a folder."""
        return self._is_routine

    @property
    def items(self) -> Sequence[ProblemItem]:
        return self._items

    def show_problems(
        self,
        path: Path,
        problems: Sequence[Problem],
        *,
        is_routine: bool = True,
    ) -> None:
        """Show the problems of the file at `path`; none of them is an error once it is mended."""
        self._path, self._is_routine = path, is_routine
        self.title.set_whole_text(clean(path.name))
        self.where.setText(clean(str(path.parent)))
        errors = sum(problem.is_error for problem in problems)
        is_file = os.path.isfile(path)
        self.count.setText(_count_words(errors, is_file))
        self.edit.setVisible(is_file)
        self.use.set_label(tr("Open the routine") if is_routine else tr("Back to the routines"))
        self.use.setVisible(errors == 0)
        self.forget.setVisible(self._is_opened(str(path)))
        for item in self._items:
            item.deleteLater()
        self._items = [ProblemItem(self._theme, problem, is_file) for problem in problems]
        for place, item in enumerate(self._items):
            self._list.insertWidget(place, item)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        room = self.width() - 2 * (Space.PAGE_MARGIN - Space.FOCUS_ROOM)
        self._column.setFixedWidth(min(READING_PX + 2 * Space.FOCUS_ROOM, room))

    def _build(self) -> None:
        column = QWidget()
        self._column = column
        inside = QVBoxLayout(column)
        inside.setContentsMargins(
            Space.FOCUS_ROOM, Space.PAGE_TOP, Space.FOCUS_ROOM, Space.PAGE_TOP
        )
        inside.setSpacing(8)
        inside.addWidget(self.way_back)
        inside.addSpacing(8)
        inside.addWidget(self.title)
        inside.addWidget(self.where)
        inside.addSpacing(4)
        inside.addWidget(self.count)
        buttons = QWidget()
        flow = FlowLayout(8, buttons)
        for button in (self.use, self.edit, self.show_folder, self.forget):
            flow.addWidget(button)
        inside.addWidget(buttons)
        inside.addSpacing(8)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        inside.addLayout(self._list)
        inside.addStretch(1)
        area = QScrollArea()
        area.setProperty("focusPolicy", 0)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(Space.PAGE_MARGIN - Space.FOCUS_ROOM, 0, 0, 0)
        row.addWidget(column)
        row.addStretch(1)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _on_edit_asked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _on_folder_asked(self) -> None:
        folder = self._path if self._path.is_dir() else self._path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _on_forget_asked(self) -> None:
        self.forget_asked.emit(self._path)

    def _on_use_asked(self) -> None:
        if self._is_routine:
            self.open_asked.emit(self._path)
        else:  # it has no page of its own
            self.back_asked.emit()


class ProblemItem(Card):
    """One problem: where, what, and the line with a caret below the place.

    What `is_file` says not to be one, such as a folder, has no places.
    """

    def __init__(
        self, theme: Theme, problem: Problem, is_file: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "surface", "amber_line", parent=parent)
        where = tr("Line {line}, column {column}", line=problem.line, column=problem.column)
        kind = where if problem.is_error else tr("{where}: a remark", where=where)
        self.setAccessibleName(f"{kind}: {problem.message}" if is_file else problem.message)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.CARD_PADDING, 16, Space.CARD_PADDING, 16)
        row.setSpacing(12)
        sign = _Sign(theme)
        words = QVBoxLayout()
        words.setSpacing(4)
        if is_file:
            words.addWidget(PlainLabel(theme, kind, TextRole.SMALL_STRONG, "amber"))
        words.addWidget(PlainLabel(theme, problem.message, TextRole.BODY, wrap=True))
        excerpt = Excerpt.of_problem(problem)
        if not excerpt.is_empty:
            words.addSpacing(4)
            words.addWidget(SourceLine(theme, excerpt))
        row.addWidget(sign)
        row.addLayout(words, 1)


class SourceLine(QWidget):
    """A line of the file with its number, and carets."""

    def __init__(self, theme: Theme, excerpt: Excerpt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._excerpt = excerpt
        self.setAccessibleName(excerpt.lines[-1][1])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, excerpt_height(self._excerpt, self._theme) + 16)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        palette = self._theme.palette
        paint_box(painter, box, 8, palette.amber_tint)
        # The last row holds the carets alone, so the text looks centred a little lower.
        paint_excerpt(painter, box.adjusted(16, 4, -16, 4), self._excerpt, self._theme)
        painter.end()


class _Sign(QWidget):
    """The triangle of a problem."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        size = self._theme.scaled(ICON_PX)
        return QSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        size = self._theme.scaled(ICON_PX)
        painter = QPainter(self)
        paint_icon(painter, IconName.WARNING, QRectF(0, 0, size, size), self._theme.palette.amber)
        painter.end()


def _is_never_opened(path: str) -> bool:
    return False


def _count_words(errors: int, is_file: bool) -> str:
    if not is_file:
        if errors == 0:
            return tr("This can be read now.")
        return tr("This cannot be opened. It is looked at again as soon as that changes.")
    if errors == 0:
        return tr("This file has no problems any more.")
    return trn(
        "{n} problem keeps this file from being used. It is read again as soon as you save it.",
        "{n} problems keep this file from being used. It is read again as soon as you save it.",
        errors,
    )
