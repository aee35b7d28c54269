"""Feeds changed files to what reads files, for as long as asked: `python3 dev.py fuzz SECONDS`.

With `atheris`, where it is installed, what is changed is guided by the lines that are reached;
else it is chosen by chance, from a seed that is printed so that a run can be repeated. What
gets through (an error, or more than a second of processor time) is kept in the folder `fuzz-found`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from importlib import import_module
from pathlib import Path

from stretchcoach.core.content.exercise import Exercise
from stretchcoach.core.plan.plan import Plan
from stretchcoach.files.database.history_db import HistoryDb
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.exchange.import_diary import ImportRefusedError, import_file
from stretchcoach.files.exchange.json_form import FORMAT, session_as_json
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import read_routine_content
from stretchcoach.files.settings_file import SettingsFile
from stretchcoach.files.yaml.reader import read_content
from tests.corpus import inputs
from tests.files.database.diaries import a_performed_record

MOST_S = 1.0
LONGEST = 20_000
DICTIONARY = (
    *(b": ", b"- ", b"\n", b"  ", b"[", b"]", b"{", b"}", b"'", b'"', b"|", b"&a", b"*a", b"!!"),
    *(b"\xc2\xa0", b"\xe2\x80\x93", b"\xef\xbc\x9a", b"\xe2\x80\x8b", b"\x00", b"\xff"),
    *(b"30s", b"1:30", b"-1", b"9" * 30, b"1e99", b"null", b"true", b"exercise", b"repeat"),
)
Target = Callable[[bytes], None]


class Targets:
    """What is fed. Each raises only what must not happen; `folder` is for its files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known = Library.read([bundled_dir("routines")], bundled_dir("assets")).known

    def by_name(self) -> dict[str, Target]:
        return {"yaml": self._yaml, "settings": self._settings, "import": self._import}

    def _yaml(self, content: bytes) -> None:
        path = Path("fuzzed.yaml")
        problems = [*read_routine_content(path, content, self._known).problems]
        for record in (Exercise, Plan):
            problems += read_content(path, content, record).problems
        for problem in problems:
            assert problem.format()

    def _settings(self, content: bytes) -> None:
        path = self._folder / "settings.json"
        path.write_bytes(content)
        file = SettingsFile(path)
        settings = file.read().settings
        try:
            file.write(settings)
        except OSError as error:  # what is kept of another version is too much
            assert "far too large" in str(error)  # noqa: PT017
        else:
            assert SettingsFile(path).read() == (settings, "")
        for left in self._folder.glob("settings.json*"):
            left.unlink()

    def _import(self, content: bytes) -> None:
        path = self._folder / "import.json"
        path.write_bytes(content)
        with suppress(ImportRefusedError), closing(HistoryDb(self._folder / "diary")) as db:
            import_file(db, path)


def seeds() -> dict[str, list[bytes]]:
    """Small files of each kind to begin with, good and bad ones."""
    routines = bundled_dir("routines")
    yaml = [path.read_bytes() for path in sorted(routines.rglob("*.yaml"))]
    yaml += [text if isinstance(text, bytes) else text.encode() for text in inputs.YAML.values()]
    diary = {"format": FORMAT, "sessions": [session_as_json(a_performed_record("one"))]}
    small = {
        "yaml": yaml,
        "settings": [*inputs.SETTINGS.values()],
        "import": [json.dumps(diary).encode(), b"{}", b"[]"],
    }
    return {kind: [x for x in files if len(x) <= LONGEST] for kind, files in small.items()}


def changed(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """`content` with one to five changes: of bytes, of pieces, of pieces of another file."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        at = chance.randint(0, len(made))
        end = min(len(made), at + chance.choice((1, 1, 2, 8, 40)))
        other = chance.choice(others)
        start = chance.randint(0, len(other))
        made[at:end] = chance.choice(
            (
                b"",
                bytes(chance.randrange(256) for _ in range(end - at)),
                chance.choice(DICTIONARY),
                bytes(made[at:end]) * chance.choice((2, 10, 300)),
                other[start : start + chance.choice((5, 60, 400))],
            )
        )
    return bytes(made[:LONGEST])


def by_chance(
    targets: Mapping[str, Target], chance: random.Random, until_s: float, most: int | None = None
) -> Iterator[tuple[str, bytes, str]]:
    """What got through: the kind, the content, and what came of it."""
    files = seeds()
    tries = 0
    while time.monotonic() < until_s and (most is None or tries < most):
        tries += 1
        kind = chance.choice(list(targets))
        content = changed(chance.choice(files[kind]), files[kind], chance)
        if came := fed(targets[kind], content):
            yield kind, content, came


def fed(target: Target, content: bytes) -> str:
    """What came of it that must not; "" when all is well."""
    begun_s = time.process_time()
    try:
        target(content)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    used_s = time.process_time() - begun_s
    return f"it took {used_s:.1f} s" if used_s > MOST_S else ""


def guided(target: Target, kind: str, seconds: int, corpus: Path) -> None:
    """Let atheris choose; it ends the process."""
    atheris = import_module("atheris")
    for number, content in enumerate(seeds()[kind]):
        (corpus / f"{number}").write_bytes(content)
    atheris.instrument_all()
    options = [f"-max_total_time={seconds}", f"-timeout={int(MOST_S) * 10}", "-rss_limit_mb=1024"]
    atheris.Setup([sys.argv[0], str(corpus), *options], target)
    atheris.Fuzz()


def has_atheris() -> bool:
    from importlib.util import find_spec

    return find_spec("atheris") is not None


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument("seconds", type=int, nargs="?", default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**32))
    parser.add_argument("--guided", metavar="KIND", help="yaml, settings or import, with atheris")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        targets = Targets(folder).by_name()
        if options.guided:
            if not has_atheris():
                print(
                    "atheris is not installed here; without it what is changed is chosen by chance"
                )
                return 2
            (folder / "corpus").mkdir()
            guided(targets[options.guided], options.guided, options.seconds, folder / "corpus")
        print(f"seed {options.seed}, {options.seconds} s", flush=True)
        chance = random.Random(options.seed)
        found = 0
        for kind, content, came in by_chance(targets, chance, time.monotonic() + options.seconds):
            found += 1
            place = Path("fuzz-found", f"{kind}-{hashlib.sha256(content).hexdigest()[:12]}")
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(content)
            print(f"{place}: {came[:300]}", flush=True)
    print(f"{found} got through")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
