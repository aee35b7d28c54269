"""The picker, in the place of the bench while somebody chooses."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchcoach.core.bench.picking import Filters
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.ui.cards.card_measures import OVERHANG_PX
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.picker.filter_menus import FilterMenus
from stretchcoach.ui.customize.picker.pick_detail import PickDetail
from stretchcoach.ui.customize.picker.pick_model import PickModel, ask_first_words
from stretchcoach.ui.customize.picker.small_cards import SmallCardDelegate, SmallCardView
from stretchcoach.ui.routines.page_area import PageArea
from stretchcoach.ui.routines.search_field import SearchField
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import Space, TextRole
from stretchcoach.ui.widgets.controls.buttons import Button, ButtonKind
from stretchcoach.ui.widgets.text.labels import PlainLabel

MARGIN_PX, LEAST_PX = 24, 480
NARROW_PX = 700  # from there on there is room for the cards and for what is looked at


class PickerPage(QWidget):
    """`picked` has the id of an exercise, `left` wants back to the bench. `new_asked` wants one of
    one's own, which is written on another page.

    To add, it stays until it is left, for a routine has several; to swap, one choice is all.
    """

    picked = Signal(str)
    left = Signal()
    new_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        bench: BenchDocument,
        pictures: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._bench = theme, bench
        self._swaps = False
        self._added = 0
        self._to_current = QTimer(self)  # once the cards stand where they belong
        self._to_current.setSingleShot(True)
        self._to_current.timeout.connect(self._on_current_placed)
        self.setAccessibleName(tr("Exercises to choose from"))
        self.back = Button(theme, tr("Back"), ButtonKind.QUIET, IconName.BACK, icon_only=True)
        self.title = PlainLabel(theme, "", TextRole.SECTION)
        self.told = PlainLabel(theme, "", TextRole.SMALL, "ink2")
        self.search = SearchField(theme, tr("Search exercises"))
        self.new = Button(theme, tr("New exercise…"))
        self.new.clicked.connect(self.new_asked)
        self.filters = FilterMenus(theme)
        self.model = PickModel(self)
        self.view = SmallCardView(theme, self.model, click_opens=False)
        self.view.setAccessibleName(tr("Exercises"))
        self.view.setItemDelegate(SmallCardDelegate(theme, self.view, self.model, pictures))
        self.detail = PickDetail(theme, pictures)
        self.nothing = PlainLabel(theme, "", TextRole.BODY, "ink2", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 15, MARGIN_PX, 8)
        head.setSpacing(10)
        for part in (self.back, self.title, self.told):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.search, 2)
        head.addWidget(self.new)
        line = QVBoxLayout()
        line.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 12)
        line.addWidget(self.filters)
        content = QWidget()
        below = QVBoxLayout(content)
        below.setContentsMargins(MARGIN_PX - Space.FOCUS_ROOM, 0, 0, 0)
        below.setSpacing(0)
        self.nothing.setContentsMargins(Space.FOCUS_ROOM, 0, 0, 0)
        below.addWidget(self.nothing)
        below.addWidget(self.view)
        below.addStretch(1)
        self._area = PageArea(content)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self._area, 1)
        both.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(line)
        column.addLayout(both, 1)
        self._below = below

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.search.textChanged.connect(self._ask)
        self.search.left_downwards.connect(self._go_to_cards)
        self.search.returnPressed.connect(self._take_first)
        self.filters.changed.connect(self._ask)
        self.filters.client_changed.connect(self._on_client_changed)
        self.model.found.connect(self._on_found)
        self.view.card_opened.connect(self._on_opened)
        self.view.current_moved.connect(self._on_moved)
        self.view.selectionModel().currentChanged.connect(self._show_detail)
        self.detail.taken.connect(self._take_current)
        self.detail.looked_at.connect(self.look_at)

    def set_client(self, cautions: Iterable[Caution]) -> None:
        """What the client is known to have."""
        self.filters.client.choose(cautions)
        self.model.set_client(self.filters.cautions)

    def begin(self, *, instead_of: str = "") -> None:
        """Choose anew; with `instead_of`, the id of an exercise, one to put in its place."""
        self._swaps, self._added = bool(instead_of), 0
        reading = self._bench.reading
        self.model.set_known(reading.exercises, reading.pictures)
        exercise = reading.exercises.get(instead_of)
        swap = tr("Instead of {exercise}", exercise=exercise.name if exercise else instead_of)
        self.title.setText(swap if self._swaps else tr("Add exercises"))
        self.detail.take.set_label(tr("Take this one") if self._swaps else tr("Add"))
        self.told.setText("")
        self.search.clear()
        self.filters.clear()
        self._ask()
        self.search.setFocus()
        if instead_of:
            self.look_at(instead_of)
        elif self.model.rowCount():
            self._choose(0)

    def refresh(self) -> None:
        """Other exercises are known now; what was looked for stays."""
        reading, index = self._bench.reading, self.view.currentIndex()
        current = self.model.exercise(index.row()).id if index.isValid() else ""
        self.model.set_known(reading.exercises, reading.pictures)
        self._ask()
        row = self.model.row_of(current)
        if row is not None:
            self._choose(row)

    def look_at(self, exercise_id: str) -> None:
        """Make it the current one; where it is not shown, look for all."""
        if self.model.row_of(exercise_id) is None:
            self.search.clear()
            self.filters.clear()
            self._ask()
        row = self.model.row_of(exercise_id)
        if row is not None:
            self._choose(row)
            self._to_current.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """What is looked at goes where the room is short."""
        return QSize(LEAST_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.detail.setVisible(self.width() >= self._theme.scaled(NARROW_PX))
        bar = self._area.width() - self._area.viewport().width()
        self._below.setContentsMargins(
            MARGIN_PX - Space.FOCUS_ROOM, 0, max(0, MARGIN_PX - bar - OVERHANG_PX), 0
        )

    def _choose(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row))

    def _ask(self) -> None:
        self.model.ask(self.search.text(), self.filters.filters)
        self._area.verticalScrollBar().setValue(0)

    def _on_found(self) -> None:
        some = self.model.rowCount() > 0
        self.view.setVisible(some)
        self.nothing.setText("" if some else self._why_nothing())
        self.nothing.setVisible(not some)
        if some and not self.view.currentIndex().isValid():
            self._choose(0)
        self._show_detail()

    def _why_nothing(self) -> str:
        """What to do where no exercise is shown."""
        words = " ".join(self.search.text().split())
        is_filtered = self.filters.filters != Filters()
        if words and is_filtered:
            return tr("No exercise fits “{words}” and the filters. Try other words, or “{clear}”.",
                      words=words, clear=self.filters.clear_link.label)  # fmt: skip
        if words:
            return tr("No exercise fits “{words}”. Try fewer letters, a muscle or a position, or "
                      "write a new one.", words=words)  # fmt: skip
        return tr("No exercise fits the filters together. Choose less, or “{clear}”.",
                  clear=self.filters.clear_link.label)  # fmt: skip

    def _on_client_changed(self) -> None:
        self.model.set_client(self.filters.cautions)
        self._show_detail()

    def _show_detail(self) -> None:
        index = self.view.currentIndex()
        reading = self._bench.reading
        exercise = self.model.exercise(index.row()) if index.isValid() else None
        cautions = self.model.cautions(exercise) if exercise is not None else ()
        words = ask_first_words(cautions)
        self.detail.show_exercise(exercise, reading.exercises, reading.pictures, words)

    def _go_to_cards(self) -> None:
        if self.model.rowCount():
            self.view.setFocus()
            self.view.choose_first()

    def _take_first(self) -> None:
        """Enter in the search takes what it found first."""
        if self.model.rowCount():
            self._on_opened(0)

    def _take_current(self) -> None:
        if self.view.currentIndex().isValid():
            self._on_opened(self.view.currentIndex().row())

    def _on_opened(self, row: int) -> None:
        exercise = self.model.exercise(row)
        self.picked.emit(exercise.id)
        if self._swaps:
            self.left.emit()
            return
        self._added += 1
        self.told.setText(
            trn("{name}: added", "{name}: added, {n} by now", self._added, name=exercise.name)
        )

    def _on_current_placed(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self._on_moved(self.view.visualRect(index))

    def _on_moved(self, place: QRect) -> None:
        at = self.view.pos() + place.center()
        self._area.ensureVisible(at.x(), at.y(), 0, place.height() // 2)
