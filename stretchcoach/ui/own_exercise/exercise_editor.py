"""The page on which an exercise of one's own is written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.own_exercises.kept_files import KeptFiles
from stretchcoach.files.yaml.problems import Problem
from stretchcoach.ui.keepers.file_places import FilePlaces
from stretchcoach.ui.own_exercise.editor_head import EditorHead
from stretchcoach.ui.own_exercise.exercise_document import ExerciseDocument
from stretchcoach.ui.own_exercise.exercise_file import ExerciseFile
from stretchcoach.ui.own_exercise.facts_form import FactsForm
from stretchcoach.ui.own_exercise.photo_reader import PhotoReader
from stretchcoach.ui.own_exercise.picture_pane import PicturePane
from stretchcoach.ui.own_exercise.question_bar import QuestionBar
from stretchcoach.ui.own_exercise.text_view import TextView
from stretchcoach.ui.own_exercise.words_form import WordsForm
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.theme.tokens import TextRole
from stretchcoach.ui.widgets.layout.flow_layout import ColumnsLayout
from stretchcoach.ui.widgets.layout.scroll_page import ScrollPage
from stretchcoach.ui.widgets.surfaces.notice_bar import NoticeBar
from stretchcoach.ui.widgets.text.labels import PlainLabel
from stretchcoach.ui.window.loss import Loss

LEAST_PX, MOST_PX, GAP_PX = 460, 760, 40
BACK_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Back)
SAVE, KEEP, DISCARD = "save", "keep", "discard"
MINE, THEIRS = "mine", "theirs"
REMOVE, LOSE, STAY = "remove", "lose", "stay"
ANEW = "anew"
MOST_NAMED = 4


class ExerciseEditor(QWidget):
    """`saved` has the id of what was written; `left` when the page is to go. `remove_wanted`
    when the person wants the exercise gone and knows what that means."""

    saved = Signal(str)
    left = Signal()
    remove_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        shelf: Shelf,
        kept: KeptFiles,
        folder: Path,
        places: FilePlaces,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._shelf = theme, shelf
        self._leaves = False  # it goes as soon as what was asked meanwhile is answered
        self.setAccessibleName(tr("My exercise"))
        self.document = ExerciseDocument(shelf.exercises, self)
        self.photos = PhotoReader(kept, self)
        self.file = ExerciseFile(self.document, kept, self.photos, folder, self)
        self.head = EditorHead(theme)
        self.question = QuestionBar(theme)
        self.notice = NoticeBar(theme)
        self.words = WordsForm(theme, self.document)
        assets = shelf.known.assets
        self.picture = PicturePane(theme, self.document, self.photos, kept, places, assets)
        self.facts = FactsForm(theme, self.document)
        self.missing = PlainLabel(theme, "", TextRole.SMALL, "ink2", wrap=True)
        self.text = TextView(theme, self.document)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        theme.follow(self)

    def refresh_theme(self) -> None:
        scaled = self._theme.scaled
        self._columns.set_widths(scaled(LEAST_PX), scaled(MOST_PX))

    def set_library(self, shelf: Shelf) -> None:
        """The library was read anew."""
        self._shelf = shelf
        self.document.set_known(shelf.exercises)

    def take_focus(self) -> None:
        """Into the name, where one begins."""
        self.words.name.field.setFocus()
        if not self.file.is_on_disk:
            self.words.name.field.selectAll()

    def save(self) -> bool:
        """Write it down; whether it was."""
        return self._save()

    def leave(self) -> None:
        """Go, but ask first where something is not saved."""
        self.commit()
        if not self.file.is_unsaved:
            self.left.emit()
            return
        answers = [
            (SAVE, tr("Save it")),
            (KEEP, tr("Keep it for later")),
            (DISCARD, tr("Forget the changes")),
        ]
        self.question.ask(tr("This is not saved yet."), answers)

    def commit(self) -> None:
        """What was typed and not yet taken over is meant."""
        if self._stack.currentWidget() is self.text:
            self.text.commit()
        else:
            for part in (self.words, self.facts, self.picture):
                part.commit()

    def keep(self) -> bool:
        """The program may end at any moment, or the page may go; whether nothing is lost then."""
        self.commit()
        return self.file.keep()

    def may_go(self) -> bool:
        """Whether nothing is lost when the page goes; else it says why."""
        if self.keep():
            return True
        reason = self.file.keeper.problem
        self.notice.say(tr("What is not saved cannot be kept either: {reason}", reason=reason))
        return False

    def loss(self) -> Loss | None:
        """What would be lost now, as it could not be kept."""
        draft, name = self.file.keeper.at_risk, self.document.reading.words(("name",))
        return Loss(name, draft, self.file.keeper.problem) if draft is not None else None

    def ask_whether_to_remove(self, routines: Sequence[str]) -> None:
        """Take it away; but ask first where `routines` have it, or something is not saved."""
        if not routines:
            self._remove()
            return
        names = ", ".join(routines[:MOST_NAMED]) + (", …" if len(routines) > MOST_NAMED else "")
        words = tr("It stands in {routines}. They cannot be done without it.", routines=names)
        self.question.ask(words, [(STAY, tr("Leave it")), (REMOVE, tr("Remove it all the same"))])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() not in BACK_KEYS:
            super().keyPressEvent(event)
        elif self.question.isVisible():
            self._leaves = False
            self.question.put_away()
        else:
            self.leave()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.keep()

    def _build(self) -> None:
        form = ScrollPage(self._theme, tr("My exercise"), 2 * MOST_PX + GAP_PX)
        form.heading.hide()
        both = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        both.setSizePolicy(policy)
        self._columns = ColumnsLayout(GAP_PX, both, line_gap_px=28)
        left, right = QWidget(), QWidget()
        for box, parts in (
            (left, (self.words, self.missing, self.facts.more)),
            (right, (self.picture, PlainLabel(self._theme, tr("Facts"), TextRole.SECTION),
                     self.facts)),
        ):  # fmt: skip
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(18)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
            self._columns.addWidget(box)
        form.rows.addWidget(both)
        form.rows.addStretch(1)
        self.form = form
        self._stack.addWidget(form)
        self._stack.addWidget(self.text)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        bars = QVBoxLayout()
        bars.setContentsMargins(24, 0, 24, 0)
        bars.setSpacing(8)
        bars.addWidget(self.question)
        bars.addWidget(self.notice)
        whole.addLayout(bars)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.document.changed.connect(self._on_changed)
        self.document.refused.connect(self._on_refused)
        self.file.changed.connect(self._show_title)
        self.file.saved.connect(self._on_saved)
        self.file.failed.connect(self._on_failed)
        self.file.told.connect(self.notice.say)
        self.file.faulty.connect(self._on_faulty)
        self.file.conflict.connect(self._on_conflict)
        self.file.gone.connect(self._on_gone)
        self.photos.failed.connect(self.notice.say)
        self.picture.told.connect(self.notice.say)
        self.question.answered.connect(self._on_answered)
        self.head.back_asked.connect(self.leave)
        self.head.undo_asked.connect(self._on_undo)
        self.head.redo_asked.connect(self._on_redo)
        self.head.text_asked.connect(self._on_text_asked)
        self.head.remove_asked.connect(self._on_remove_asked)
        self.head.save_asked.connect(self.save)
        keys = (
            (QKeySequence.StandardKey.Save, self.save),
            (QKeySequence.StandardKey.Undo, self._on_undo),
            (QKeySequence.StandardKey.Redo, self._on_redo),
            (QKeySequence.StandardKey.Paste, self.picture.hold.paste_now),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _on_changed(self) -> None:
        for part in (self.words, self.facts, self.picture, self.text):
            part.refresh()
        self.head.undo.setEnabled(self.document.can_undo)
        self.head.redo.setEnabled(self.document.can_redo)
        said = [f"{remark.message} - {remark.reason}" for remark in self.document.reading.remarks]
        self.missing.setText("\n\n".join(said))
        self.missing.setVisible(bool(said))
        if self.document.reading.root is None and self._stack.currentWidget() is self.form:
            self._show_text(shown=True)
        self._show_title()

    def _show_title(self) -> None:
        unsaved = self.file.is_unsaved
        state = tr("not saved") if unsaved else tr("saved") if self.file.is_on_disk else ""
        name = self.document.reading.words(("name",))
        can_remove = self.file.is_on_disk
        self.head.show_title(name, self.file.tag, state, can_remove=can_remove)

    def _on_undo(self) -> None:
        self.commit()
        self.document.undo()

    def _on_redo(self) -> None:
        self.document.redo()

    def _on_text_asked(self) -> None:
        self.commit()
        self._show_text(shown=self._stack.currentWidget() is self.form)

    def _show_text(self, *, shown: bool) -> None:
        if not shown and self.document.reading.root is None:
            self.notice.say(tr("The text has a problem: mend it first."))
            return
        self.document.settle()
        self._stack.setCurrentWidget(self.text if shown else self.form)
        self.head.show_text_shown(shown=shown)
        (self.text.edit if shown else self.words.name.field).setFocus()

    def _on_remove_asked(self) -> None:
        exercise_id = self.document.reading.words(("id",))
        cards = (card for card in self._shelf.cards if card.facts is not None)
        self.ask_whether_to_remove(
            [c.name for c in cards if c.facts and exercise_id in c.facts.exercises]
        )

    def _on_refused(self, reason: str) -> None:
        self.notice.say(tr("Not done: {reason}", reason=reason))

    def _on_failed(self, sentence: str) -> None:
        self.notice.say(sentence)

    def _on_faulty(self, problem: Problem) -> None:
        """Said by the name of the field, which takes the focus; by the line where there is none."""
        path = self.document.reading.path_of(problem)
        field = self.words.field_at(path) or self.facts.field_at(path)
        if self._stack.currentWidget() is self.text or field is None:
            where = tr("line {line}: {problem}", line=problem.line, problem=problem.message)
        else:
            where = f"{field.accessibleName()}: {problem.message}"
            if field.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                field.setFocus()
        self.notice.say(tr("Not saved: {reason}", reason=where))

    def _on_saved(self, exercise_id: str) -> None:
        self.notice.hide()
        self._show_title()
        self.saved.emit(exercise_id)

    def _on_conflict(self) -> None:
        answers = [(MINE, tr("Keep what is here")), (THEIRS, tr("Take what the file says"))]
        self.question.ask(tr("The file was changed outside while you worked on it."), answers)

    def _on_gone(self, sentence: str) -> None:
        self.question.ask(sentence, [(ANEW, tr("Save it anew"))])

    def _on_answered(self, key: str) -> None:
        leaves, self._leaves = self._leaves, False
        if key in (SAVE, ANEW):
            self._save(anew=key == ANEW, leaves=leaves or key == SAVE)
        elif (key == KEEP and self.may_go()) or (key == DISCARD and self.file.discard()):
            self.left.emit()
        elif key == MINE:
            self.file.keep_mine()
            if leaves:
                self._save(leaves=True)
        elif key == THEIRS:  # it stays: what was here can be had back by undo
            self.file.take_theirs()
        elif key == REMOVE:
            self._remove()
        elif key == LOSE:
            self.remove_wanted.emit()

    def _save(self, *, anew: bool = False, leaves: bool = False) -> bool:
        """Write it down, and go then where it `leaves`; at once, or after what is asked now."""
        self.commit()
        self._leaves = False
        if not self.file.save(taken_ids(self._shelf), anew=anew):
            self._leaves = leaves and bool(self.question.buttons)
            return False
        if leaves:
            self.left.emit()
        return True

    def _remove(self) -> None:
        self.commit()
        if not self.file.is_unsaved:
            self.remove_wanted.emit()
            return
        words = tr("What is not saved is lost with it; only what was saved can be brought back.")
        self.question.ask(words, [(STAY, tr("Leave it")), (LOSE, tr("Remove it all the same"))])


def taken_ids(shelf: Shelf) -> Collection[str]:
    """The ids that a new exercise cannot have."""
    return {entry.id for entry in shelf.exercise_entries}
