"""The chips below the title: time, position and equipment."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchcoach.core.language.i18n import tr, trc
from stretchcoach.core.library.routine_search import MINUTES, Needs, Where, Wish
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.chips import ChipGroup, Option
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout

ANY = "any"
GROUP_GAP_PX, LINE_GAP_PX = 24, 10


class FilterBar(QWidget):
    """`changed` follows each choice; `wish` has them together."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        minutes = [Option(str(n), tr("{minutes} min", minutes=n)) for n in MINUTES]
        self._time = ChipGroup(theme, tr("Time"), [_any("time"), *minutes])
        self._where = ChipGroup(
            theme,
            tr("Position"),
            [
                _any("position"),
                Option(Where.LYING.value, tr("Lying")),
                Option(Where.CHAIR.value, trc("position", "Chair")),
                Option(Where.STANDING.value, tr("Standing")),
            ],
        )
        self._needs = ChipGroup(
            theme,
            tr("Equipment"),
            [
                _any("equipment"),
                Option(Needs.NONE.value, trc("equipment", "None")),
                Option(Needs.MAT.value, tr("Mat")),
                Option(Needs.STRAP.value, tr("Strap")),
            ],
        )
        layout = FlowLayout(GROUP_GAP_PX, self, line_gap_px=LINE_GAP_PX)
        for group in (self._time, self._where, self._needs):
            layout.addWidget(group)
            group.chosen.connect(self._on_chosen)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def groups(self) -> tuple[ChipGroup, ...]:
        """Time, position and equipment."""
        return (self._time, self._where, self._needs)

    def wish(self, text: str) -> Wish:
        """What is chosen, together with the words of the search."""
        return Wish(
            text=text,
            minutes=None if self._time.key == ANY else int(self._time.key),
            where=None if self._where.key == ANY else Where(self._where.key),
            needs=None if self._needs.key == ANY else Needs(self._needs.key),
        )

    def clear(self) -> None:
        """Back to “Any” everywhere, without telling."""
        for group in self.groups:
            group.set_key(ANY)

    def _on_chosen(self, key: str) -> None:
        self.changed.emit()


def _any(what: str) -> Option:
    words = {
        "time": trc("any time", "Any"),
        "position": trc("any position", "Any"),
        "equipment": trc("any equipment", "Any"),
    }
    return Option(ANY, words[what])
