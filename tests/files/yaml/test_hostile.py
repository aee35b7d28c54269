"""Files that mean harm: each gets its message, in little memory, and none brings it down."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from stretchcoach.files.library.exercise_files import KnownExercises
from stretchcoach.files.library.full_library import Library
from stretchcoach.files.library.routine_files import RoutineEntry, read_routine_content

HEAD = "format: stretchcoach/1\nid: a\ntitle: a\n"
KNOWN = Library.read([Path(__file__).parents[1] / "good"], assets=Path("assets")).known
MAX_MEMORY_MB = 150

HOSTILE = {
    "ten megabytes": ("a" * 10_000_000, "this file is too large - at most 1 MiB is read"),
    "brackets": ("[" * 100_000, "lists and keys go too deep - at most 32 levels"),
    "braces": ("{" * 100_000, "lists and keys go too deep - at most 32 levels"),
    "brackets with keys": ("[{a: " * 100_000, "lists and keys go too deep - at most 32 levels"),
    "dashes": ("- " * 100_000, "lists and keys go too deep - at most 32 levels"),
    "many values": ("[" + "1," * 500_000 + "]", "this file holds too much - at most 100000 values"),
    "many keys": (
        "".join(f"k{number}: 1\n" for number in range(50_000)),
        "this file holds too much - at most 100000 values",
    ),
    "bombs of aliases": (
        "a: &a [x, x]\n" + "b: &b [*a, *a]\n" * 20_000,
        "anchors (&name) are not allowed - write the value out",
    ),
    "merges": (
        HEAD + "defaults:\n" + "  <<: {rest: 1s}\n" * 100,
        "merge keys (<<) are not allowed - write the keys out",
    ),
    "code": (
        "!!python/object/apply:os.system [echo]",
        "tags (!name) are not allowed - write the value alone",
    ),
    "twenty thousand steps": (
        HEAD + "steps: [" + "{exercise: nobody}," * 20_000 + "]",
        "there are too many entries (20000) - at most 200 are allowed",
    ),
    "fifteen thousand exercises": (
        HEAD + "exercises: {" + ",".join(f"a{number}: {{}}" for number in range(15_000)) + "}",
        "there are too many entries (15000) - at most 50 are allowed",
    ),
    "blocks in blocks": (
        HEAD + "steps: [" + "{repeat: 50, steps: [" * 13 + "{rest: 10m}" + "]}" * 13 + "]",
        "written out, this has more than 500 steps",
    ),
    "a million digits": (HEAD + "level: " + "9" * 1_000_000, "“9999"),
    "long times": (
        HEAD + "steps: [{rest: " + "9" * 90 + "}]",
        "“" + "9" * 59 + "…” is too long - allowed: 0s to 10m",
    ),
    "a step with any number of keys": (
        HEAD + "steps: [{" + ",".join(f"zz{number}: 1" for number in range(40_000)) + "}]",
        "it is not said what this is - one of “exercise”, “repeat”, “rest” is needed",
    ),
    "escaped overrides": (
        HEAD + 'note: "' + "\\u202e" * 150_000 + '"',
        "the text is 150000 characters long - at most 1000",
    ),
    "overrides": ("\u202e" * 300_000, "the invisible character U+202E is not allowed - delete it"),
    "one long line": ("'" * 1_000_000, "keys with values are needed here"),
    "empty lines": ("\n" * 1_000_000, "this file is empty"),
    "a line of dashes": (
        HEAD + "-" * 900_000 + "\nsteps: []",
        "there is no colon after this - write “key: value”",
    ),
    "a long text with a bar": (
        HEAD + "steps: [{exercise: a, note: '" + "a" * 900_000 + "|'}]",
        "the text is 900001 characters long - at most 1000",
    ),
    "binary": ("\0\1\2\3", "this is not a text file - a routine is plain text in UTF-8"),
}


def read(name: str, known: KnownExercises = KNOWN) -> RoutineEntry:
    return read_routine_content(Path("a.yaml"), HOSTILE[name][0].encode(), known)


@pytest.mark.parametrize("name", HOSTILE)
def test_message(name: str) -> None:
    entry = read(name)
    assert entry.routine is None
    assert any(problem.message.startswith(HOSTILE[name][1]) for problem in entry.problems)
    assert len(entry.problems) <= 101
    assert max(len(problem.format()) for problem in entry.problems) < 1000


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told elsewhere")
def test_memory() -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    command = [sys.executable, __file__]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert int(done.stdout) < MAX_MEMORY_MB


def peak_memory_mb() -> int:
    """The most memory this program has had; `getrusage` counts what started it as well."""
    [line] = [x for x in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in x]
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    for hostile in HOSTILE:
        read(hostile)
    print(peak_memory_mb())
