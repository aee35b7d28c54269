"""Whatever is in a diary, a backup or an import: it is read or refused, and costs little."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus import diaries
from tests.source_code import ROOT

MOST_S, MOST_MB = 1.0, 150
AT_LEAST = 60


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise elsewhere")
def test_each_is_read_or_refused_and_costs_little(tmp_path: Path) -> None:
    outside, work = tmp_path / "outside", tmp_path / "work"
    outside.write_text("untouched")
    made = diaries.make(tmp_path / "corpus")
    assert len(made) >= AT_LEAST
    command = [sys.executable, "-m", "tests.corpus.read_diaries", str(work)]
    lines = "".join(f"{path}\n" for path in made)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, cwd=ROOT)
    assert done.stderr == ""
    *told, most_mb = done.stdout.splitlines()
    rows = [json.loads(line) for line in told]
    assert [row["path"] for row in rows] == [str(path) for path in made]
    wrong = [row for row in rows if row["came"] not in ("read", "refused")]
    assert wrong == []
    assert [row for row in rows if row["used_s"] > MOST_S] == []
    assert int(most_mb) <= MOST_MB
    assert outside.read_text() == "untouched"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "outside", "work"]
