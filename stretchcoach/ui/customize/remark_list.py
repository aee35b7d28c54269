"""What the linter says beside the list: each with its reason, a fix, and “intended”."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.core.lint.remark import Remark
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

LINK_PX, LINK_GAP_PX = 24, 14
MARGIN_PX = 20


class RemarkView(QWidget):
    """One remark. `place_asked`, `fix_asked` and `intended` have it."""

    place_asked = Signal(object)
    fix_asked = Signal(object)
    intended = Signal(object)

    def __init__(self, theme: Theme, remark: Remark, line: int, parent: QWidget | None = None):
        super().__init__(parent)
        self.remark = remark
        words = PlainLabel(theme, remark.message, TextRole.SMALL_MEDIUM, wrap=True)
        source = f" ({remark.source})" if remark.source else ""
        reason = PlainLabel(theme, remark.reason + source, TextRole.SMALL, "ink2", wrap=True)
        link, high = ButtonKind.LINK, LINK_PX
        self.place = Button(theme, tr("Line {line}", line=line), link, height_px=high)
        self.place.setAccessibleDescription(remark.message)
        self.place.clicked.connect(self._on_place)
        self.fix: Button | None = None
        links = QWidget()
        row = FlowLayout(LINK_GAP_PX, links, line_gap_px=0)  # a fix may need a line of its own
        row.addWidget(self.place)
        if remark.fix is not None:
            self.fix = Button(theme, remark.fix.label, link, height_px=high)
            self.fix.setAccessibleDescription(remark.message)
            self.fix.clicked.connect(self._on_fix)
            row.addWidget(self.fix)
        self.intend = Button(theme, tr("Intended"), link, height_px=high)
        self.intend.setToolTip(tr("Say nothing more of this kind in this routine"))
        self.intend.setAccessibleDescription(remark.message)
        self.intend.clicked.connect(self._on_intended)
        row.addWidget(self.intend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words)
        column.addWidget(reason)
        column.addWidget(links)

    def _on_place(self) -> None:
        self.place_asked.emit(self.remark)

    def _on_fix(self) -> None:
        self.fix_asked.emit(self.remark)

    def _on_intended(self) -> None:
        self.intended.emit(self.remark)


class RemarkList(QWidget):
    """All remarks, below a line that counts them; nothing while there are none."""

    place_asked = Signal(object)
    fix_asked = Signal(object)
    intended = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[Remark, int], ...] = ()
        self.views: list[RemarkView] = []
        self.count = PlainLabel(theme, "", TextRole.BODY_STRONG)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN_PX, 12, MARGIN_PX, 12)
        self._column.setSpacing(12)
        self._column.addWidget(self.count)
        self.hide()

    def show_remarks(self, remarks: tuple[tuple[Remark, int], ...]) -> None:
        """Show these, each with its line."""
        if remarks == self._shown:
            return
        self._shown = remarks
        for view in self.views:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.views = [RemarkView(self._theme, remark, line) for remark, line in remarks]
        for view in self.views:
            view.place_asked.connect(self.place_asked)
            view.fix_asked.connect(self.fix_asked)
            view.intended.connect(self.intended)
            self._column.addWidget(view)
        self.count.setText(trn("{n} remark", "{n} remarks", len(remarks)))
        self.setVisible(bool(remarks))
