"""Notices: what went wrong without stopping anything, until the person has read it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import IconView
from stretchcoach.ui.widgets.text.labels import PlainLabel

EDGE_PX = 12
MOST = 3


class Notice(Card):
    """One sentence, and a button that puts it away."""

    dismissed = Signal()

    def __init__(self, theme: Theme, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "amber_tint", "amber_line", parent=parent)
        self.sentence = sentence
        self.setAccessibleName(sentence)
        self.dismiss = Button(
            theme, tr("Dismiss"), ButtonKind.QUIET, IconName.CLOSE, icon_only=True
        )
        self.dismiss.setAccessibleDescription(sentence)
        self.dismiss.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.CARD_PADDING, EDGE_PX, EDGE_PX, EDGE_PX)
        row.setSpacing(EDGE_PX)
        row.addWidget(IconView(theme, IconName.WARNING, ink="amber"))
        row.addWidget(PlainLabel(theme, sentence, wrap=True), 1)
        row.addWidget(self.dismiss)


class Notices(QWidget):
    """Notices below each other, the latest last; nothing while there are none.

    Of many only the latest stay: they must not push the page out of the window.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[Notice] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.PAGE_MARGIN, EDGE_PX, Space.PAGE_MARGIN, 0)
        self._column.setSpacing(EDGE_PX)

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(notice.sentence for notice in self._shown)

    def tell(self, sentence: str) -> None:
        """Show `sentence`, but once at a time."""
        if not sentence or sentence in self.sentences:
            return
        notice = Notice(self._theme, sentence)
        notice.dismissed.connect(self._on_dismissed)
        if len(self._shown) == MOST:
            self._put_away(self._shown[0])
        self._shown.append(notice)
        self._column.addWidget(notice)
        self.show()

    def _on_dismissed(self) -> None:
        notice = self.sender()
        if isinstance(notice, Notice) and notice in self._shown:
            self._put_away(notice)
            self.setVisible(bool(self._shown))

    def _put_away(self, notice: Notice) -> None:
        self._shown.remove(notice)
        self._column.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
