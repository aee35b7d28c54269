"""Fields of the page: a line or some lines of words, and several things to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.controls.chips import CHIP_GAP_PX, Chip, Option
from stretchcoach.ui.widgets.layout.flow_layout import FlowLayout
from stretchcoach.ui.widgets.text.labels import PlainLabel

CALM_MS = 300  # typing is not held up; what it means is told when it pauses
LEAST_LINES, MOST_LINES = 2, 7
AROUND_PX = 30  # the edges of a field, above and below its lines


class Lines(QPlainTextEdit):
    """As high as its text, within bounds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.fit)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height that the text needs."""
        lines = min(MOST_LINES, max(LEAST_LINES, round(self.document().size().height())))
        is_longer = self.document().size().height() > MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_longer else policy.ScrollBarAlwaysOff
        )
        high = lines * self.fontMetrics().lineSpacing() + AROUND_PX
        if high != self.height():
            self.setFixedHeight(high)


class WordsBox(QWidget):
    """A label and a field. `edited` has the key and what was typed, when it pauses; `left` when
    the field was left. One that is `high` has several lines."""

    edited = Signal(str, str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        key: str,
        label: str,
        hint: str = "",
        *,
        high: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._shown = ""
        self.field: QLineEdit | QPlainTextEdit = Lines(theme) if high else QLineEdit()
        self.field.setAccessibleName(label)
        self.field.setPlaceholderText(hint)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.commit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(theme, label, TextRole.SMALL, "ink2", wrap=True))
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    @property
    def text(self) -> str:
        if isinstance(self.field, QLineEdit):
            return self.field.text()
        return self.field.toPlainText()

    def show_value(self, value: str) -> None:
        """What the text says; the field keeps what means the same, and what is being typed."""
        if self._calm.isActive():
            return
        self._shown = value
        if self.text.strip() != value.strip():
            with QSignalBlocker(self.field):
                if isinstance(self.field, QLineEdit):
                    self.field.setText(value)
                else:
                    self.field.setPlainText(value)
            if isinstance(self.field, Lines):
                self.field.fit()

    def commit(self) -> None:
        """What was typed is meant."""
        self._calm.stop()
        text = self.text.strip()
        if text != self._shown:
            self._shown = text
            self.edited.emit(self.key, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
            self.left.emit()
        return False

    def _on_typed(self) -> None:
        self._calm.start()


class ManyChips(QWidget):
    """A title and chips of which several may be on. `changed` has the key of the whole and the
    keys of those that are on."""

    changed = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        key: str,
        title: str,
        options: Sequence[Option],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self.setAccessibleName(title)
        self.chips: dict[str, Chip] = {}
        box = QWidget()
        flow = FlowLayout(CHIP_GAP_PX, box)
        for option in options:
            chip = Chip(theme, option)
            chip.setAccessibleDescription(title)
            chip.clicked.connect(self._on_clicked)
            self.chips[option.key] = chip
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(theme, title, TextRole.SMALL, "ink2", wrap=True))
        column.addWidget(box)

    def show_keys(self, keys: Iterable[str]) -> None:
        """Those that are on."""
        wanted = set(keys)
        for key, chip in self.chips.items():
            chip.setChecked(key in wanted)

    def _on_clicked(self) -> None:
        on = [key for key, chip in self.chips.items() if chip.isChecked()]
        self.changed.emit(self.key, on)
