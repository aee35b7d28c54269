"""The file behind the page: opened, kept as a draft, saved with its picture, taken away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.language.i18n import tr
from stretchcoach.files.bench.drafts import Draft
from stretchcoach.files.bench.saving import (
    NotOpenedError,
    OpenedText,
    free_id,
    id_from,
    look_at,
    open_text,
)
from stretchcoach.files.edit.spans import EditRefusedError
from stretchcoach.files.own_exercises.kept_files import KeptFiles
from stretchcoach.files.own_exercises.pictures import (
    Pictures,
    pictures_as_text,
    pictures_from_text,
    still_name,
)
from stretchcoach.files.own_exercises.reading import name_fault, read_exercise, what_is_missing
from stretchcoach.files.own_exercises.saving import picture_name, save_exercise, sweep_pictures
from stretchcoach.files.own_exercises.texts import (
    NEW_ID,
    blank_text,
    copy_text,
    set_exercise_keys,
)
from stretchcoach.ui.keepers.draft_keeper import DraftKeeper
from stretchcoach.ui.own_exercise.exercise_document import ExerciseDocument, State
from stretchcoach.ui.own_exercise.photo_image import picture_of
from stretchcoach.ui.own_exercise.photo_reader import PhotoReader


class ExerciseFile(QObject):
    """`saved` has the id; `failed` a sentence: nothing was written; `faulty` the Problem of the
    text that is in the way. `told` has a sentence about what was opened or saved. `conflict` tells
    that the file was changed by others; `gone` has a sentence: it was deleted, or cannot be read.
    """

    saved = Signal(str)
    failed = Signal(str)
    faulty = Signal(object)
    told = Signal(str)
    conflict = Signal()
    gone = Signal(str)
    changed = Signal()

    def __init__(
        self,
        document: ExerciseDocument,
        kept: KeptFiles,
        photos: PhotoReader,
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._kept, self._photos = document, kept, photos
        self._folder = folder
        self._opened = OpenedText("")
        self._saved = State("")
        self._is_open = self._is_new = False
        self.keeper = DraftKeeper(kept.drafts, self._unsaved, self)
        self.keeper.failed.connect(self.failed)
        document.changed.connect(self._on_changed)

    @property
    def path(self) -> Path:
        return self.keeper.path

    @property
    def is_on_disk(self) -> bool:
        """Whether there is a file of it."""
        return self.keeper.base is not None

    @property
    def is_unsaved(self) -> bool:
        """Whether something differs from what the file says."""
        return self._is_open and self._document.state != self._saved

    @property
    def tag(self) -> str:
        """What it is, in a word or two."""
        return self.keeper.tag

    def begin(self, taken: Collection[str]) -> None:
        """A new one."""
        id_ = free_id(NEW_ID, taken)
        text = blank_text(id_)
        self._begin(
            Draft(self._kept.drafts.free_path(self._folder, id_), text, None),
            State(text),
            State(text),
            is_new=True,
        )

    def copy(self, path: Path, shown: Exercise, taken: Collection[str]) -> bool:
        """A copy of the exercise at `path`, as it is `shown`; whether it could be made."""
        try:
            text, id_ = copy_text(open_text(path).text, shown, taken)
        except (NotOpenedError, EditRefusedError) as error:
            self.failed.emit(tr("{name}: {reason}", name=path.name, reason=error))
            return False
        draft = Draft(self._kept.drafts.free_path(self._folder, id_), text, None, shown.name)
        self._begin(draft, State(text), State(text))
        self.told.emit(
            tr("This is your own copy of “{title}”; the original stays as it is.", title=shown.name)
        )
        return True

    def open(self, path: Path) -> bool:
        """The file at `path`, with what was written and not saved; whether it could be opened."""
        draft = self._kept.drafts.find(path)
        if draft is not None:
            self.resume(draft)
            return True
        try:
            self._opened = open_text(path)
        except NotOpenedError as error:
            self.failed.emit(tr("{name}: {reason}", name=path.name, reason=error))
            return False
        text = self._opened.text
        self._begin(Draft(path, text, text), State(text), State(text))
        return True

    def resume(self, draft: Draft) -> None:
        """Go on with what was not saved."""
        try:
            self._opened = open_text(draft.path)
        except NotOpenedError:
            self._opened = OpenedText("")
        pictures = pictures_from_text(draft.more) if self._kept.has_all(draft) else None
        is_new = draft.base is None and not draft.origin
        saved = State(draft.base or "")
        self._begin(draft, State(draft.text, pictures), saved, is_new=is_new)
        self.told.emit(tr("This is what you had written and not saved."))
        if draft.base is not None and look_at(self.keeper.path).text not in (draft.base, None):
            self.conflict.emit()

    def save(self, taken: Collection[str], *, anew: bool = False) -> bool:
        """Write the file and its picture; whether they were. `taken` are the ids of others; `anew`
        where the file is gone and is to be there again."""
        if not self._may_be_written(taken):
            self.keeper.keep_now()
            return False
        if not anew and not self._is_as_before():
            return False
        self._name_anew(taken)
        try:
            state, pictures = self._with_picture()
            save_exercise(self.keeper.path, self._opened, state.text, pictures)
        except (OSError, ValueError, EditRefusedError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.failed.emit(tr("Not saved: {reason}", reason=reason))
            self.keeper.keep_now()
            return False
        self._saved, self._is_new = state, False
        stays = self.keeper.saved(state.text)
        self._document.amend(state)
        self.saved.emit(self._document.reading.exercise.id)  # type: ignore[union-attr]
        if stays:
            self.told.emit(stays)
        return True

    def take_theirs(self) -> None:
        """What the file says now; what was here can be had back by undo."""
        theirs = look_at(self.keeper.path).text
        if theirs is None:
            self._is_as_before()
            return
        self.keeper.rebase(theirs)
        self._saved = State(theirs)
        self._document.change(self._saved)

    def keep_mine(self) -> None:
        """The next saving replaces what others wrote, which stays beside as the one before."""
        theirs = look_at(self.keeper.path).text
        if theirs is None:
            self._is_as_before()
            return
        self.keeper.rebase(theirs)
        self._on_changed()

    def discard(self) -> bool:
        """Forget what is not saved; whether that could be done. Where not, `failed` says why, and
        it is worked on still."""
        self._is_open = False
        self._is_open = not self.keeper.discard()
        self._kept.sweep()
        return not self._is_open

    def keep(self) -> bool:
        """Write the draft down now; whether nothing would be lost. What could not be written
        before may be written by now."""
        return self.keeper.keep()

    def close(self) -> None:
        """It is put away; what is not saved is kept."""
        if self._is_open and self.keep():
            self._is_open = False
            self._kept.sweep()
            if self.is_on_disk:
                sweep_pictures(self.path)

    def _begin(self, draft: Draft, state: State, saved: State, *, is_new: bool = False) -> None:
        """`saved` is what there is no need to keep, as it can be had again."""
        self.keeper.begin(draft)
        self._is_new, self._saved, self._is_open = is_new, saved, True
        self._document.open(draft.path, state)
        self._photos.load(
            state.pictures.kept if state.pictures and not state.pictures.drawn else ()
        )

    def _may_be_written(self, taken: Collection[str]) -> bool:
        """Whether it can be saved; says why where it cannot."""
        reason = self._why_not(taken)
        if reason:
            self.failed.emit(tr("Not saved: {reason}", reason=reason))
        elif self._document.reading.exercise is None:
            self.faulty.emit(self._document.reading.errors[0])
        return not reason and self._document.reading.exercise is not None

    def _is_as_before(self) -> bool:
        """Whether the file says what it did when this began; asks what to do where it does not."""
        outside = look_at(self.keeper.path)
        if outside.text == self.keeper.base:
            return True
        if outside.is_gone:
            self.gone.emit(outside.words)
        else:
            self.conflict.emit()
        return False

    def _why_not(self, taken: Collection[str]) -> str:
        """Why it cannot be saved, in words; "" where it can, or a problem of the text says why."""
        reading = self._document.reading
        if reading.exercise is None:
            return what_is_missing(reading)
        id_, base = reading.exercise.id, read_exercise(self.path, self.keeper.base or "")
        own_id, own_name = base.words(("id",)), base.words(("name",))
        if id_ in taken and id_ != own_id:
            return tr("the id “{id}” is that of another exercise - choose another", id=id_)
        others = {name: e for name, e in self._document.known.items() if name != own_id}
        is_called_so = reading.exercise.name == own_name  # and was before: it is no news
        return "" if is_called_so else name_fault(reading.exercise, others)

    def _name_anew(self, taken: Collection[str]) -> None:
        """A new exercise has the id of its name when it is first saved."""
        exercise = self._document.reading.exercise
        if not self._is_new or exercise is None or not exercise.id.startswith(NEW_ID):
            return
        own = free_id(id_from(exercise.name, "exercise"), set(taken) - {exercise.id})
        state = self._document.state
        text = set_exercise_keys(state.text, {("id",): own})
        self.keeper.move(self._folder, own)
        self._document.set_path(self.keeper.path)
        self._document.amend(state._replace(text=text))

    def _with_picture(self) -> tuple[State, dict[str, bytes]]:
        """What is to be written: the text that names the picture, and the picture."""
        state = self._document.state
        pictures, exercise = state.pictures, self._document.reading.exercise
        if pictures is None or not list(pictures.kept) or exercise is None:
            return state, {}
        files = self._files_of(pictures, exercise.id)
        text = set_exercise_keys(state.text, {("figure",): next(iter(files))})
        return state._replace(text=text), files

    def _files_of(self, pictures: Pictures, id_: str) -> dict[str, bytes]:
        if not pictures.drawn:
            content = picture_of(pictures, self._photos.whole_image)
            return {picture_name(id_, content): content}
        content = self._kept.read(pictures.drawn)
        name = picture_name(id_, content)
        return {name: content, still_name(name): self._kept.read(still_name(pictures.drawn))}

    def _on_changed(self) -> None:
        if self._is_open:
            self.keeper.ask()
            self.changed.emit()

    def _unsaved(self) -> Draft | None:
        if not self.is_unsaved:
            return None
        text, pictures = self._document.state
        return replace(self.keeper.draft, text=text, more=pictures_as_text(pictures))
