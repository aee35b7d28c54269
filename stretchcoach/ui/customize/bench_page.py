"""The bench: the steps at the left, the text at the right, and what both come to above."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.lint.remark import Remark
from stretchcoach.files.edit.spans import ListSpan, TextSpan, find
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.customize.bench_head import BenchHead
from stretchcoach.ui.customize.conflict_bar import ConflictBar
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.bench_file import BenchFile
from stretchcoach.ui.customize.form.form_pane import FormPane
from stretchcoach.ui.customize.steps_column import LEAST_PX, StepsColumn
from stretchcoach.ui.customize.text.text_pane import TextPane
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar

LEFT_PX, FORM_PX, USUAL_PX = 370, 350, 1174  # the bench in a window of 1280
MOST_SHARE = 1.25  # of that in a wide window; the text takes the rest
FORM_LEAST_PX, TEXT_LEAST_PX = 320, 260
NARROW_PX = 900  # from there on form and text stand beside each other


class BenchPage(QWidget):
    """Works on what `file` has opened.

    `back_asked` wants the other routines, `pick_asked` one exercise of all: it has the id of that
    in whose place it is to stand, "" for none. `try_asked` has the path of the step from which on
    the routine is to be tried, () for the beginning.
    """

    back_asked = Signal()
    save_asked = Signal()
    pick_asked = Signal(str)
    try_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        bench: BenchDocument,
        file: BenchFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bench = bench
        self.file = file
        self.pictures = Thumbnails(self)
        self.head = BenchHead(theme)
        self.notice = NoticeBar(theme)
        self.conflict = ConflictBar(theme, bench)
        self.steps = StepsColumn(theme, bench, self.pictures)
        self.model, self.view = self.steps.model, self.steps.view
        self.quick, self.commands = self.steps.quick, self.steps.commands
        self.add_exercise, self.add_rest = self.steps.add_exercise, self.steps.add_rest
        self.totals, self.remarks = self.steps.totals, self.steps.remarks
        self.form = FormPane(theme, bench, self.pictures)
        self.text = TextPane(theme, bench)
        self._text_shown = False
        self._is_swapping = False
        self._refusal = ""
        self._build()
        self._connect()

    def take_focus(self) -> None:
        """Into the quick line, where one begins."""
        self._to_quick()

    def take(self, exercise_id: str) -> None:
        """What was picked: another exercise for the selected steps, or a new step."""
        if self._is_swapping:
            self.form.step.swap(exercise_id)
        else:
            self.commands.insert({"exercise": exercise_id})

    def _on_add_asked(self) -> None:
        self._is_swapping = False
        self.pick_asked.emit("")

    def _on_try_asked(self) -> None:
        self.try_asked.emit(())

    def _on_swap_asked(self, exercise_id: str) -> None:
        self._is_swapping = True
        self.pick_asked.emit(exercise_id)

    def _build(self) -> None:
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(1)
        self.columns.addWidget(self.steps)
        self.columns.addWidget(self.form)
        self.columns.addWidget(self.text)
        self.form.setMinimumWidth(FORM_LEAST_PX)
        self.text.setMinimumWidth(TEXT_LEAST_PX)
        for at, stretch in enumerate((2, 1, 3)):
            self.columns.setStretchFactor(at, stretch)
        self._is_divided = False
        self.columns.splitterMoved.connect(self._on_divided)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        bars = QVBoxLayout()
        bars.setContentsMargins(12, 0, 12, 0)
        bars.addWidget(self.notice)
        bars.addWidget(self.conflict)
        whole.addLayout(bars)
        whole.addWidget(self.columns, 1)

    def _connect(self) -> None:
        self.bench.read.connect(self._on_read)
        self.bench.weighed.connect(self._on_weighed)
        self.bench.judged.connect(self._on_judged)
        self.bench.refused.connect(self._on_refused)
        self.bench.written.connect(self._on_written)
        self.file.changed.connect(self._show_title)
        self.file.told.connect(self.notice.say)
        self.file.failed.connect(self.notice.say)
        self.file.conflict.connect(self.conflict.offer)
        self.file.gone.connect(self.conflict.tell_gone)
        self.file.settled.connect(self.conflict.put_away)
        self.conflict.anew_asked.connect(self.file.save_anew)
        self.file.saved.connect(self._on_saved)
        self.conflict.mine_kept.connect(self.file.keep_mine)
        self.conflict.theirs_taken.connect(self.file.take_theirs)
        self.head.back_asked.connect(self.back_asked)
        self.head.undo_asked.connect(self.bench.undo)
        self.head.redo_asked.connect(self.bench.redo)
        self.head.save_asked.connect(self.save_asked)
        self.head.about_asked.connect(self._to_routine)
        self.head.side_asked.connect(self._on_side_asked)
        self.quick.list_asked.connect(self._to_steps)
        self.add_exercise.clicked.connect(self._on_add_asked)
        self.form.step.try_asked.connect(self.try_asked)
        self.head.try_asked.connect(self._on_try_asked)
        self.form.step.swap_asked.connect(self._on_swap_asked)
        self.view.chosen.connect(self._on_chosen)
        self.text.edit.cursor_moved.connect(self._on_cursor_moved)
        self.remarks.place_asked.connect(self._on_remark_place)
        self.remarks.fix_asked.connect(self._on_fix)
        self.remarks.intended.connect(self._on_intended)
        keys = (
            (QKeySequence.StandardKey.Save, self.save_asked.emit),
            (QKeySequence.StandardKey.Undo, self.bench.undo),
            (QKeySequence.StandardKey.Redo, self.bench.redo),
            ("Ctrl+L", self._to_quick),
            ("Ctrl+Shift+L", self._on_add_asked),
            ("Ctrl+1", self._to_steps),
            ("Ctrl+2", self._to_form),
            ("Ctrl+3", self._to_text),
            ("Ctrl+0", self._to_routine),
        )
        self._keys = []
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
            self._keys.append(shortcut)

    def _on_read(self) -> None:
        reading, good = self.bench.reading, self.bench.good
        stale = reading.routine is None
        self.head.show_total(good.total_ms, of_before=stale)
        document = self.bench.document
        self.head.undo.setEnabled(document.isUndoAvailable())
        self.head.redo.setEnabled(document.isRedoAvailable())
        self._show_title()
        self._on_chosen()

    def _on_weighed(self) -> None:
        good = self.bench.good
        schedule = good.routine.schedule if good.routine else None
        self.totals.show_times(good.group_times, schedule, any_side=good.any_side)
        self.steps.foot.fit()

    def _on_judged(self) -> None:
        reading = self.bench.reading
        if reading.routine is not None:
            found = reading.caution_remarks(self.bench.cautions) + reading.remarks
            placed = tuple((remark, reading.line_of(remark.path)) for remark in found)
            self.remarks.show_remarks(placed)
        self.steps.foot.fit()

    def _show_title(self) -> None:
        root = self.bench.reading.root
        title = root.value("title") if root is not None else None
        words = title.text if isinstance(title, TextSpan) else ""
        self.head.show_title(words, self.file.tag, unsaved=self.file.is_unsaved)

    def _on_chosen(self) -> None:
        """Show what is selected in the form; tint its lines and bring them into sight."""
        rows = self.view.selected
        self.form.show_rows(rows)
        if not rows:
            self.text.edit.unmark()
            return
        self.text.edit.mark(rows[0].start, rows[-1].end)
        if not self.text.edit.hasFocus():
            self.text.edit.show_place(rows[0].start)

    def _on_cursor_moved(self, character: int) -> None:
        """Select the step that the cursor stands in."""
        here = [row for row in self.model.rows if row.start <= character <= row.end]
        if here and self.view.selected_paths != [here[-1].path]:
            self.view.select([here[-1].path])

    def _on_refused(self, reason: str) -> None:
        self._refusal = tr("Not done: {reason}", reason=reason)
        self.notice.say(self._refusal)

    def _on_written(self) -> None:
        """Something could be done: what could not is no news any more."""
        if self._refusal and self.notice.words.text() == self._refusal:
            self.notice.hide()
        self._refusal = ""

    def _on_saved(self, path: object) -> None:
        errors = len(self.bench.reading.errors)
        if errors:
            words = tr("Saved, but it cannot be done before its problems are mended.")
            self.notice.say(words)
        else:
            self.notice.hide()
        self.head.tell_saved()

    def _on_remark_place(self, remark: Remark) -> None:
        place = self.bench.reading.place_of(remark.path)
        self.text.edit.setFocus()
        self.text.edit.go_to(place)

    def _on_fix(self, remark: Remark) -> None:
        if remark.fix is None:
            return
        if remark.fix.order:
            self.bench.reorder(remark.fix.order)
        else:
            self.bench.set_keys({edit.path: edit.text for edit in remark.fix.edits})

    def _on_intended(self, remark: Remark) -> None:
        """Add its kind to what the file wants nothing said of."""
        path = ("lint", "ignore")
        root = self.bench.reading.root
        there = find(root, path) if root is not None else None
        codes = list(there.plain) if isinstance(there, ListSpan) else []
        self.bench.set_keys({path: [*codes, remark.code.value]})

    def _to_quick(self) -> None:
        self.quick.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.quick.line.selectAll()

    def _to_steps(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.view.selected and self.model.rows:
            self.view.select([self.model.rows[0].path])

    def _to_form(self) -> None:
        self._show_side(text=False)
        if self.view.selected:
            self.form.step.dose.amounts.edits[0].line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._to_routine()

    def _to_routine(self) -> None:
        """Its title, for whom it is, how often."""
        self._show_side(text=False)
        self.view.clearSelection()
        self.form.routine.words[0].line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_side_asked(self) -> None:
        self._show_side(text=not self._text_shown)

    def _show_side(self, *, text: bool) -> None:
        """Form or text, where the window is too narrow for both."""
        self._text_shown = text
        narrow = self.width() < self._theme.scaled(NARROW_PX)
        self.head.show_sides(narrow=narrow, text_shown=text)
        self.form.setVisible(not (narrow and text))
        self.text.setVisible(not narrow or text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """With form and text in turn."""
        wide = LEAST_PX + max(FORM_LEAST_PX, TEXT_LEAST_PX)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._show_side(text=self._text_shown)
        if not self._is_divided:
            room = self.width() / max(1, self._theme.scaled(USUAL_PX))
            share = min(MOST_SHARE, max(1.0, room))
            left, form = (round(self._theme.scaled(px) * share) for px in (LEFT_PX, FORM_PX))
            self.columns.setSizes([left, form, max(TEXT_LEAST_PX, self.width() - left - form)])

    def _on_divided(self) -> None:
        """From now on the columns are as wide as the person wants them."""
        self._is_divided = True

    def _to_text(self) -> None:
        self._show_side(text=True)
        self.text.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
