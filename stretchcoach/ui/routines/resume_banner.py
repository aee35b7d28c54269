"""The banner on top of the list: a session that was cut off can be gone on with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.core.content.terms import Position
from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.routines.figure_box import FigureBox
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Height, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.labels import PlainLabel

if TYPE_CHECKING:
    from stretchcoach.core.session.resume_offer import ResumeOffer
    from stretchcoach.files.library.routine_files import RoutineEntry

NARROW_PX, GAP_PX = 800, 8
EDGE_PX, NARROW_EDGE_PX = 5, 14
FIGURE = QSize(148, 84)


class ResumeBanner(Card):
    """What was cut off, and three ways to deal with it."""

    resume_asked = Signal()
    start_over_asked = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, pictures: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(theme, "teal_tint", "teal_mid", parent=parent)
        self.setAccessibleName(tr("Where you left off"))
        self._figure = FigureBox(theme, pictures, FIGURE)
        self._title = PlainLabel(theme, "", TextRole.SECTION, wrap=True)
        self._words = PlainLabel(theme, "", TextRole.BODY, "ink2", wrap=True)
        self.dismiss = Button(theme, tr("Dismiss"), ButtonKind.QUIET)
        self.start_over = Button(theme, tr("Start over"))
        self.resume = Button(theme, tr("Resume"), ButtonKind.PRIMARY, IconName.PLAY)
        self.dismiss.clicked.connect(self.dismissed)
        self.start_over.clicked.connect(self.start_over_asked)
        self.resume.clicked.connect(self.resume_asked)
        self._build()

    def show_offer(self, offer: ResumeOffer, today: date) -> None:
        from stretchcoach.core.session.resume_offer import cut_off_words

        self._title.setText(offer.title)
        self._words.setText(cut_off_words(offer, today))
        self.resume.set_label(tr("Resume at step {step_no}", step_no=offer.step_no))

    def show_picture(self, path: str, position: Position | None) -> None:
        """The picture of the routine; see `FigureBox`."""
        self._figure.show_picture(path, position)

    def set_room(self, wide_px: float) -> None:
        """The buttons stand below the words where `wide_px`, at 100 % text, is short."""
        way = QBoxLayout.Direction
        narrow = wide_px < NARROW_PX
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        edge = NARROW_EDGE_PX if narrow else EDGE_PX
        self._row.setContentsMargins(14, edge, 24, edge)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addStretch(1)
        about = QHBoxLayout()
        about.setSpacing(16)
        about.addWidget(self._figure)
        about.addLayout(words, 1)
        buttons = _InLine((self.dismiss, self.start_over, self.resume))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(14, EDGE_PX, 24, EDGE_PX)
        self._row.setSpacing(12)
        self._row.addLayout(about, 1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(buttons)
        middle.addStretch(1)
        self._row.addLayout(middle)
        self.setMinimumHeight(Height.RESUME_BANNER)


class _InLine(QWidget):
    """Buttons that wish for one line and wrap where it is too short."""

    def __init__(self, buttons: Sequence[Button]) -> None:
        super().__init__()
        self._buttons = buttons
        layout = FlowLayout(GAP_PX, self)
        for button in buttons:
            layout.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802
        sizes = [button.sizeHint() for button in self._buttons]
        wide = sum(size.width() for size in sizes) + GAP_PX * (len(sizes) - 1)
        return QSize(wide, max(size.height() for size in sizes))


def where_stopped(offer: ResumeOffer, entry: RoutineEntry | None) -> tuple[str, Position | None]:
    """The picture of the exercise that one stopped in or before, "" for none, and its position."""
    from stretchcoach.files.pictures.picture_files import still_beside  # late: few starts need it

    exercise = entry.exercises.get(offer.exercise or "") if entry is not None else None
    if entry is None or exercise is None:
        return "", None
    path = entry.pictures.get(exercise.id)
    return str(still_beside(path)) if path is not None else "", exercise.position
