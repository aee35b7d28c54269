"""Input of doubling size, and how the processor time grows with it.

    python -m benchmarks.growth [--doublings 4]

Each kind of input is made in sizes that double. Where work grows in proportion, twice as much takes
twice as long: the power that is printed, fitted over all sizes, is 1. More than the aim says that
something is gone through again and again.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from stretchcoach.core.language.fold import fold
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.exchange.import_diary import import_file
from stretchcoach.files.exchange.json_form import FORMAT, session_as_json
from stretchcoach.files.library.card_library import Exercises, Shelf
from stretchcoach.files.library.cards import LibraryCard
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import read_routine_content
from tests.files.database.diaries import a_performed_record
from tests.files.library.test_index_file import FACTS

AIM = 1.15
HEAD = "format: stretchcoach/1\nid: a\ntitle: A\n"
EXERCISE = "format: stretchcoach-exercise/1\nid: e{n}\nname: E\nposition: supine\n"
Work = Callable[[], object]
Make = Callable[[int, Path], Work]


def content_of(text: str) -> Make:
    """Reading `text`, repeated, inside a routine."""
    known = Library.read([bundled_dir("routines")], bundled_dir("assets")).known

    def make(size: int, folder: Path) -> Work:
        content = (HEAD + text * size + "\nsteps: []\n").encode()
        return lambda: read_routine_content(folder / "a.yaml", content, known)

    return make


def unknown_names(size: int, folder: Path) -> Work:
    """A routine of wrong names, and ever more exercises that might have been meant."""
    (folder / "exercises").mkdir()
    more = "harder: e{next}\ndose: {{hold: 30s}}\ninstructions: {{move: Lift.}}\n"
    for n in range(size):
        text = (EXERCISE + more).format(n=n, next=min(n + 1, size - 1) if n + 1 < size else 0)
        (folder / "exercises" / f"e{n}.yaml").write_text(text)
    steps = "".join(f"  - exercise: x{n}\n" for n in range(200))
    (folder / "a.yaml").write_text(HEAD + "steps:\n" + steps)
    return lambda: Library.read([folder], folder)


def blank_lines(size: int, folder: Path) -> Work:
    (folder / "a.yaml").write_text("\n" * 100 * size + HEAD)
    empty = Library.read([], folder)
    return lambda: empty.check([folder / "a.yaml"])


def sessions(size: int, folder: Path) -> Work:
    content = [session_as_json(a_performed_record(f"s{n}")) for n in range(size)]
    path = folder / "import.json"
    path.write_text(json.dumps({"format": FORMAT, "sessions": content}))

    def take_in() -> None:
        with closing(HistoryDb(folder / f"{time.monotonic_ns()}.sqlite3")) as db:
            import_file(db, path)

    return take_in


def cards(size: int, folder: Path) -> Work:
    """The list of routines with ever more cards, searched for a word that is mistyped."""
    from stretchcoach.core.finding.routine_search import Wish
    from stretchcoach.ui.cards.card_model import CardModel

    shelf = Shelf([_card(n) for n in range(size)], Exercises([], folder))

    def show() -> None:
        model = CardModel(_no_day)
        model.set_cards(shelf.cards)
        model.set_wish(Wish("piriformus"))

    return show


def _card(number: int) -> LibraryCard:
    title = f"Routine {number}"
    text = fold(f"{title}\npiriformis word{number}")
    facts = FACTS._replace(id=f"r-{number}", title=title, search_text=text)
    return LibraryCard(f"/r/{number}.yaml", False, facts)


def _no_day() -> date:
    return date(2026, 1, 1)


KINDS: dict[str, tuple[Make, int]] = {
    "reader: unknown keys": (content_of("k: v\n"), 4_000),
    "reader: look-alikes": (content_of("k: “–\u00a0x： y\n"), 1_000),
    "reader: a line of dashes": (content_of("-" * 100), 500),
    "checker: blank lines": (blank_lines, 500),
    "checker: wrong names, long chains": (unknown_names, 50),
    "import: sessions": (sessions, 40),
    "page: cards and a mistyped word": (cards, 1_000),
}


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--doublings", type=int, default=4)
    options = parser.parse_args()
    print(f"{'':36}{'ms for each size':>44}   power (aim <= {AIM})")
    for name, (make, least) in KINDS.items():
        sizes = [least << doubling for doubling in range(options.doublings + 1)]
        times = [measured(make, size) for size in sizes]
        shown = " ".join(f"{1000 * used_s:8.1f}" for used_s in times)
        print(f"{name:36}{shown}   {power(sizes, times):.2f}", flush=True)


def measured(make: Make, size: int) -> float:
    """The least processor time of three rounds, in seconds."""
    with tempfile.TemporaryDirectory() as name:
        work = make(size, Path(name))
        rounds = []
        for _ in range(3):
            begun_s = time.process_time()
            work()
            rounds.append(time.process_time() - begun_s)
    return min(rounds)


def power(sizes: list[int], times: list[float]) -> float:
    """The p of time ~ size ** p, by least squares over the logarithms."""
    x, y = [math.log(size) for size in sizes], [math.log(max(t, 1e-6)) for t in times]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    pairs = list(zip(x, y, strict=True))
    spread = sum((a - mean_x) ** 2 for a in x)
    return sum((a - mean_x) * (b - mean_y) for a, b in pairs) / spread


if __name__ == "__main__":
    main()
