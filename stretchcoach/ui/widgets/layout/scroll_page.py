"""A page to read or to fill in, which scrolls: no line is wider than the eye likes."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.layout.flow_layout import ColumnsLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

COLUMN_PX = 720
LEAST_COLUMN_PX = 500  # of two beside each other
COLUMNS_GAP_PX = 32
GAP_PX = 20
FOOT_PX = 40


class Column(QWidget):
    """As wide as there is room, up to `most_px` at 100 %; the bound grows with the text."""

    def __init__(self, theme: Theme, most_px: int = COLUMN_PX, parent: QWidget | None = None):
        super().__init__(parent)
        self._theme, self._most_px = theme, most_px
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.setMaximumWidth(self._theme.scaled(self._most_px))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def in_row(self, *, centred: bool) -> QHBoxLayout:
        """A row with this column at the left or in the middle, and a margin beside it."""
        row = QHBoxLayout()
        row.setContentsMargins(Space.PAGE_MARGIN, 0, Space.PAGE_MARGIN, 0)
        if centred:
            row.addStretch(1)
        row.addWidget(self, 1000)
        row.addStretch(1)
        return row


class ScrollPage(QScrollArea):
    """A column of widgets below a title; it scrolls when the window is too low for it.

    The column stands at the left, or in the middle where `centred`.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        column_px: int = COLUMN_PX,
        *,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setAccessibleName(title)
        content = _Content()
        column = Column(theme, column_px)
        outer = QVBoxLayout(content)
        outer.setContentsMargins(0, Space.PAGE_TOP, 0, FOOT_PX)
        outer.addLayout(column.in_row(centred=centred))
        self._rows = QVBoxLayout(column)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP_PX)
        self.setWidget(content)
        self.heading = PlainLabel(theme, title, TextRole.TITLE, wrap=True)
        self._rows.addWidget(self.heading)

    @property
    def rows(self) -> QBoxLayout:
        """Where the parts of the page go, from top to bottom."""
        return self._rows

    def show_beginning(self) -> None:
        """Scroll to the top."""
        self.verticalScrollBar().setValue(0)


class TwoColumnPage(ScrollPage):
    """Below the title a column, and where the window is wide enough another beside it, else
    below; what stands in which does not change, so that nothing jumps when a part grows.

    `rows` and `more_rows` are where the parts go.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        column_px: int = COLUMN_PX,
        *,
        least_px: int = LEAST_COLUMN_PX,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """The width of a column at 100 %: at most `column_px`, at least `least_px` of two."""
        page_px = 2 * column_px + COLUMNS_GAP_PX
        super().__init__(theme, title, page_px, centred=centred, parent=parent)
        self._column_px, self._least_px = column_px, least_px
        self.head = super().rows
        both = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        both.setSizePolicy(policy)
        self._columns = ColumnsLayout(COLUMNS_GAP_PX, both, line_gap_px=GAP_PX)
        self._first, self._second = self._add_column(), self._add_column()
        self.head.addWidget(both)
        self.head.addStretch(1)
        theme.follow(self)

    @property
    def rows(self) -> QBoxLayout:
        return self._first

    @property
    def more_rows(self) -> QBoxLayout:
        """Where the parts of the second column go."""
        return self._second

    def refresh_theme(self) -> None:
        scaled = self._theme.scaled
        self._columns.set_widths(scaled(self._least_px), scaled(self._column_px))

    def _add_column(self) -> QVBoxLayout:
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP_PX)
        self._columns.addWidget(column)
        return rows


class _Content(QWidget):
    """As high as its width asks for: the least height that Qt reckons with is that of words
    which wrap at the least width, and would leave the end of the page empty."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().minimumSizeHint().width(), 0)
