"""The column of the steps: the line that adds to them, the list, and what they come to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.edit.spans import Plain
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.customize.bench_head import Rule
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.remark_list import RemarkList
from stretchcoach.ui.customize.steps.quick_entry import QuickEntry
from stretchcoach.ui.customize.steps.step_commands import StepCommands
from stretchcoach.ui.customize.steps.step_delegate import StepDelegate
from stretchcoach.ui.customize.steps.step_model import StepModel
from stretchcoach.ui.customize.steps.step_view import StepView
from stretchcoach.ui.customize.totals_line import TotalsLine
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.text.labels import PlainLabel

MARGIN_PX, GAP_PX, LEAST_PX, LOW_PX = 12, 8, 290, 500
FOOT_PART = 0.33  # of the height, at most; the steps come first


class StepsColumn(QWidget):
    """Its parts are what the bench works with."""

    def __init__(
        self,
        theme: Theme,
        bench: BenchDocument,
        pictures: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = StepModel(bench, self)
        self.quick = QuickEntry(theme, bench.known, pictures)
        self.view = StepView(theme, self.model)
        self.view.setItemDelegate(StepDelegate(theme, self.view, self.model, pictures))
        self.commands = StepCommands(bench, self.model, self.view)
        self.add_exercise = Button(theme, tr("Exercise"), icon=IconName.PLUS)
        self.add_exercise.setToolTip(tr("All exercises as pictures"))
        self.add_rest = Button(theme, tr("Rest"), icon=IconName.PLUS)
        self.nothing = PlainLabel(theme, _no_steps_yet(), TextRole.BODY, "ink2", wrap=True)
        self.nothing.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        self.totals = TotalsLine(theme)
        self.remarks = RemarkList(theme)
        self.foot = _Foot((self.totals, self.remarks))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._adding())
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        column.addWidget(Rule(theme))
        column.addWidget(self.foot)
        self.setMinimumWidth(LEAST_PX)
        self.quick.step_asked.connect(self._on_step_asked)
        self.add_rest.clicked.connect(self.commands.rest)
        self.model.modelReset.connect(self._show_whether_empty)
        self._show_whether_empty()

    def _show_whether_empty(self) -> None:
        """Steps can be dropped into the list below the words, too."""
        self.nothing.setVisible(not self.model.rows)

    def _on_step_asked(self, said: dict[str, Plain]) -> None:
        if self.commands.insert(said):
            self.quick.empty()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.foot.setMaximumHeight(round(FOOT_PART * self.height()))
        low = self.height() < self._theme.scaled(LOW_PX)
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if low else direction.TopToBottom)
        self.add_exercise.set_icon_only(low)
        self.add_rest.setVisible(not low)

    def _adding(self) -> QBoxLayout:
        """In a low window the steps need the room more than the words of the buttons."""
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        self._top.setSpacing(GAP_PX)
        self._top.addWidget(self.quick, 1)
        more = QHBoxLayout()
        more.setSpacing(GAP_PX)
        for button in (self.add_exercise, self.add_rest):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            more.addWidget(button)
        self._top.addLayout(more)
        return self._top


def _no_steps_yet() -> str:
    return tr(
        "No steps yet. Type the first one into the line above, such as “3x30 lying fig”, and press "
        "Enter; or choose it from all exercises."
    )


class _Foot(QScrollArea):
    """As high as what is in it, as far as there is room."""

    def __init__(self, parts: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        self.setWidget(self._inner)

    def sizeHint(self) -> QSize:  # noqa: N802
        layout = self._inner.layout()
        assert layout is not None
        wide = max(self.width(), LEAST_PX)
        high = (
            layout.heightForWidth(wide)
            if layout.hasHeightForWidth()
            else layout.sizeHint().height()
        )
        return QSize(wide, max(0, high))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(LEAST_PX, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def fit(self) -> None:
        """What is in it has changed."""
        self.updateGeometry()
