"""The file behind the bench: opened, kept as a draft, saved, and changed by others meanwhile."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.bench.drafts import Draft, Drafts
from stretchcoach.files.bench.saving import (
    NotOpenedError,
    OpenedText,
    Outside,
    copy_of,
    free_id,
    id_from,
    look_at,
    open_text,
    save_text,
)
from stretchcoach.files.bench.templates import NEW_ID, Template
from stretchcoach.files.edit.keys import set_keys
from stretchcoach.files.edit.spans import EditRefusedError, read_spans
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.keepers.draft_keeper import DraftKeeper


class BenchFile(QObject):
    """`saved` has the path; `failed` a sentence. `conflict` has the text that others wrote, `gone`
    a sentence: there is none any more. `settled` comes when neither holds any longer.

    `told` has a sentence about what was opened or saved: that it is a copy, that a draft was found.
    """

    saved = Signal(object)
    failed = Signal(str)
    told = Signal(str)
    conflict = Signal(str)
    gone = Signal(str)
    settled = Signal()
    changed = Signal()

    def __init__(
        self, bench: BenchDocument, drafts: Drafts, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._folder = folder
        self._opened = OpenedText("")
        self._is_open = False
        self._new_id = ""
        self._untouched: str | None = None
        self._conflict = self._is_gone = False
        self.keeper = DraftKeeper(drafts, self._unsaved, self)
        self.keeper.failed.connect(self.failed)
        bench.written.connect(self._on_written)

    @property
    def is_open(self) -> bool:
        return self._is_open

    @property
    def is_unsaved(self) -> bool:
        """Whether the text is another than that of the file, or stands in no file."""
        other = self._is_gone or self._bench.text != (self.keeper.base or "")
        return self._is_open and other

    @property
    def tag(self) -> str:
        """What it is, in a word or two."""
        return self.keeper.tag if self._is_open else ""

    def open(self, path: Path) -> bool:
        """The file at `path`, with what was written and not saved; whether it could be opened."""
        draft = self.keeper.drafts.find(path)
        try:
            self._opened = open_text(path)
        except NotOpenedError as error:
            if draft is None:
                self.failed.emit(tr("{name}: {reason}", name=path.name, reason=error))
                return False
            self._opened = OpenedText("")
        if draft is not None:
            self._take_up(draft)
        else:
            self._begin(Draft(path, self._opened.text, self._opened.text))
        return True

    def resume(self, draft: Draft) -> None:
        """Go on with what was not saved."""
        try:
            self._opened = open_text(draft.path)
        except NotOpenedError:
            self._opened = OpenedText("")
        self._take_up(draft)

    def copy(
        self,
        path: Path,
        title: str,
        taken: Collection[str],
        *,
        new_title: str = "",
        folder: Path | None = None,
    ) -> bool:
        """A copy of the routine at `path` with an id of its own, and a title where that is said, in
        `folder`; whether it could be made."""
        try:
            text, id_ = copy_of(open_text(path).text, taken)
            if new_title:
                text = set_keys(text, {("title",): new_title}).text
        except (NotOpenedError, EditRefusedError) as error:
            self.failed.emit(tr("{name}: {reason}", name=path.name, reason=error))
            return False
        self._opened = OpenedText("")
        self._begin(Draft(self._free_path(folder, id_), text, None, title))
        self._untouched = text
        self.told.emit(
            tr("This is your own copy of “{title}”; the original stays as it is.", title=title)
        )
        return True

    def begin(self, template: Template, taken: Collection[str], folder: Path | None = None) -> None:
        """A new routine, in `folder` where it is for a client."""
        id_ = free_id(NEW_ID, taken)
        self._opened = OpenedText("")
        self._begin(Draft(self._free_path(folder, id_), template.text(id_), None))
        self._new_id = id_
        self._untouched = self._bench.text

    def save(self, taken: Collection[str] = ()) -> bool:
        """Write the file; whether it was. `taken` are the ids of other routines."""
        if not self._is_open or not self._bench.take_pending():
            return False
        outside = look_at(self.keeper.path)
        is_known_gone = self._is_gone and outside == Outside(None)
        if outside.text != self.keeper.base and not is_known_gone:
            self._tell_of(outside)
            return False
        self._name_anew(taken)
        text, path = self._bench.text, self.keeper.path
        try:
            save_text(path, self._opened, text)
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            words = tr("This was not saved: {reason}", reason=reason)
            self.failed.emit(" ".join(filter(None, (words, self.keeper.keep_or_why_not()))))
            return False
        stays = self.keeper.saved(text)
        self._new_id = ""
        self._bench.document.setModified(False)
        self._settle()
        self.changed.emit()
        self.saved.emit(path)
        if stays:
            self.told.emit(stays)
        return True

    def look_outside(self) -> None:
        """The file may have been written by others: follow it, or tell that there are two."""
        if not self._is_open or self.keeper.base is None:
            return
        outside = look_at(self.keeper.path)
        if outside.text == self.keeper.base:
            self._settle()
            return
        if outside.is_gone:
            if not self._is_gone:
                self._tell_of(outside)
            return
        self._bench.take_pending()
        if self._conflict:
            return
        if self.is_unsaved:
            self._tell_of(outside)
        else:
            self.take_theirs()
            self.told.emit(tr("The file was changed outside; this is what it says now."))

    def take_theirs(self) -> None:
        """What the file says now; what was here can be had back by undo."""
        outside = look_at(self.keeper.path)
        if outside.text is None:
            self._tell_of(outside)
            return
        self._bench.replace_text(outside.text)
        self.keeper.rebase(outside.text)
        self._settle()
        self._on_written()

    def keep_mine(self) -> None:
        """What is here; the next saving replaces what others wrote, which stays as a backup."""
        self.keeper.rebase(look_at(self.keeper.path).text)
        self._settle()
        self._on_written()

    def save_anew(self) -> bool:
        """Where there is no text any more; what cannot be read there stays as a backup."""
        self.keep_mine()
        return self.save()

    def close(self) -> None:
        """Put it away; what is not saved is kept as a draft. Not where a field has what cannot be
        written; it is told, and is not in the way the next time."""
        all_taken = self._bench.take_pending()
        if self.keeper.keep() and all_taken:
            self._is_open = False
            self.changed.emit()

    def keep(self) -> None:
        """Write the draft down now; what could not be written before may be written by now."""
        self._bench.take_pending()
        self.keeper.keep()

    def _free_path(self, folder: Path | None, id_: str) -> Path:
        return self.keeper.drafts.free_path(folder or self._folder, id_)

    def _begin(self, draft: Draft) -> None:
        self.keeper.begin(draft)
        self._is_open = True
        self._settle()
        self._new_id = ""
        self._untouched = None
        self._bench.open(draft.path, draft.text)
        self.changed.emit()

    def _take_up(self, draft: Draft) -> None:
        self._begin(draft)
        self._new_id = _id_of(draft.text) if draft.base is None and not draft.origin else ""
        if draft.base is not None or draft.text:
            self.told.emit(tr("This is what you had written and not saved."))
        outside = look_at(draft.path)
        if draft.base is not None and outside.text != draft.base:
            self._tell_of(outside)

    def _tell_of(self, outside: Outside) -> None:
        """The file is another than it was here."""
        self._is_gone, self._conflict = outside.is_gone, not outside.is_gone
        if outside.text is not None:
            self.conflict.emit(outside.text)
        else:
            self.gone.emit(outside.words)
            self._on_written()  # what is here is nowhere else now

    def _settle(self) -> None:
        if self._conflict or self._is_gone:
            self._conflict = self._is_gone = False
            self.settled.emit()
            self.changed.emit()

    def _name_anew(self, taken: Collection[str]) -> None:
        """A new routine is called by its title when it is first saved."""
        root = self._bench.reading.root
        if not self._new_id or root is None or _id_of(self._bench.text) != self._new_id:
            return
        title = root.value("title")
        plain = title.plain if title is not None else ""
        wanted = free_id(id_from(plain if isinstance(plain, str) else ""), taken)
        before = self.keeper.path
        if wanted != self._new_id and self._bench.set_keys({("id",): wanted}):
            self.keeper.move(before.parent, wanted)
            self._bench.set_path(self.keeper.path)
            if before != self.keeper.path:
                self._bench.read_now()

    def _on_written(self) -> None:
        if self._is_open:
            self.keeper.ask()
            self.changed.emit()

    def _unsaved(self) -> Draft | None:
        if not self.is_unsaved or self._bench.text == self._untouched:
            return None  # what nobody has changed yet is made again as easily
        return replace(self.keeper.draft, text=self._bench.text)


def _id_of(text: str) -> str:
    try:
        found = read_spans(text).value("id")
    except EditRefusedError:
        return ""
    plain = found.plain if found is not None else ""
    return plain if isinstance(plain, str) else ""
