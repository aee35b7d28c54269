"""The bench: the steps at the left, the text at the right, and what both come to above."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.core.lint.remark import Remark
from stretchcoach.files.edit.spans import ListSpan, TextSpan, find
from stretchcoach.ui.cards.thumbnails import Thumbnails
from stretchcoach.ui.customize.bench_head import BenchHead, Rule
from stretchcoach.ui.customize.conflict_bar import ConflictBar
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.bench_file import BenchFile
from stretchcoach.ui.customize.form.form_pane import FormPane
from stretchcoach.ui.customize.remark_list import RemarkList
from stretchcoach.ui.customize.steps.quick_entry import QuickEntry
from stretchcoach.ui.customize.steps.step_commands import StepCommands
from stretchcoach.ui.customize.steps.step_delegate import StepDelegate
from stretchcoach.ui.customize.steps.step_model import StepModel
from stretchcoach.ui.customize.steps.step_view import StepView
from stretchcoach.ui.customize.text.text_pane import TextPane
from stretchcoach.ui.customize.totals_line import TotalsLine
from stretchcoach.ui.theme.icon_shapes import IconName
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.controls.buttons import Button
from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar

LEFT_PX, FORM_PX = 370, 350
LEFT_LEAST_PX, FORM_LEAST_PX, TEXT_LEAST_PX = 290, 320, 260
NARROW_PX = 900  # from there on form and text stand beside each other
REMARKS_PX = 190


class BenchPage(QWidget):
    """Works on what `file` has opened. `back_asked` wants the other routines, `pick_asked` one
    exercise of all: it has the id of that in whose place it is to stand, "" for none."""

    back_asked = Signal()
    save_asked = Signal()
    pick_asked = Signal(str)

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
        self.model = StepModel(bench, self)
        self.quick = QuickEntry(theme, bench.known, self.pictures)
        self.view = StepView(theme, self.model)
        self.view.setItemDelegate(StepDelegate(theme, self.view, self.model, self.pictures))
        self.commands = StepCommands(bench, self.model, self.view)
        self.add_exercise = Button(theme, tr("Exercise"), icon=IconName.PLUS)
        self.add_exercise.setToolTip(tr("All exercises as pictures"))
        self.add_rest = Button(theme, tr("Rest"), icon=IconName.PLUS)
        self.totals = TotalsLine(theme)
        self.remarks = RemarkList(theme)
        self.form = FormPane(theme, bench, self.pictures)
        self.text = TextPane(theme, bench)
        self._text_shown = False
        self._is_swapping = False
        self._build()
        self._connect()
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.remarks.setMaximumHeight(self._theme.scaled(REMARKS_PX))

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

    def _on_swap_asked(self, exercise_id: str) -> None:
        self._is_swapping = True
        self.pick_asked.emit(exercise_id)

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.setSpacing(8)
        top.addWidget(self.quick)
        more = QHBoxLayout()
        more.setSpacing(8)
        for button in (self.add_exercise, self.add_rest):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            more.addWidget(button)
        top.addLayout(more)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(Rule(self._theme))
        column.addWidget(self.totals)
        column.addWidget(self.remarks)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(1)
        self.columns.addWidget(left)
        self.columns.addWidget(self.form)
        self.columns.addWidget(self.text)
        self.form.setMinimumWidth(FORM_LEAST_PX)
        left.setMinimumWidth(LEFT_LEAST_PX)
        self.text.setMinimumWidth(TEXT_LEAST_PX)
        for at, stretch in enumerate((2, 1, 3)):
            self.columns.setStretchFactor(at, stretch)
        self._is_laid_out = False
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
        self.bench.refused.connect(self._on_refused)
        self.file.changed.connect(self._show_title)
        self.file.told.connect(self.notice.say)
        self.file.failed.connect(self.notice.say)
        self.file.conflict.connect(self.conflict.offer)
        self.file.saved.connect(self._on_saved)
        self.conflict.mine_kept.connect(self.file.keep_mine)
        self.conflict.theirs_taken.connect(self.file.take_theirs)
        self.head.back_asked.connect(self.back_asked)
        self.head.undo_asked.connect(self.bench.undo)
        self.head.redo_asked.connect(self.bench.redo)
        self.head.save_asked.connect(self.save_asked)
        self.head.about_asked.connect(self._to_routine)
        self.head.side_asked.connect(self._on_side_asked)
        self.quick.step_asked.connect(self.commands.insert)
        self.quick.list_asked.connect(self._to_steps)
        self.add_exercise.clicked.connect(self._on_add_asked)
        self.add_rest.clicked.connect(self.commands.rest)
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
        reading, good = self.bench.reading, self.bench.good
        schedule = good.routine.schedule if good.routine else None
        self.totals.show_times(good.group_times, schedule, any_side=good.any_side)
        if reading.routine is not None:
            found = reading.remarks
            placed = tuple((remark, reading.line_of(remark.path)) for remark in found)
            self.remarks.show_remarks(placed)

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
        self.notice.say(tr("Not done: {reason}", reason=reason))

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
            self.form.step.amounts[0].line.setFocus(Qt.FocusReason.ShortcutFocusReason)
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
        wide = LEFT_LEAST_PX + max(FORM_LEAST_PX, TEXT_LEAST_PX)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._show_side(text=self._text_shown)
        if not self._is_laid_out:
            self._is_laid_out = True
            left, form = self._theme.scaled(LEFT_PX), self._theme.scaled(FORM_PX)
            self.columns.setSizes([left, form, max(TEXT_LEAST_PX, self.width() - left - form)])

    def _to_text(self) -> None:
        self._show_side(text=True)
        self.text.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
