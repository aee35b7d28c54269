"""What is written in a file and not saved: kept beside it soon after each change, as a draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.bench.drafts import Draft, Drafts
from stretchcoach.ui.running.soon import Soon


class DraftKeeper(QObject):
    """Holds the `draft` of the file that is worked on: which one it is, what it said when that
    began, and what it is a copy of.

    `unsaved` tells the draft as it is to be kept now, or None where there is nothing to keep:
    all is saved, or made again as easily. `failed` has a sentence when it could not be kept; that
    is told once, and `problem` says why until it could.
    """

    failed = Signal(str)

    def __init__(
        self, drafts: Drafts, unsaved: Callable[[], Draft | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.drafts = drafts
        self.draft = Draft(Path(), "", None)
        self._unsaved = unsaved
        self._problem = self._stays = ""
        self._soon = Soon(self)
        self._soon.due.connect(self.keep_now)

    @property
    def path(self) -> Path:
        return self.draft.path

    @property
    def base(self) -> str | None:
        """What the file said; None where there was none."""
        return self.draft.base

    @property
    def problem(self) -> str:
        """Why it could not be kept; "" where it could."""
        return self._problem

    @property
    def at_risk(self) -> Draft | None:
        """What would be lost now, as it could not be kept."""
        return self._unsaved() if self._problem else None

    @property
    def tag(self) -> str:
        """What it is, in a word or two; "" for a file."""
        if self.base is not None:
            return ""
        return tr("My copy") if self.draft.origin else tr("New")

    def begin(self, draft: Draft) -> None:
        """Another file is worked on from now on."""
        self.draft, self._problem, self._stays = draft, "", ""

    def rebase(self, base: str | None) -> None:
        """What the file says now is known here."""
        self.draft = replace(self.draft, base=base)

    def move(self, folder: Path, id_: str) -> None:
        """It is called by another id than before; that is a free path in `folder`."""
        self._stays = self._drop()
        self.draft = replace(self.draft, path=self.drafts.free_path(folder, id_))

    def saved(self, text: str) -> str:
        """The file says `text` now. A sentence where a draft stays that says something else."""
        self.draft, self._problem = replace(self.draft, text=text, base=text), ""
        reason, self._stays = self._drop() or self._stays, ""
        if not reason:
            return ""
        return tr(
            "It is saved. But what was kept of it before cannot be taken away, and is offered "
            "again as not saved: {reason}",
            reason=reason,
        )

    def ask(self) -> None:
        """Something has changed: it is kept soon."""
        self._soon.ask()

    def keep(self) -> bool:
        """Write down now what waits; whether nothing would be lost. What could not be written
        before may be written by now."""
        if self._soon.waits:
            self._soon.now()
        elif self._problem:
            self.keep_now()
        return not self._problem

    def keep_or_why_not(self) -> str:
        """Keep it, or take it away where all is saved; a sentence where it could not be kept, and
        that is news."""
        draft = self._unsaved()
        if draft is None:
            self._problem = ""
            self._drop()
            return ""
        try:
            self.drafts.keep(draft)
        except OSError as error:
            before, self._problem = self._problem, error.strerror or str(error)
            if before:
                return ""
            return tr("What is not saved cannot be kept either: {reason}", reason=self._problem)
        self._problem = ""
        return ""

    def discard(self) -> bool:
        """What is not saved is not wanted: `unsaved` tells of nothing any more. Whether it will not
        be found the next time; `failed` says why it would."""
        self._soon.now()
        reason = self._drop()
        if reason:
            self.failed.emit(tr("The changes could not be forgotten: {reason}", reason=reason))
        return not reason

    def keep_now(self) -> None:
        """Keep it, or take it away where all is saved."""
        if words := self.keep_or_why_not():
            self.failed.emit(words)

    def _drop(self) -> str:
        """There is nothing to keep of it any more. Why it is found the next time all the same; ""
        where it is not."""
        try:
            self.drafts.drop(self.path)
        except OSError as error:
            if self.drafts.find(self.path) is not None:
                return error.strerror or str(error)
        return ""
