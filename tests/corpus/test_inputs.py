"""Whatever stands in the place of a file: it is read or refused, and costs little."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus import inputs
from tests.source_code import ROOT

MOST_S = 1.0
MOST_MB = 150
AT_LEAST = 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("inputs")


@pytest.fixture(scope="module")
def made(folder: Path) -> list[Path]:
    (folder / "outside").write_text("untouched")
    return inputs.make(folder / "corpus")


def test_there_are_many(made: list[Path]) -> None:
    assert len(made) >= AT_LEAST
    assert len(set(made)) == len(made)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise elsewhere")
@pytest.mark.parametrize("kind", ["yaml", "settings", "pictures", "index", "catalogs"])
def test_each_is_read_or_refused_and_costs_little(
    folder: Path, made: list[Path], kind: str
) -> None:
    mine = [path for path in made if (folder / "corpus" / kind) in path.parents]
    assert len(mine) > 5
    command = [sys.executable, "-m", "tests.corpus.read_inputs"]
    lines = "".join(f"{path}\n" for path in mine)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, cwd=ROOT)
    told_by_decoders = ("qt.gui.imageio", "libpng")
    assert [x for x in done.stderr.splitlines() if not x.startswith(told_by_decoders)] == []
    *told, most_mb = done.stdout.splitlines()
    rows = [json.loads(line) for line in told]
    assert [row["path"] for row in rows] == [str(path) for path in mine]
    assert [row for row in rows if row["came"] not in ("read", "refused")] == []
    assert [row for row in rows if row["used_s"] > MOST_S] == []
    assert int(most_mb) <= MOST_MB
    assert {row["came"] for row in rows} == {"read", "refused"}
    assert (folder / "outside").read_text() == "untouched"
    assert sorted(path.name for path in folder.iterdir()) == ["corpus", "outside"]
