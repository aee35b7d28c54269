"""Settings and a diary that cannot be read or kept: the person is told, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stretchcoach.core.settings import Settings
from stretchcoach.files.disk.paths import Paths
from tests.e2e.conftest import Starter

FIRST_HOLD = 1  # after getting ready


def test_broken_settings_are_set_aside_and_it_is_said(start: Starter, data: Path) -> None:
    (data / "settings.json").write_text("{nonsense")
    app = start()
    app.navigator.window.end_over_session()  # they ask who one is, as at the first start
    (sentence,) = app.notices()
    assert "settings.json.broken" in sentence
    assert (data / "settings.json.broken").read_text() == "{nonsense"


def test_settings_that_cannot_be_saved_are_said(start: Starter, data: Path) -> None:
    app = start()
    (data / "settings.json").unlink()
    (data / "settings.json").mkdir()
    app.navigator._store.change(volume=0.5)
    (sentence,) = app.notices()
    assert sentence.startswith("The settings could not be saved")
    app.window.show_page("settings")
    app.navigator._store.change(volume=0.4)
    assert len(app.notices()) == 1  # the page of the settings says it itself


def test_a_damaged_diary_is_set_aside_and_it_is_said(start: Starter, data: Path) -> None:
    (data / "diary.sqlite3").write_bytes(b"no diary at all" * 1000)
    app = start()
    (sentence,) = app.notices()
    assert "damaged" in sentence


def test_a_folder_that_cannot_be_read_is_one_notice(
    start: Starter, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, diary and each routine would all say the same."""
    for name in ("settings.json", "diary.sqlite3"):
        (data / name).unlink(missing_ok=True)
        (data / name).mkdir()
    monkeypatch.setattr(Paths, "why_unreadable", lambda paths: "Permission denied")
    app = start()
    (sentence,) = app.notices()
    assert f"Your folder {data} cannot be read: Permission denied." in sentence


def test_a_session_goes_on_without_a_diary_and_is_kept_for_later(
    start: Starter, data: Path
) -> None:
    (data / "diary.sqlite3").mkdir()
    app = start()
    assert any("cannot be opened" in sentence for sentence in app.notices())
    app.start()
    app.let_pass(5_000 + 20_000)
    app.close()
    (data / "diary.sqlite3").rmdir()
    record = start().record()
    assert record.intervals[FIRST_HOLD].held_ms == 20_000


def test_the_settings_stay_readable(start: Starter, data: Path) -> None:
    start().close()
    kept = json.loads((data / "settings.json").read_text())
    assert kept["affected"] == "right"
    assert set(kept) >= set(Settings()._fields)
