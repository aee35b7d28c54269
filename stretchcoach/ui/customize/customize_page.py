"""Customize, as it stands in the rail: what to work on, and the bench for it."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from stretchcoach.core.bench.copy_title import copy_title
from stretchcoach.core.content.terms import Caution
from stretchcoach.core.language.i18n import tr
from stretchcoach.core.lint.lint import Bundled
from stretchcoach.files.bench.drafts import Draft, Drafts
from stretchcoach.files.bench.templates import Template, templates
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.disk.paths import Paths
from stretchcoach.files.folders.client_folders import client_folders
from stretchcoach.files.library.card_library import Shelf
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.bench_file import BenchFile
from stretchcoach.ui.customize.start_view import Entry, StartView, Way, draft_title
from stretchcoach.ui.running.performance import Performance
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.window.loss import Loss, MayLose

if TYPE_CHECKING:
    from stretchcoach.ui.customize.picker.picker_page import PickerPage


class CustomizePage(QStackedWidget):
    """`saved` has the path of a file that was written, `told` a sentence for above the pages.
    `client_asked` has the folder of a client, or None for a new one.

    `try_asked` has a Performance and the interval to begin with. `client` is what the person who
    does the routines is known to have.
    `new_exercise_asked` wants an exercise of one's own written; that is another page.
    """

    saved = Signal(object)
    client_asked = Signal(object)
    told = Signal(str)
    new_exercise_asked = Signal()
    try_asked = Signal(object, int)

    def __init__(
        self,
        theme: Theme,
        shelf: Shelf,
        paths: Paths,
        bundled: Path | None = None,
        client: Collection[Caution] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._client = client
        self._shelf = shelf
        self._bundled = bundled_dir("routines") if bundled is None else bundled
        self._routines = paths.routines
        self._drafts = Drafts(paths.drafts)
        self.bench = BenchDocument(shelf.known, self._bundled_ids(), self)
        self.bench.set_cautions(client)
        self.file = BenchFile(self.bench, self._drafts, paths.routines, self)
        self.start = StartView(theme)
        self.page = BenchPage(theme, self.bench, self.file)
        self.addWidget(self.start)
        self.addWidget(self.page)
        self.start.new_asked.connect(self._on_new)
        self.start.new_exercise_asked.connect(self.new_exercise_asked)
        self.start.chosen.connect(self._on_chosen)
        self.start.forget_asked.connect(self._on_forget)
        self.start.copy_asked.connect(self._on_copy_asked)
        self.start.client_asked.connect(self.client_asked)
        self.page.back_asked.connect(self.show_start)
        self.page.pick_asked.connect(self._on_pick_asked)
        self.page.try_asked.connect(self._on_try_asked)
        self.page.save_asked.connect(self._on_save)
        self.file.saved.connect(self.saved)
        self.file.failed.connect(self._on_failed)
        self.show_start()

    @cached_property
    def picker(self) -> PickerPage:
        """Where an exercise is chosen among all; made when it is first wanted."""
        from stretchcoach.ui.customize.picker.picker_page import PickerPage

        found = PickerPage(self._theme, self.bench, self.page.pictures)
        found.set_client(self._client)
        found.filters.client_changed.connect(self._on_client_changed)
        found.picked.connect(self.page.take)
        found.left.connect(self._on_picker_left)
        found.new_asked.connect(self.new_exercise_asked)
        self.addWidget(found)
        return found

    def may_close(self, may_lose: MayLose) -> bool:
        """Whether nothing is lost when the window closes but what `may_lose` lets go; the person is
        told once where what stands in a field cannot be written."""
        if not self.bench.take_pending():
            return False
        self.file.keep()
        draft = self.file.keeper.at_risk
        title = self.page.head.title.whole_text
        return draft is None or may_lose(Loss(title, draft, self.file.keeper.problem))

    def set_library(self, shelf: Shelf) -> None:
        """The library was read anew."""
        self._shelf = shelf
        self.bench.set_known(shelf.known, self._bundled_ids())
        self.page.quick.set_known(shelf.known)
        self.file.look_outside()
        self._show_entries()
        if self.currentWidget() is not self.start and self.currentWidget() is not self.page:
            self.picker.refresh()

    def show_start(self) -> None:
        """Put the routine away and choose another; what is not saved is kept."""
        if self.file.is_open and not self._put_away():
            return
        self._show_entries()
        self.setCurrentWidget(self.start)
        self.start.take_focus()

    def open(self, path: Path) -> None:
        """Work on the routine at `path`; on a copy where it comes with the program. Not where the
        one that is open cannot be put away, and says so."""
        if not self._put_away():
            return
        if self._is_bundled(path):
            title = next((c.name for c in self._shelf.cards if c.path == str(path)), path.stem)
            opened = self.file.copy(path, title, self._ids())
        else:
            opened = self.file.open(path)
        if opened:
            self._show_bench()

    def show_exercise(self, exercise_id: str) -> None:
        """One that was written just now, where somebody was choosing."""
        if self.currentWidget() not in (self.start, self.page):
            self.picker.look_at(exercise_id)

    def _on_copy_asked(self, card: LibraryCard) -> None:
        """Another one like it, whosever it is, beside it."""
        if not self._put_away():
            return
        path = Path(card.path)
        own = not self._is_bundled(path)
        folder = path.parent if own else None
        title = copy_title(card.name, self._titles()) if own else ""
        if self.file.copy(path, card.name, self._ids(), new_title=title, folder=folder):
            self._show_bench()

    def _titles(self) -> set[str]:
        """Of all routines, those that are not saved among them."""
        unsaved = {draft_title(draft) for draft in self._drafts.all()}
        return unsaved.union(card.name for card in self._shelf.cards)

    def keep(self) -> None:
        """The program may end at any moment."""
        self.file.keep()

    def _put_away(self) -> bool:
        """Make room on the bench; whether that could be done. What could not be kept is shown
        instead, and says so."""
        self.file.close()
        if self.file.is_open:
            self._show_bench()
        return not self.file.is_open

    def _show_bench(self) -> None:
        self.setCurrentWidget(self.page)
        self.page.take_focus()

    def _on_pick_asked(self, instead_of: str) -> None:
        self.setCurrentWidget(self.picker)
        self.picker.begin(instead_of=instead_of)

    def _on_try_asked(self, path: KeyPath) -> None:
        """As the client would do it, from the step at `path` on."""
        self.bench.take_pending()
        reading = self.bench.reading
        routine, timeline = reading.routine, reading.timeline
        if routine is None or timeline is None:
            self.page.notice.say(tr("It can be tried once its problems are mended."))
            return
        begin = next((s.step_no for s in timeline.steps if s.path == path), 1)
        index = next(at for at, one in enumerate(timeline.intervals) if one.step_no >= begin)
        affected = routine.affected_of(reading.client.affected)
        performance = Performance(routine, timeline, affected, reading.exercises, reading.pictures)
        self.try_asked.emit(performance, index)

    def _on_client_changed(self) -> None:
        """What the client has was chosen among the exercises, and counts for the remarks, too."""
        self.bench.set_cautions(self.picker.filters.cautions)

    def _on_picker_left(self) -> None:
        self.setCurrentWidget(self.page)
        self.page.view.setFocus()

    def _show_entries(self) -> None:
        clients = client_folders(self._routines)
        self.start.show_entries(self._shelf.cards, self._drafts.all(), clients)

    def begin_for(self, folder: Path) -> None:
        """A new routine for the client of `folder`."""
        if self._put_away():
            self.file.begin(templates()[0], self._ids(), folder)
            self._show_bench()

    def _on_new(self, template: Template) -> None:
        self.file.begin(template, self._ids())
        self._show_bench()

    def _on_chosen(self, entry: Entry) -> None:
        if entry.way is Way.RESUME:
            assert isinstance(entry.what, Draft)
            self.file.resume(entry.what)
            self._show_bench()
        elif isinstance(entry.what, Path):
            self.client_asked.emit(entry.what)
        elif not isinstance(entry.what, Draft):
            self.open(Path(entry.what.path))

    def _on_forget(self, draft: Draft) -> None:
        try:
            self._drafts.drop(draft.path)
        except OSError as error:
            reason = error.strerror or str(error)
            self.told.emit(tr("The changes could not be forgotten: {reason}", reason=reason))
        self._show_entries()

    def _on_save(self) -> None:
        self.file.save(self._ids())

    def _on_failed(self, sentence: str) -> None:
        if self.currentWidget() is self.start:
            self.told.emit(sentence)

    def _ids(self) -> set[str]:
        """The ids that are taken."""
        return set(self._shelf.routine_ids)

    def _is_bundled(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self._bundled.resolve())

    def _bundled_ids(self) -> Bundled:
        """What comes with the program, and what of it a file of one's own would hide."""
        exercises = [e.id for e in self._shelf.exercise_entries if self._is_bundled(e.path)]
        cards = self._shelf.cards
        return Bundled(
            exercises=frozenset(exercises),
            routines=frozenset(
                c.facts.id for c in cards if c.facts and self._is_bundled(Path(c.path))
            ),
        )
