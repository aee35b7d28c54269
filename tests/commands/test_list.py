"""list: the routines and exercises that there are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from stretchcoach.commands import EXIT_OK
from stretchcoach.core.content.profile import EXTRA_GET_READY_MS
from stretchcoach.core.settings import Settings
from stretchcoach.files.settings_file import SettingsFile
from tests.commands.diary_commands import Command
from tests.commands.short_routine import BROKEN, GOOD


def test_list(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("list") == EXIT_OK
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 10
    assert any(re.match(r"deep-hip-rotators-15 +1\d min", line) for line in lines)
    assert command("list", "--json") == EXIT_OK
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == len(lines)
    assert set(rows[0]) == {"id", "title", "total_ms", "problems"}


def test_list_knows_the_affected_side(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "data" / "routines").mkdir(parents=True)
    (tmp_path / "data" / "routines" / "mine.yaml").write_text(
        "format: stretchcoach/1\nid: mine\ntitle: Mine\n"
        "steps: [{exercise: figure-4-supine, sets: 2, hold: 30s, affected: {sets: 3}}]\n"
    )
    totals = []
    for side in ("none", "left", "both"):
        assert command("list", "--json", "--affected", side) == EXIT_OK
        totals.append(sum(row["total_ms"] for row in json.loads(capsys.readouterr().out)))
    assert totals[0] < totals[1] < totals[2]


def test_list_and_show_agree_about_the_time(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Also when the settings ask for more time to get ready."""
    extra_ms = max(EXTRA_GET_READY_MS)
    settings = Settings(extra_get_ready_ms=extra_ms)
    SettingsFile(tmp_path / "data" / "settings.json").write(settings)
    assert command("list", "--json") == EXIT_OK
    for row in json.loads(capsys.readouterr().out):
        assert command("show", row["id"], "--json") == EXIT_OK
        assert json.loads(capsys.readouterr().out)["total_ms"] == row["total_ms"]


def test_list_exercises(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert command("list", "--exercises") == EXIT_OK
    assert "figure-4-supine" in capsys.readouterr().out


def test_list_shows_ones_own_routines_also_broken_ones(
    command: Command, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = tmp_path / "data" / "routines"
    own.mkdir(parents=True)
    (own / "short.yaml").write_text(GOOD)
    (own / "broken.yaml").write_text(BROKEN.replace("id: short", "id: broken"))
    assert command("list") == EXIT_OK
    lines = capsys.readouterr().out.splitlines()
    found = {line.split()[0]: line.split()[1:] for line in lines}
    assert found["short"] == ["6", "s", "Short"]
    assert found["broken"][-2:] == ["1", "problem"]
