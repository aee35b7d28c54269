import subprocess
import sys
from pathlib import Path

import pytest

from stretchcoach.files.disk.paths import Paths, unreadable_words, user_paths


def test_everything_stands_below_the_folder_that_is_named(tmp_path: Path) -> None:
    paths = user_paths(tmp_path)
    assert paths.routines == tmp_path / "routines"
    assert paths.exercises == tmp_path / "routines" / "exercises"
    assert {paths.settings.parent, paths.diary.parent} == {tmp_path}
    assert list(tmp_path.iterdir()) == []


def test_a_relative_folder_stays_where_it_is(tmp_path: Path) -> None:
    assert user_paths(Path("mine")).data == Path.cwd() / "mine"


def test_the_system_says_where_otherwise(empty_home: Path) -> None:
    data = user_paths().data
    assert data.name == "stretchcoach"
    assert data.parent.name != "stretchcoach"


def test_platformdirs_is_imported_when_it_is_needed() -> None:
    code = "import sys, stretchcoach.files.disk.paths; sys.exit('platformdirs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_folder_that_cannot_be_read_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    paths = Paths(tmp_path / "data")
    assert unreadable_words(paths) == ""
    paths.data.mkdir()
    (paths.data / "settings.json").write_text("{}")
    assert unreadable_words(paths) == ""
    monkeypatch.setattr("stretchcoach.files.disk.paths.os.scandir", denied)
    assert str(paths.data) in unreadable_words(paths)
    assert "Permission denied" in unreadable_words(paths)
