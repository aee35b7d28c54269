"""The text of a routine: with numbers of lines, problems underlined where they are, completion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.text_units import characters, units
from stretchcoach.ui.customize.text.completer import TextCompleter
from stretchcoach.ui.customize.text.problem_bands import ProblemBands
from stretchcoach.ui.customize.text.yaml_colours import YamlColours
from stretchcoach.ui.problems.source_excerpt import mono_font
from stretchcoach.ui.theme.theme import Theme

NUMBERS_GAP_PX = 12
LEAST_DIGITS = 2
INDENT = 2


class TextEdit(QPlainTextEdit):
    """Writes the text of `bench`. `line_entered` has the character at which the cursor stands."""

    cursor_moved = Signal(int)
    save_asked = Signal()

    def __init__(self, theme: Theme, bench: BenchDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bench = bench
        self._marked: tuple[int, int] | None = None
        self._problems: Sequence[Problem] = ()
        self.setDocument(bench.document)
        self.setAccessibleName(tr("Text of the routine"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(False)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setStyleSheet("QPlainTextEdit { border: 0; border-radius: 0; padding: 0; }")
        self._numbers = _Numbers(self)
        self.bands = ProblemBands(theme, bench.layout)
        self._colours = YamlColours(theme, bench.document)
        self.completer = TextCompleter(theme, self, bench)
        self.blockCountChanged.connect(self._fit_numbers)
        self.updateRequest.connect(self._on_update_request)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        bench.read.connect(self._on_read)
        bench.weighed.connect(self._on_weighed)
        theme.follow(self)

    def refresh_theme(self) -> None:
        self.setFont(mono_font(self._theme))
        self._fit_numbers()
        self.bands.refresh()
        self._show_marks()

    @property
    def numbers_width(self) -> int:
        digits = max(LEAST_DIGITS, len(str(max(1, self.blockCount()))))
        return 2 * NUMBERS_GAP_PX + self.fontMetrics().horizontalAdvance("9") * digits

    @property
    def character(self) -> int:
        """The character at which the cursor stands."""
        return characters(self._bench.text, self.textCursor().position())

    def mark(self, start: int, end: int) -> None:
        """Tint the lines of these characters, those of the step that is worked on."""
        self._marked = (start, end)
        self._show_marks()

    def unmark(self) -> None:
        self._marked = None
        self._show_marks()

    def go_to(self, character: int) -> None:
        """Put the cursor there and bring it into sight."""
        cursor = self.textCursor()
        cursor.setPosition(units(self._bench.text, character))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_place(self, character: int) -> None:
        """Bring a place into sight, and leave the cursor where it is."""
        block = self.document().findBlock(units(self._bench.text, character))
        first = self.firstVisibleBlock().blockNumber()
        shown = self.viewport().height() // max(1, self.fontMetrics().height())
        if not first <= block.blockNumber() < first + shown - 3:
            self.verticalScrollBar().setValue(max(0, block.blockNumber() - shown // 3))

    def go_to_problem(self, problem: Problem) -> None:
        block = self.document().findBlockByNumber(problem.line - 1)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units(block.text(), problem.column - 1))
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.completer.take_key(event):
            return
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if key == Qt.Key.Key_Tab and plain:
            self._indent()
        elif key == Qt.Key.Key_Backtab:
            self._outdent()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._new_line()
        elif key == Qt.Key.Key_Escape and plain:
            event.ignore()  # Tab writes here, so Escape leads out
        else:
            super().keyPressEvent(event)
            self.completer.follow(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        box = self.contentsRect()
        self._numbers.setGeometry(QRect(box.left(), box.top(), self.numbers_width, box.height()))
        self.bands.set_width(self.viewport().width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for block, box in self._blocks_to(event.rect().bottom()):
            self.bands.paint(painter, block.blockNumber(), box)
        painter.end()

    def paint_numbers(self, event: QPaintEvent) -> None:
        """The numbers of the lines, beside them."""
        palette = self._theme.palette
        problems = {problem.line for problem in self._problems}
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), QColor(palette.surface))
        for block, lines in self._blocks_to(event.rect().bottom()):
            number = block.blockNumber() + 1
            painter.setPen(QColor(palette.amber if number in problems else palette.ink3))
            wide = self._numbers.width() - NUMBERS_GAP_PX
            box = QRect(0, round(lines.top()), wide, round(lines.height()))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(number))
        painter.end()

    def _blocks_to(self, bottom_px: int) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The lines in sight down to there, each with its box in the viewport."""
        block = self.firstVisibleBlock()
        box = self.blockBoundingGeometry(block).translated(self.contentOffset())
        while block.isValid() and box.top() <= bottom_px:
            if block.isVisible():
                yield block, box
            block = block.next()
            box = QRectF(box.bottomLeft(), self.blockBoundingRect(block).size())

    def _indent(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            self._shift_lines(cursor, INDENT)
        else:
            cursor.insertText(" " * (INDENT - cursor.positionInBlock() % INDENT))

    def _outdent(self) -> None:
        self._shift_lines(self.textCursor(), -INDENT)

    def _shift_lines(self, cursor: QTextCursor, by: int) -> None:
        document = self.document()
        block: QTextBlock = document.findBlock(cursor.selectionStart())
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        while block.isValid() and block.blockNumber() <= last:
            edit = QTextCursor(block)
            if by > 0 and block.text().strip():
                edit.insertText(" " * by)
            elif by < 0:
                blanks = len(block.text()) - len(block.text().lstrip(" "))
                for _ in range(min(-by, blanks)):
                    edit.deleteChar()
            block = block.next()
        cursor.endEditBlock()

    def _new_line(self) -> None:
        """A new line below its neighbours; behind a key without a value further in."""
        cursor = self.textCursor()
        line = cursor.block().text()[: cursor.positionInBlock()]
        indent = len(line) - len(line.lstrip(" "))
        text = line.strip()
        if text.startswith("- "):
            indent += INDENT
        if text.endswith(":"):
            indent += INDENT
        cursor.insertText("\n" + " " * indent)
        self.ensureCursorVisible()

    def _on_read(self) -> None:
        reading = self._bench.reading
        self._problems = () if reading.is_bare else reading.errors
        self.bands.keep(self._problems)
        self._show_marks()
        self._numbers.update()

    def _on_weighed(self) -> None:
        self.bands.show(self._problems)
        self.setCenterOnScroll(bool(self._problems))  # what is said below the last line is seen
        self._numbers.update()

    def _show_marks(self) -> None:
        marks = []
        palette = self._theme.palette
        if self._marked is not None:
            marks += [self._whole_line(line, palette.teal_tint) for line in self._marked_lines()]
        for problem in self._problems:
            block = self.document().findBlockByNumber(problem.line - 1)
            if block.isValid():
                marks.append(self._whole_line(block.blockNumber(), palette.amber_tint))
                marks.append(self._underlined(block, problem))
        self.setExtraSelections(marks)

    def _marked_lines(self) -> range:
        assert self._marked is not None
        text = self._bench.text
        start, end = (units(text, min(at, len(text))) for at in self._marked)
        find = self.document().findBlock
        return range(find(start).blockNumber(), find(max(start, end - 1)).blockNumber() + 1)

    def _whole_line(self, line: int, colour: str) -> QTextEdit.ExtraSelection:
        mark = _selection(QTextCursor(self.document().findBlockByNumber(line)))
        mark.format.setBackground(QColor(colour))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return mark

    def _underlined(self, block: QTextBlock, problem: Problem) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(block)
        column = min(units(block.text(), problem.column - 1), max(0, block.length() - 2))
        cursor.setPosition(block.position() + column)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
        if not cursor.hasSelection():
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        mark = _selection(cursor)
        mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        mark.format.setUnderlineColor(QColor(self._theme.palette.amber))
        return mark

    def _fit_numbers(self, *_: object) -> None:
        self.setViewportMargins(self.numbers_width, 0, 0, 0)

    def _on_update_request(self, rect: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())

    def _on_cursor_moved(self) -> None:
        if self.hasFocus():
            self.cursor_moved.emit(self.character)

    def cursor_corner(self) -> QPoint:
        """Below the cursor, in this widget."""
        return self.viewport().mapTo(self, self.cursorRect().bottomLeft())


class _Numbers(QWidget):
    def __init__(self, edit: TextEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._edit.numbers_width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self._edit.paint_numbers(event)


def _selection(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    mark.format = QTextCharFormat()
    return mark
