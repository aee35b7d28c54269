"""Folders of clients made and renamed, and files put into them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchcoach.files.folders.client_changes import (
    NameRefusedError,
    checked_name,
    copy_into,
    make_client,
    move_into,
    rename_client,
)
from stretchcoach.files.folders.client_folders import client_folders


def test_a_folder_is_made_by_the_name_in_one_line(tmp_path: Path) -> None:
    folder = make_client(tmp_path / "routines", "  Anna   Bérger ")
    assert folder == tmp_path / "routines" / "Anna Bérger"
    assert client_folders(tmp_path / "routines") == (folder,)


@pytest.mark.parametrize(
    "name",
    ["", "  ", "a/b", "..", ".x", "x.", "con", "Exercises", "a\x00", "a\u202eb", "x" * 61, "a:b"],
)
def test_names_that_no_folder_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(NameRefusedError):
        make_client(tmp_path, name)
    assert client_folders(tmp_path) == ()


@given(st.text(max_size=70))
def test_whatever_is_typed_stays_below_the_folder(name: str) -> None:
    routines = Path("/routines")
    try:
        checked = checked_name(name, routines)
    except NameRefusedError:
        return
    assert (routines / checked).parent == routines
    assert checked == " ".join(name.split())


def test_two_clients_have_two_names(tmp_path: Path) -> None:
    make_client(tmp_path, "Anna")
    with pytest.raises(NameRefusedError, match="of this name"):
        make_client(tmp_path, "ANNA")


def test_a_client_is_renamed_with_all_that_is_there(tmp_path: Path) -> None:
    folder = make_client(tmp_path, "Anna")
    (folder / "hips.yaml").write_text("x")
    renamed = rename_client(folder, "Anna B.-K")
    assert (renamed / "hips.yaml").read_text() == "x"
    assert not folder.exists()
    assert rename_client(renamed, "anna b.-k").name == "anna b.-k"
    same = tmp_path / "anna b.-k"
    assert rename_client(same, " anna b.-k ") == same
    make_client(tmp_path, "Bert")
    with pytest.raises(NameRefusedError):
        rename_client(same, "bert")


ROUTINE = (
    "id: a\nexercises:\n  one: {figure: pictures/one.jpg}\n  two: {figure: ../two.jpg}\n  x: y\n"
)


def test_a_copy_takes_the_pictures_along_that_lie_beside_it(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "one.jpg").write_bytes(b"one")
    file = tmp_path / "a.yaml"
    file.write_text(ROUTINE)
    folder = tmp_path / "Anna"
    assert copy_into(file, folder) == folder / "a.yaml"
    assert (folder / "pictures" / "one.jpg").read_bytes() == b"one"
    assert file.read_text() == ROUTINE == (folder / "a.yaml").read_text()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    file, folder = tmp_path / "a.yaml", tmp_path / "Anna"
    for text in ("one", "two", "three"):
        file.write_text(text)
        copy_into(file, folder)
    found = {path.name: path.read_text() for path in folder.iterdir()}
    assert found == {"a.yaml": "one", "a-2.yaml": "two", "a-3.yaml": "three"}


def test_what_is_moved_is_there_and_no_more_here(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("exercises: [")
    moved = move_into(file, tmp_path / "Anna")
    assert moved.read_text() == "exercises: ["
    assert not file.exists()


def test_a_diary_is_copied_byte_by_byte(tmp_path: Path) -> None:
    file = tmp_path / "diary.json"
    file.write_bytes(b'{"x": 1}\r\n\xff')
    assert copy_into(file, tmp_path / "Anna").read_bytes() == file.read_bytes()
