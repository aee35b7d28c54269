"""Opening, saving, drafts and copies: nothing is lost, and nothing but what was asked changes."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from stretchcoach.files.bench.drafts import Draft, Drafts
from stretchcoach.files.bench.saving import (
    NotOpenedError,
    copy_of,
    free_id,
    id_from,
    look_at,
    open_text,
    save_text,
)
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.edit.spans import EditRefusedError
from tests.files.bench.builders import TEXT, read


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.replace("Mine", "Für Ωmega 𝄞\u00a0x").encode(),
    ],
)
def test_a_file_that_was_not_changed_is_saved_as_it_was(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(content)
    opened = open_text(path)
    assert "\r" not in opened.text
    save_text(path, opened, opened.text)
    assert path.read_bytes() == content
    assert sorted(one.name for one in tmp_path.iterdir()) == ["mine.yaml"]


def test_what_was_there_is_kept_once_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "mine.yaml"
    opened = open_text(_written(tmp_path / "other.yaml", TEXT))
    for text in ("a: 1\n", "a: 2\n", "a: 3\n"):
        save_text(path, opened, text)
    assert path.read_text() == "a: 3\n"
    assert path.with_name("mine.yaml.bak").read_text() == "a: 2\n"
    assert len(list(path.parent.iterdir())) == 2


def test_what_is_too_large_is_not_saved(tmp_path: Path) -> None:
    path = _written(tmp_path / "mine.yaml", TEXT)
    with pytest.raises(OSError, match="1 MiB"):
        save_text(path, open_text(path), "x" * (1024 * 1024 + 1))
    assert path.read_text() == TEXT


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a\0b", "a: \u202e".encode()])
def test_what_is_no_text_is_not_opened(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(content)
    with pytest.raises(NotOpenedError):
        open_text(path)
    with pytest.raises(NotOpenedError):
        open_text(tmp_path / "none.yaml")


def _written(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Deep hip rotators, 15 minutes", "deep-hip-rotators-15-minutes"),
        ("Für Frau Łącka", "fur-frau-lacka"),
        ("!?", "routine"),
        ("x" * 100, "x" * 60),
    ],
)
def test_an_id_reads_like_the_title(title: str, id_: str) -> None:
    assert id_from(title) == id_


def test_ids_that_are_taken_get_a_number() -> None:
    assert free_id("a", {"b"}) == "a"
    assert free_id("a", {"a", "a-2"}) == "a-3"
    assert len(free_id("x" * 60, {"x" * 60})) <= 60


def test_every_bundled_routine_can_be_copied_under_an_id_of_its_own() -> None:
    for path in sorted(bundled_dir("routines").glob("*.yaml")):
        text, id_ = copy_of(open_text(path).text, {path.stem, f"{path.stem}-my"})
        assert id_ not in (path.stem, f"{path.stem}-my")
        reading = read(text)
        assert reading.routine is not None
        assert reading.routine.id == id_
        assert "yaml-language-server" not in text  # its path leads nowhere from there


def test_what_has_no_id_cannot_be_copied() -> None:
    with pytest.raises(EditRefusedError):
        copy_of("id: [a]\n", ())
    with pytest.raises(EditRefusedError):
        copy_of("a: [", ())


def test_drafts_are_kept_found_and_dropped(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    one = Draft(Path("/x/one.yaml"), "a: ü 𝄞\n", None, "The original")
    two = Draft(Path("/x/two.yaml"), "b: 2\n", "b: 1\n")
    assert drafts.all() == ()
    drafts.keep(one)
    drafts.keep(two)
    assert set(drafts.all()) == {one, two}
    assert drafts.find(one.path) == one
    drafts.drop(one.path)
    drafts.drop(one.path)
    assert drafts.all() == (two,)


def test_a_draft_that_says_what_its_file_says_is_none(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    file = tmp_path / "one.yaml"
    one, pictured = Draft(file, "b: 2\n", "b: 1\n"), Draft(file, "b: 2\n", "b: 1\n", more="a photo")
    file.write_bytes(b"b: 1\r\n")
    drafts.keep(one)
    assert drafts.find(file) == one
    file.write_bytes(b"b: 2\r\n")
    assert drafts.find(file) is None
    assert drafts.all() == ()
    drafts.keep(pictured)
    assert drafts.all() == (pictured,)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"path": 1, "text": "", "base": null, "origin": ""}', "null",
                '{"path": "a", "text": "", "base": 1, "origin": ""}', " " * (4 * 1024 * 1024 + 1)]
)  # fmt: skip
def test_drafts_that_cannot_be_read_are_left_alone(tmp_path: Path, content: str) -> None:
    drafts = Drafts(tmp_path)
    (tmp_path / "x.draft").write_text(content)
    assert drafts.all() == ()


def test_what_is_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("title: One\n")
    assert (look_at(file).text, look_at(file).words) == ("title: One\n", "")
    deleted = "The file was deleted while you worked on it."
    assert look_at(tmp_path / "none.yaml").words == deleted
    assert look_at(tmp_path / "none" / "one.yaml").words == deleted
    file.write_bytes(b"\xff\xfe\x00")
    assert look_at(file).is_gone
    assert look_at(file).words.startswith("The file cannot be read any more: ")


def test_a_free_path_has_neither_a_file_nor_a_draft(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    assert drafts.free_path(tmp_path, "one") == tmp_path / "one.yaml"
    (tmp_path / "one.yaml").touch()
    drafts.keep(Draft(tmp_path / "one-2.yaml", "written", None))
    assert drafts.free_path(tmp_path, "one") == tmp_path / "one-3.yaml"
