"""A word at the foot of the window that it is time, over the page: nothing moves for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.surfaces.card import Card
from stretchcoach.ui.widgets.text.advice import IconView
from stretchcoach.ui.widgets.text.labels import PlainLabel

MARGIN_PX = 24


class ReminderBar(Card):
    """Hidden until it is shown. `later_asked` puts it off; it can also be closed."""

    later_asked = Signal()

    def __init__(self, theme: Theme, words: str, window: QWidget) -> None:
        super().__init__(theme, "teal_tint", "teal", parent=window)
        self.setAccessibleName(words)
        self.later = Button(theme, tr("Later"))
        self.later.setAccessibleDescription(tr("In an hour"))
        self.later.clicked.connect(self._on_later)
        self.close_button = Button(
            theme, tr("Close this line"), ButtonKind.QUIET, IconName.CLOSE, icon_only=True
        )
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(IconView(theme, IconName.CALENDAR, ink="teal_text"))
        row.addWidget(PlainLabel(theme, words))
        row.addWidget(self.later)
        row.addWidget(self.close_button)
        window.installEventFilter(self)
        self.hide()

    def remind(self) -> None:
        """Be seen, until it is answered."""
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def refresh_theme(self) -> None:
        super().refresh_theme()
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        window = self.parentWidget()
        assert window is not None
        size = self.sizeHint().boundedTo(window.size())
        x = (window.width() - size.width()) // 2
        self.setGeometry(
            x, window.height() - size.height() - MARGIN_PX, size.width(), size.height()
        )

    def _on_later(self) -> None:
        self.hide()
        self.later_asked.emit()
