"""What can be done with the steps that are selected: keys, menu and buttons lead here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.bench.row import Row, RowKind
from stretchcoach.files.edit.spans import Plain
from stretchcoach.files.edit.steps import Place, step_place
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.steps.step_model import StepModel
from stretchcoach.ui.customize.steps.step_view import StepView
from stretchcoach.ui.widgets.controls.buttons import escape_ampersand

NEW_REST = "20s"


class StepCommands(QObject):
    """Acts on what is selected in `view`. Each command has its key there."""

    def __init__(self, bench: BenchDocument, model: StepModel, view: StepView) -> None:
        super().__init__(view)
        self._bench = bench
        self._model = model
        self._view = view
        self.actions: list[QAction] = []
        keys = QKeySequence.StandardKey
        self.move_up = self._action(tr("Move up"), self.up, "Alt+Up")
        self.move_down = self._action(tr("Move down"), self.down, "Alt+Down")
        self._separator()
        self.cut_steps = self._action(tr("Cut"), self.cut, keys.Cut)
        self.copy_steps = self._action(tr("Copy"), self.copy, keys.Copy)
        self.paste_steps = self._action(tr("Paste"), self.paste, keys.Paste)
        self.double_steps = self._action(tr("Duplicate"), self.double, "Ctrl+D")
        self.take_out = self._action(tr("Delete"), self.delete, keys.Delete)
        self._separator()
        self.bundle = self._action(tr("Repeat together"), self.repeat, "Ctrl+G")
        self.unbundle = self._action(tr("Take out of the repeat"), self.no_repeat, "Ctrl+Shift+G")
        self.add_rest = self._action(tr("Rest behind it"), self.rest, "Ctrl+R")
        self.off = self._action(tr("Off for now"), self.switch_off, "Ctrl+E")
        view.menu_asked.connect(self.show_menu)
        view.dropped.connect(self.drop)
        bench.moved.connect(self._on_moved)

    def _action(
        self, text: str, act: Callable[[], object], key: QKeySequence.StandardKey | str
    ) -> QAction:
        action = QAction(escape_ampersand(text), self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self._view.addAction(action)
        self.actions.append(action)
        return action

    def _separator(self) -> None:
        line = QAction(self)
        line.setSeparator(True)
        self.actions.append(line)

    def show_menu(self, where: QPoint) -> None:
        self.menu().popup(where)

    def menu(self) -> QMenu:
        """All commands, for what is selected."""
        rows = self._view.selected
        some = bool(rows)
        for action in self.actions:
            action.setEnabled(some or action in (self.paste_steps, self.add_rest))
        self.unbundle.setEnabled(some and (rows[0].kind is RowKind.BLOCK or rows[0].depth > 0))
        self.off.setText(tr("Off for now") if any(r.is_on for r in rows) else tr("On again"))
        menu = QMenu(self._view)
        menu.setToolTipsVisible(True)
        menu.addActions(self.actions)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def insert(self, said: dict[str, Plain]) -> bool:
        """A new step behind what is selected; whether it could be put in."""
        return self._bench.put_in(self._view.place, [said])

    def cut(self) -> None:
        if self.copy():
            self.delete()

    def copy(self) -> bool:
        """The selected steps as YAML; whether there were any."""
        paths = self._view.selected_paths
        text = self._bench.copied(paths) if paths else ""
        if text:
            # As text: a QMimeData of Python that the clipboard has at the end crashes the process.
            QGuiApplication.clipboard().setText(text)
        return bool(text)

    def paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._bench.paste(self._view.place, text)

    def drop(self, text: str, place: Place, own: bool) -> None:
        """Let go of steps at a place; those of this list move."""
        if own:
            self._bench.move(self._view.selected_paths, place)
        elif text.strip():
            self._bench.paste(place, text)

    def double(self) -> None:
        if paths := self._view.selected_paths:
            self._bench.double(paths)

    def delete(self) -> None:
        """Take the selected steps out; what comes next is selected."""
        paths = self._view.selected_paths
        if not paths:
            return
        row = self._model.row_at(paths[0]) or 0
        if self._bench.take_out(paths) and self._model.rows:
            self._view.select([self._model.rows[min(row, len(self._model.rows) - 1)].path])

    def repeat(self) -> None:
        if paths := self._view.selected_paths:
            self._bench.bundle(paths)

    def no_repeat(self) -> None:
        """Without the block that is selected, or that the selected step is in."""
        rows = self._view.selected
        if rows:
            path = rows[0].path
            if rows[0].kind is not RowKind.BLOCK and len(path) > 2:
                path = path[:-2]
            self._bench.unbundle(path)

    def rest(self) -> None:
        self.insert({"rest": NEW_REST})

    def switch_off(self) -> None:
        """Off for now, or on again where all of them are off."""
        rows = self._view.selected
        if rows:
            value = "false" if any(row.is_on for row in rows) else None
            self._bench.set_keys({(*row.path, "enabled"): value for row in rows})

    def up(self) -> None:
        """In front of the row above, into a block and out of it."""
        rows, first, _ = self._span()
        if first <= 0:
            return
        above, own = rows[first - 1], rows[first]
        if above.depth > own.depth:
            place = self._model.place_behind(first - 1)
        else:  # the head of its own block, too: then it comes out
            place = step_place(above.path)
        self._bench.move(self._view.selected_paths, place)

    def down(self) -> None:
        """Behind the row below, into a block and out of it."""
        rows, first, last = self._span()
        if first < 0:
            return
        own = rows[first]
        if last + 1 < len(rows) and rows[last + 1].depth >= own.depth:
            place = self._model.place_behind(last + 1)
        elif own.depth:
            block = step_place(own.path[:-2])
            place = Place(block.path, block.at + 1)
        else:
            return
        self._bench.move(self._view.selected_paths, place)

    def _span(self) -> tuple[tuple[Row, ...], int, int]:
        """All rows, the first that is selected, and the last, with what lies in it; -1 for none."""
        rows = self._model.rows
        paths = self._view.selected_paths
        if not paths:
            return rows, -1, -1
        inside = [at for at, row in enumerate(rows) if any(row.path[: len(p)] == p for p in paths)]
        return rows, inside[0], inside[-1]

    def _on_moved(self, paths: list[KeyPath]) -> None:
        self._view.select(paths)
