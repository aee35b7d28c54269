"""The routine on the bench: one text that keyboard and form write, read anew as it changes.

The text is the truth. What a form asks for becomes the smallest edit of it, so that one undo serves
both, and nothing that nobody spoke of changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from stretchcoach.core.content.terms import Caution
from stretchcoach.core.lint.lint import Bundled
from stretchcoach.files.bench.reading import Reading, read_bench
from stretchcoach.files.bench.rereading import read_again
from stretchcoach.files.edit import steps
from stretchcoach.files.edit.change import Change, Piece
from stretchcoach.files.edit.entries import Entry
from stretchcoach.files.edit.keys import Wanted, set_keys
from stretchcoach.files.edit.spans import EditRefusedError, Plain
from stretchcoach.files.edit.steps import Place
from stretchcoach.files.library.exercise_files import KnownExercises
from stretchcoach.files.yaml.nodes import KeyPath
from stretchcoach.ui.customize.document.text_layout import TextLayout
from stretchcoach.ui.customize.document.text_units import units

CALM_MS = 120  # typing is not held up; what it means is told when it pauses
CALMER_MS = 250  # remarks and sums come behind that, as nobody waits for them
PARAGRAPH = "\u2029"


class BenchDocument(QObject):
    """`read` follows when the text has been read; `written` at once when it changes.

    `weighed` comes when nothing has been changed for a while: it is time for sums. `judged` comes
    right behind it, for remarks, which take as long again; a key in between is not held up.
    `refused` has the reason why an edit was not made. `moved` has the paths where steps lie now
    that were put in or moved. `pending` wants what was typed into a field, and not handed over yet.
    """

    pending = Signal()
    read = Signal()
    weighed = Signal()
    judged = Signal()
    written = Signal()
    refused = Signal(str)
    moved = Signal(object)

    def __init__(self, known: KnownExercises, bundled: Bundled, parent: QObject | None = None):
        super().__init__(parent)
        self._known = known
        self._bundled = bundled
        self._path = Path()
        self.cautions: frozenset[Caution] = frozenset()
        """What the client has for whom it is written."""
        self.document = QTextDocument(self)
        self.layout = TextLayout(self.document)
        self.document.setDocumentLayout(self.layout)
        self._reading = read_bench(self._path, "", known, bundled)
        self._good = self._reading
        self._soon = _timer(self, CALM_MS, self.read_now)
        self._later = _timer(self, CALMER_MS, self._on_calm)
        self._last = _timer(self, 0, self.judged.emit)
        self._is_editing = False
        self._refusals = 0
        self.document.contentsChange.connect(self._on_contents_change)

    @property
    def path(self) -> Path:
        """Where it is or will be saved."""
        return self._path

    @property
    def text(self) -> str:
        # toPlainText would make common spaces of those that do not break.
        return self.document.toRawText().replace(PARAGRAPH, "\n")

    @property
    def reading(self) -> Reading:
        """What the text said when it was last read."""
        return self._reading

    @property
    def good(self) -> Reading:
        """The last reading without errors; while there is a problem, times are those of before."""
        return self._good

    @property
    def known(self) -> KnownExercises:
        return self._known

    def open(self, path: Path, text: str) -> None:
        """Begin with `text`, with nothing to undo."""
        self._path = path
        self._is_editing = True
        self.document.setPlainText(text)
        self.document.clearUndoRedoStacks()
        self.document.setModified(False)
        self._is_editing = False
        self._good = self._reading = read_bench(path, text, self._known, self._bundled)
        self.read.emit()
        self.weigh_now()

    def set_path(self, path: Path) -> None:
        self._path = path

    def set_known(self, known: KnownExercises, bundled: Bundled) -> None:
        """Other exercises are known now."""
        self._known, self._bundled = known, bundled
        self.read_now()

    def replace_text(self, text: str) -> None:
        """Another text, such as that of the file; what was before can be had back by undo."""
        self.take_pending()
        self._put([Piece(0, len(self.text), text)])

    def take_pending(self) -> bool:
        """Let what stands in a field be in the text; whether none of it was refused."""
        before = self._refusals
        self.pending.emit()
        return self._refusals == before

    # Edits of the form.

    def set_keys(self, wanted: Wanted) -> bool:
        """Let values be what is wanted; None takes a key away. Whether it was done."""
        return self._edit(set_keys, wanted)

    def put_in(self, place: Place, said: Sequence[Plain]) -> bool:
        new = [Entry(one) for one in said]
        return self._edit_and_tell(steps.put_in, place, new, landed=_run(place, len(new)))

    def paste(self, place: Place, yaml_text: str) -> bool:
        try:
            new = steps.read_steps(yaml_text)
        except EditRefusedError as error:
            self._refuse(error)
            return False
        return self._edit_and_tell(steps.put_in, place, new, landed=_run(place, len(new)))

    def take_out(self, paths: Iterable[KeyPath]) -> bool:
        return self._edit(steps.taken_out, list(paths))

    def move(self, paths: Iterable[KeyPath], place: Place) -> bool:
        paths = list(paths)
        landed = steps.landed(self.text, paths, place)
        return self._edit_and_tell(steps.moved, paths, place, landed=landed)

    def reorder(self, order: Sequence[int]) -> bool:
        """The steps in another order, by their numbers of now."""
        landed = [(steps.STEPS, at) for at, number in enumerate(order) if at != number]
        return self._edit_and_tell(steps.reordered, (steps.STEPS,), order, landed=landed)

    def double(self, paths: Iterable[KeyPath]) -> bool:
        paths = list(paths)
        last = steps.step_place(max(paths, key=steps.numbers))
        landed = _run(Place(last.path, last.at + 1), len(paths))
        return self._edit_and_tell(steps.doubled, paths, landed=landed)

    def bundle(self, paths: Iterable[KeyPath], times: int = 2) -> bool:
        paths = list(paths)
        first = min(paths, key=steps.numbers)
        return self._edit_and_tell(steps.bundled, paths, times, landed=[first])

    def unbundle(self, path: KeyPath) -> bool:
        return self._edit_and_tell(steps.unbundled, path, landed=[path])

    def copied(self, paths: Iterable[KeyPath]) -> str:
        """These steps as YAML; "" where the text cannot tell."""
        self.take_pending()
        try:
            return steps.copied(self.text, list(paths))
        except EditRefusedError as error:
            self._refuse(error)
            return ""

    def undo(self) -> None:
        self.take_pending()
        self.document.undo()
        self.read_now()

    def redo(self) -> None:
        self.take_pending()
        self.document.redo()
        self.read_now()

    def read_now(self) -> None:
        """Read the text as it stands."""
        self._soon.stop()
        self._reading = self._read_text(self.text)
        if self._reading.routine is not None:
            self._good = self._reading
        self._last.stop()
        self._later.start()
        self.read.emit()

    def _read_text(self, text: str) -> Reading:
        before = self._reading
        if (before.path, before.known, before.bundled) == (self._path, self._known, self._bundled):
            if text == before.text:
                return before
            if (found := read_again(before, text)) is not None:
                return found
        return read_bench(self._path, text, self._known, self._bundled)

    def weigh_now(self) -> None:
        """Tell remarks and sums of what was last read."""
        self._later.stop()
        self._last.stop()
        self.weighed.emit()
        self.judged.emit()

    def _on_calm(self) -> None:
        self.weighed.emit()
        self._last.start()

    def set_cautions(self, cautions: Iterable[Caution]) -> None:
        """The client has these."""
        self.cautions = frozenset(cautions)
        self.weigh_now()

    def _edit_and_tell(
        self, make: Callable[..., Change], *given: object, landed: Sequence[KeyPath]
    ) -> bool:
        done = self._edit(make, *given)
        if done:
            self.moved.emit(landed)
        return done

    def _edit(self, make: Callable[..., Change], *given: object) -> bool:
        self.take_pending()
        try:
            change = make(self.text, *given)
        except EditRefusedError as error:
            self._refuse(error)
            return False
        if change.pieces:
            self._put(change.pieces)
        return True

    def _refuse(self, error: EditRefusedError) -> None:
        self._refusals += 1
        self.refused.emit(str(error))

    def _put(self, pieces: Iterable[Piece]) -> None:
        cursor = QTextCursor(self.document)
        self._is_editing = True
        cursor.beginEditBlock()
        text = self.text
        for start, end, new in pieces:
            cursor.setPosition(units(text, start))
            cursor.setPosition(units(text, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(new)
            text = text[:start] + new + text[end:]
        cursor.endEditBlock()
        self._is_editing = False
        self.written.emit()
        self.read_now()

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        if not self._is_editing and (removed or added):
            self._later.stop()
            self._last.stop()
            self._soon.start()
            self.written.emit()


def _timer(parent: QObject, after_ms: int, act: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(act)
    return timer


def _run(place: Place, count: int) -> list[KeyPath]:
    return [(*place.path, place.at + more) for more in range(count)]
