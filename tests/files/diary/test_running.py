"""A session that runs in one program is nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.diary.running import RunningElsewhereError, RunningSessions


def test_a_session_runs_until_it_is_let_go(tmp_path: Path) -> None:
    here, elsewhere = RunningSessions(tmp_path / "running"), RunningSessions(tmp_path / "running")
    assert "one" not in here
    lock = here.begin("one")
    assert "one" in elsewhere
    assert "one" in here
    assert "two" not in elsewhere
    with pytest.raises(RunningElsewhereError):
        elsewhere.begin("one")
    lock.let_go()
    assert "one" not in elsewhere
    elsewhere.begin("one").let_go()
    assert list((tmp_path / "running").iterdir()) == []


def test_what_a_crash_left_behind_goes_away(tmp_path: Path) -> None:
    (tmp_path / "one.lock").write_text("")
    assert "one" not in RunningSessions(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_locked_sessions_go_on_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder, name in ((tmp_path / "file", "one"), (tmp_path, "x" * 300), (tmp_path, "nul\0")):
        running = RunningSessions(folder)
        assert name not in running
        running.begin(name).let_go()
