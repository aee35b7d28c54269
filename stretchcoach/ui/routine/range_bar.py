"""What is left open in a step: a stepper for each range, from its lower to its upper end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from stretchcoach.core.content.side_words import on_the_side
from stretchcoach.core.content.sides import Side
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.session.dose_words import field_words, range_words, value_words
from stretchcoach.core.steps.side_dose import Latitude
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.slider import Stepper
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

LEFT_PX, RIGHT_PX, BOTTOM_PX = 46, 20, 12


class RangeBar(QWidget):
    """Below a step. `picked` has the key of a range and the value that was chosen."""

    picked = Signal(str, int)

    def __init__(
        self,
        theme: Theme,
        latitudes: Sequence[Latitude],
        affected: Side | None,
        parent: QWidget | None = None,
    ) -> None:
        """`affected` is the side that the ranges of an affected side are for."""
        super().__init__(parent)
        self._made_of = _kind(latitudes), affected
        self._parts = [RangePart(theme, one, affected) for one in latitudes]
        flow = FlowLayout(28, self, line_gap_px=8)
        flow.setContentsMargins(LEFT_PX, 0, RIGHT_PX, BOTTOM_PX)
        for part in self._parts:
            part.picked.connect(self.picked)
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def parts(self) -> Sequence[RangePart]:
        return self._parts

    @property
    def tab_order(self) -> list[QWidget]:
        return [part.stepper for part in self._parts]

    def is_of(self, latitudes: Sequence[Latitude], affected: Side | None) -> bool:
        """Whether it shows these ranges, whatever was chosen within them."""
        return self._made_of == (_kind(latitudes), affected)

    def show_latitudes(self, latitudes: Sequence[Latitude]) -> None:
        """Bring the values up to date; the ranges are those that it was made with."""
        for part, latitude in zip(self._parts, latitudes, strict=True):
            part.show_latitude(latitude)


def _kind(latitudes: Sequence[Latitude]) -> list[tuple[Latitude, tuple[int, ...]]]:
    return [(replace(latitude, chosen=0), latitude.values) for latitude in latitudes]


class RangePart(QWidget):
    """“Hold  − 20 s +  of 15–30 s”."""

    picked = Signal(str, int)

    def __init__(
        self, theme: Theme, latitude: Latitude, affected: Side | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._latitude = latitude
        self._values = latitude.values
        name = field_words(latitude)
        if latitude.affected and affected is not None:
            name = tr("{what} {on_the_side}", what=name, on_the_side=on_the_side(affected))
        self._name = PlainLabel(theme, name, TextRole.SMALL, "ink2")
        last = len(self._values) - 1
        self.stepper = Stepper(theme, name, (0, last), 1, self._value_words)
        self.stepper.valueChanged.connect(self._on_value_changed)
        # Translators: what a value was chosen from, such as “of 15–30 s”.
        of = tr("of {range}", range=range_words(latitude))
        self._of = PlainLabel(theme, of, TextRole.SMALL, "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._name, self.stepper, self._of):
            row.addWidget(part)
        self.show_latitude(latitude)

    @property
    def words(self) -> str:
        """All of it as it is read."""
        value = self._value_words(self.stepper.value())
        return " ".join((self._name.text(), value, self._of.text()))

    def show_latitude(self, latitude: Latitude) -> None:
        """Show what was chosen."""
        self._latitude = latitude
        if latitude.chosen in self._values:
            self.stepper.set_quietly(self._values.index(latitude.chosen))

    def _value_words(self, place: int) -> str:
        return value_words(self._latitude, self._values[place])

    def _on_value_changed(self, place: int) -> None:
        self.picked.emit(self._latitude.key, self._values[place])
