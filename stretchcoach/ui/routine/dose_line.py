"""The dose of a step in words, what differs on the affected side in coral with its dot."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.dot import Dot
from stretchcoach.ui.widgets.text.labels import ALIGN_TOP_LEFT, PlainLabel

GAP_PX = 5
DOT_PX = 10


class LineLabel(PlainLabel):
    """A label that would like one line and takes more where the room is short."""

    def __init__(
        self, theme: Theme, text: str = "", role: TextRole = TextRole.BODY, ink: str = "ink"
    ) -> None:
        super().__init__(theme, text, role, ink, wrap=True, align=ALIGN_TOP_LEFT)

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())


class DoseLine(QWidget):
    """ "2 × 30 s each side, ● 3 on the right · optional": it wraps between its parts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dose = LineLabel(theme, ink="ink2")
        self._affected = LineLabel(theme, role=TextRole.BODY_STRONG, ink="coral_text")
        self._remark = LineLabel(theme, ink="ink2")
        self._coral = QWidget()
        row = QHBoxLayout(self._coral)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Dot(theme, "coral", DOT_PX))
        row.addWidget(self._affected, 1)
        flow = FlowLayout(GAP_PX, self)
        for part in (self._dose, self._coral, self._remark):
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """All of it, as it is read out."""
        shown = (self._dose, self._affected, self._remark)
        return " ".join(label.text() for label in shown if label.text())

    def set_words(self, dose: str, affected: str, remarks: tuple[str, ...], ink: str) -> None:
        """`ink` is the colour of what is not coral, a name of `Palette`."""
        # Translators: in front of “3 on the right”, which stands in another colour.
        self._dose.setText(tr("{dose},", dose=dose) if affected else dose)
        self._affected.setText(affected)
        self._coral.setVisible(bool(affected))
        parts = ("", *remarks) if dose else remarks
        self._remark.setText("  ·  ".join(parts).strip())
        self._dose.setVisible(bool(dose))
        self._remark.setVisible(bool(remarks))
        self._dose.set_ink(ink)
        self._remark.set_ink(ink)
