"""The chips below the title: time, where it begins, and equipment."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.finding.routine_search import MINUTES, Needs, Where, Wish
from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.controls.chips import ChipGroup, Option
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout

GROUP_GAP_PX, LINE_GAP_PX = 24, 10


class FilterBar(QWidget):
    """`changed` follows each choice; `wish` has them together. Nothing is chosen at first, and a
    chip that is pressed again is let go."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        minutes = [Option(str(n), tr("{minutes} min", minutes=n)) for n in MINUTES]
        where = [
            Option(Where.LYING.value, tr("Lying")),
            Option(Where.CHAIR.value, trc("position", "Chair")),
            Option(Where.STANDING.value, tr("Standing")),
        ]
        needs = [
            Option(Needs.NONE.value, trc("equipment", "None")),
            Option(Needs.MAT.value, tr("Mat")),
            Option(Needs.STRAP.value, tr("Strap")),
        ]
        self._time = ChipGroup(theme, tr("Time"), minutes, may_be_none=True)
        self._where = ChipGroup(theme, tr("Begins"), where, may_be_none=True)
        self._needs = ChipGroup(theme, tr("Equipment"), needs, may_be_none=True)
        self.clear_link = Button(theme, tr("Clear filters"), ButtonKind.LINK, height_px=Height.CHIP)
        self.clear_link.hide()
        self.clear_link.clicked.connect(self._on_clear)
        layout = FlowLayout(GROUP_GAP_PX, self, line_gap_px=LINE_GAP_PX)
        for group in self.groups:
            layout.addWidget(group)
            group.chosen.connect(self._on_chosen)
        layout.addWidget(self.clear_link)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def groups(self) -> tuple[ChipGroup, ...]:
        """Time, where it begins, and equipment."""
        return (self._time, self._where, self._needs)

    def wish(self, text: str) -> Wish:
        """What is chosen, together with the words of the search."""
        return Wish(
            text=text,
            minutes=int(self._time.key) if self._time.key else None,
            where=Where(self._where.key) if self._where.key else None,
            needs=Needs(self._needs.key) if self._needs.key else None,
        )

    def clear(self) -> None:
        """Nothing is chosen any more; this is not told."""
        for group in self.groups:
            group.set_key("")
        self.clear_link.hide()

    def _on_chosen(self, key: str) -> None:
        self.clear_link.setVisible(any(group.key for group in self.groups))
        self.changed.emit()

    def _on_clear(self) -> None:
        first = self._time.button(str(MINUTES[0]))
        first.setFocus()  # the link goes, and the focus with it
        self.clear()
        self.changed.emit()
