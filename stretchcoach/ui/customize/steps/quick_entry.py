"""The quick line: what is typed is offered as exercises with the dose that was read; Enter adds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from stretchcoach.core.bench.quick_line import QuickLine, lone_sentence, read_quick_line
from stretchcoach.core.bench.quick_match import QuickMatch
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.language.time_words import short_time_words
from stretchcoach.files.bench.preview import step_preview
from stretchcoach.files.edit.spans import Plain
from stretchcoach.files.library.exercise_files import KnownExercises
from stretchcoach.files.pictures.picture_files import still_beside
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole

MOST_SHOWN = 6
MOST_LETTERS = 1200  # a note of the longest, and a dose before it
ICON = QSize(60, 38)
GAP_PX, LIST_PX = 4, 420
AROUND_PX, SENTENCE_PADDING_PX = 36, 14


class QuickEntry(QWidget):
    """`step_asked` has what the new step says: the line stays until that is taken and the line made
    `empty`. `list_asked` wants to go on to the steps."""

    step_asked = Signal(object)
    list_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        known: KnownExercises,
        pictures: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._offers: list[dict[str, Plain]] = []
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Add a step"))
        self.line.setPlaceholderText(tr("Add: 3x30 lying fig, or bridge 2x10 hold 5"))
        self.line.setClearButtonEnabled(True)
        self.line.setMaxLength(MOST_LETTERS)
        self.line.textEdited.connect(self._show_offers)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Steps that this may be"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setIconSize(ICON)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._on_clicked)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.set_known(known)
        pictures.ready.connect(self._on_pictures)
        theme.follow(self)

    def set_known(self, known: KnownExercises) -> None:
        """Look through these exercises."""
        self._known = known
        self._match = QuickMatch(known.localized_exercises)

    def refresh_theme(self) -> None:
        palette = self._theme.palette
        self.list.setFont(self._theme.font(TextRole.SMALL))
        self.list.setStyleSheet(
            f"QListWidget {{ background: {palette.surface}; color: {palette.ink};"
            f" border: 1px solid {palette.edge}; border-radius: 8px; padding: 4px; }}"
            f"QListWidget::item {{ padding: 4px; border-radius: 6px; }}"
            f"QListWidget::item:selected {{ background: {palette.teal_tint};"
            f" color: {palette.teal_text}; }}"
        )

    def empty(self) -> None:
        """For the next step; what was typed has become one."""
        self._offers = []
        self.line.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is not self.line:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        key, row, count = event.key(), self.list.currentRow(), self.list.count()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add(max(0, row))
        elif key == Qt.Key.Key_Down and not self.list.isVisible():
            self.list_asked.emit()
        elif key == Qt.Key.Key_Down:
            self.list.setCurrentRow((row + 1) % count)
        elif key == Qt.Key.Key_Up and self.list.isVisible():
            self.list.setCurrentRow((row - 1) % count)
        elif key == Qt.Key.Key_Escape and (self.list.isVisible() or self.line.text()):
            self.list.hide()
            self.line.clear()
        else:
            return False
        return True

    def _show_offers(self) -> None:
        line = read_quick_line(self.line.text(), self._match.numbered)
        is_full = len(self.line.text()) >= MOST_LETTERS
        self._offers = [] if is_full else self._offered(line)
        self.list.clear()
        for said in self._offers:
            self.list.addItem(self._item(said))
        if not self._offers:
            self._say(_full_sentence() if is_full else _why_nothing(line))
        if not self.list.count():
            self.list.hide()
            return
        if self._offers:
            self.list.setCurrentRow(0)
        self._place()

    def _say(self, sentence: str) -> None:
        """In the place of offers, what to do."""
        if sentence:
            item = QListWidgetItem(sentence)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)

    def _offered(self, line: QuickLine) -> list[dict[str, Plain]]:
        if line.wrong:
            return []
        if line.is_rest:
            return [_plain(line.rest())]
        found = self._match.find(line.words, most=MOST_SHOWN)
        return [_plain(line.step(exercise)) for exercise in found]

    def _item(self, said: dict[str, Plain]) -> QListWidgetItem:
        preview = step_preview(said, self._known)
        id_ = str(said.get("exercise", ""))
        exercise = self._known.localized_exercises.get(id_)
        name = exercise.name if exercise else tr("Rest")
        off = tr("switched off") if said.get("enabled") == "false" else ""
        with_what = (str(said.get(key, "")) for key in ("load", "effort"))
        told = (preview.words, preview.affected_words, *with_what, off)
        detail = preview.problem or ", ".join(filter(None, told))
        if preview.time_ms and not exercise:
            detail = short_time_words(preview.time_ms)
        item = QListWidgetItem(f"{name}\n{detail}" if detail else name)
        item.setData(Qt.ItemDataRole.UserRole, id_)
        self._set_icon(item)
        return item

    def _set_icon(self, item: QListWidgetItem) -> None:
        id_ = item.data(Qt.ItemDataRole.UserRole)
        path, ratio, picture = self._known.pictures.get(id_), self.devicePixelRatioF(), None
        if path is not None:
            _, picture = self._pictures.picture(str(still_beside(path)), ICON, ratio)
        if id_:
            item.setIcon(_icon(picture, ratio))

    def _on_pictures(self) -> None:
        if self.list.isVisible():
            for row in range(self.list.count()):
                self._set_icon(self.list.item(row))

    def _place(self) -> None:
        """Below the line, over what stands there."""
        above = self.window()
        if self.list.parentWidget() is not above:
            self.list.setParent(above)
        corner = self.line.mapTo(above, self.line.rect().bottomLeft())
        room = above.height() - corner.y() - 2 * GAP_PX
        wide = max(self.line.width(), self._theme.scaled(LIST_PX))
        self.list.setWordWrap(not self._offers)
        if not self._offers:
            self._fit_sentence(wide)
        high = sum(self.list.sizeHintForRow(row) for row in range(self.list.count())) + 14
        self.list.setGeometry(corner.x(), corner.y() + GAP_PX, wide, min(high, room))
        self.list.show()
        self.list.raise_()

    def _fit_sentence(self, wide: int) -> None:
        """As high as its words are in this width: no list reckons with lines that wrap."""
        item, room = self.list.item(0), wide - AROUND_PX
        metrics = QFontMetrics(self.list.font())
        wrap = int(Qt.TextFlag.TextWordWrap.value)
        words = metrics.boundingRect(QRect(0, 0, room, 10_000), wrap, item.text())
        item.setSizeHint(QSize(room, words.height() + SENTENCE_PADDING_PX))

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._add(self.list.row(item))

    def _add(self, row: int) -> None:
        if row < len(self._offers):
            self.list.hide()
            self.step_asked.emit(self._offers[row])


def _icon(picture: QPixmap | None, ratio: float) -> QIcon:
    """`picture` in the middle of a field that is as large without it: whether it is read by now
    changes neither where a name begins nor how high its line is."""
    field = QPixmap(ICON * ratio)
    field.setDevicePixelRatio(ratio)
    field.fill(Qt.GlobalColor.transparent)
    if picture is not None:
        place = QRectF(QPointF(), picture.deviceIndependentSize())
        place.moveCenter(QRectF(QPointF(), field.deviceIndependentSize()).center())
        painter = QPainter(field)
        painter.drawPixmap(place.topLeft(), picture)
        painter.end()
    icon = QIcon(field)
    icon.addPixmap(field, QIcon.Mode.Selected)  # chosen, it would be tinted
    return icon


def _full_sentence() -> str:
    return tr("Too long: its end may be missing. A long note has room in the form of the step.")


def _why_nothing(line: QuickLine) -> str:
    """What to do where nothing is offered; "" where nothing was asked for."""
    if line.wrong or not line.words:
        return line.wrong
    if line.lone_word:
        return lone_sentence(line.lone_word)
    return tr("No exercise is called “{name}”. Write fewer letters, or look through all exercises.",
              name=" ".join(line.words))  # fmt: skip


def _plain(said: object) -> dict[str, Plain]:
    assert isinstance(said, dict)
    return {key: dict(value) if isinstance(value, dict) else value for key, value in said.items()}
