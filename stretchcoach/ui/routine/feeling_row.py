"""How it is now, 0 to 10: asked before the start, closed until somebody wants to say it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.record import Feeling
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.rating import RatingRow
from stretchcoach.ui.widgets.text.labels import PlainLabel

CELL_GAP_PX = 2  # eleven numbers stand in a narrow panel


class FeelingRow(QWidget):
    """A link that opens the two ratings. `opened` tells whether they are open now."""

    opened = Signal(bool)

    def __init__(self, theme: Theme, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = Button(theme, "", ButtonKind.LINK, IconName.PLUS, height_px=28)
        self.link.clicked.connect(self._on_link_clicked)
        self._buttock = RatingRow(theme, tr("Buttock"), gap_px=CELL_GAP_PX)
        self._leg = RatingRow(theme, tr("Leg"), gap_px=CELL_GAP_PX)
        for rating in (self._buttock, self._leg):
            rating.rated.connect(self._show_link)
        hint = tr("0 is nothing, 10 the worst. It is only kept in your diary.")
        self._open_part = QWidget()
        ratings = QVBoxLayout(self._open_part)
        ratings.setContentsMargins(0, 0, 0, 0)
        ratings.setSpacing(8)
        ratings.addWidget(self._buttock)
        ratings.addWidget(self._leg)
        ratings.addWidget(PlainLabel(theme, hint, TextRole.SMALL, "ink2", wrap=True))
        links = QHBoxLayout()
        links.addWidget(self.link)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(links)
        column.addWidget(self._open_part)
        self._open_part.setVisible(is_open)
        self._show_link()

    @property
    def feeling(self) -> Feeling:
        return Feeling(self._buttock.value, self._leg.value)

    @property
    def ratings(self) -> tuple[RatingRow, RatingRow]:
        """Buttock and leg."""
        return self._buttock, self._leg

    def forget(self) -> None:
        """Nothing is said yet."""
        self._buttock.set_value(None)
        self._leg.set_value(None)
        self._show_link()

    def _show_link(self) -> None:
        is_open = not self._open_part.isHidden()
        self.link.set_icon(IconName.MINUS if is_open else IconName.PLUS)
        said = [
            tr("{name} {n}", name=name, n=value)
            for name, value in (
                (tr("Buttock"), self._buttock.value),
                (tr("Leg"), self._leg.value),
            )
            if value is not None
        ]
        question = tr("How is it now?")
        self.link.set_label(f"{question}  {', '.join(said)}" if said else question)

    def _on_link_clicked(self) -> None:
        self._open_part.setVisible(self._open_part.isHidden())
        self._show_link()
        self.opened.emit(not self._open_part.isHidden())
