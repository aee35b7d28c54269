"""One moment of the exercise: its photo behind a frame, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.own_exercises.pictures import Photo, Shape, Slot
from stretchcoach.ui.own_exercise.photo_frame import ZOOM_STEP, PhotoFrame
from stretchcoach.ui.own_exercise.photo_reader import source_in
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

BUTTON_PX = 34


class PhotoSlot(QWidget):
    """`file_asked` wants a file chosen; `source_given` has what was dropped or pasted; `placed`
    the Photo as it lies, `turned` as it was turned; `removed` when it is not wanted;
    `nothing_there` when the clipboard has no picture."""

    file_asked = Signal()
    source_given = Signal(object)
    placed = Signal(object)
    turned = Signal(object)
    removed = Signal()
    nothing_there = Signal()

    def __init__(self, theme: Theme, slot: Slot, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot = slot
        self.setAcceptDrops(True)
        self.title = PlainLabel(theme, title, TextRole.SMALL_STRONG, "ink2", wrap=True)
        self.frame = PhotoFrame(theme, title)
        self.choose = self._button(theme, tr("Choose a photo…"), title)
        self.paste = self._button(theme, tr("Paste"), title)
        self.turn = self._button(theme, tr("Turn"), title, IconName.REDO)
        self.less = self._button(theme, tr("Smaller"), title, IconName.MINUS, icon_only=True)
        self.more = self._button(theme, tr("Larger"), title, IconName.PLUS, icon_only=True)
        self.remove = self._button(theme, tr("Take away"), title, IconName.CLOSE, icon_only=True)
        buttons = QWidget()
        flow = FlowLayout(6, buttons)
        for button in (self.turn, self.less, self.more, self.choose, self.paste, self.remove):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.frame, buttons):
            column.addWidget(part)
        column.addStretch(1)
        self.choose.clicked.connect(self.file_asked)
        self.paste.clicked.connect(self.paste_now)
        self.turn.clicked.connect(self._on_turn)
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)
        self.remove.clicked.connect(self.removed)
        self.frame.placed.connect(self.placed)
        self.show_photo(None, None, Shape.WIDE)

    def show_photo(self, photo: Photo | None, image: QImage | None, shape: Shape) -> None:
        self.frame.show_photo(photo, image, shape)
        has_photo = photo is not None
        for button in (self.turn, self.less, self.more, self.remove):
            button.setVisible(has_photo)
        self.choose.set_label(tr("Another…") if has_photo else tr("Choose a photo…"))

    def paste_now(self) -> None:
        """Take what is in the clipboard."""
        source = source_in(QGuiApplication.clipboard().mimeData())
        if source is None:
            self.nothing_there.emit()
        else:
            self.source_given.emit(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if source_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        source = source_in(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.source_given.emit(source)

    def _on_turn(self) -> None:
        photo = self.frame.photo
        if photo is not None:
            turns = (photo.quarter_turns + 1) % 4
            self.turned.emit(replace(photo, quarter_turns=turns, across=0.5, down=0.5))

    def _on_less(self) -> None:
        self.frame.zoom(1 / ZOOM_STEP)

    def _on_more(self) -> None:
        self.frame.zoom(ZOOM_STEP)

    def _button(
        self,
        theme: Theme,
        text: str,
        title: str,
        icon: IconName | None = None,
        *,
        icon_only: bool = False,
    ) -> Button:
        kind = ButtonKind.QUIET if icon_only else ButtonKind.SECONDARY
        button = Button(theme, text, kind, icon, height_px=BUTTON_PX, icon_only=icon_only)
        button.setAccessibleDescription(title)
        return button
