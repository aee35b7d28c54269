"""Folders of clients, and what was put into them."""

from __future__ import annotations

import os
from pathlib import Path

from stretchcoach.files.folders.client_folders import client_folders, client_of, sent_files


def test_folders_below_ones_own_are_clients(tmp_path: Path) -> None:
    for name in ("exercises", "Plans", "figures", ".git", "zoe", "Anna"):
        (tmp_path / name).mkdir()
    (tmp_path / "notes.txt").write_text("")
    assert [folder.name for folder in client_folders(tmp_path)] == ["Anna", "zoe"]
    assert client_folders(tmp_path / "nowhere") == ()


def test_whose_a_file_is(tmp_path: Path) -> None:
    assert client_of(tmp_path / "Anna" / "hips.yaml", tmp_path) == "Anna"
    assert client_of(tmp_path / "hips.yaml", tmp_path) == ""
    assert client_of(tmp_path / "plans" / "six.yaml", tmp_path) == ""
    assert client_of(tmp_path / "Anna" / "exercises" / "one.yaml", tmp_path) == ""


def test_what_was_sent_stands_the_newest_first(tmp_path: Path) -> None:
    sent = ("diary.json", "REPORT.TXT", "all.zip", "r.pdf")
    for at, name in enumerate((*sent, "hips.yaml", ".x.txt")):
        path = tmp_path / name
        path.write_text("")
        os.utime(path, (at, at))
    (tmp_path / "folder.json").mkdir()
    assert [path.name for path in sent_files(tmp_path)] == list(reversed(sent))
    assert sent_files(tmp_path / "nowhere") == ()
