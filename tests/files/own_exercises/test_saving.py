"""Saving an exercise with its picture, whole or not at all; taking it away and bringing it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.files.bench.saving import OpenedText, open_text
from stretchcoach.files.own_exercises import saving
from stretchcoach.files.own_exercises.saving import (
    picture_name,
    remove_exercise,
    restore_exercise,
    save_exercise,
    sweep_pictures,
)


def text_with(figure: str) -> str:
    return f"format: stretchcoach-exercise/1\nid: slide\nname: Slide\nfigure: {figure}\n"


def save(path: Path, content: bytes, *, still: bytes = b"") -> str:
    name = picture_name("slide", content)
    pictures = {name: content}
    if still:
        pictures[name.replace(".webp", "-still.webp")] = still
    save_exercise(path, OpenedText(""), text_with(name), pictures)
    return name


def test_text_and_picture_stand_there_together(tmp_path: Path) -> None:
    path = tmp_path / "exercises" / "slide.yaml"
    name = save(path, b"one")
    assert (path.parent / name).read_bytes() == b"one"
    assert open_text(path).text == text_with(name)


def test_the_picture_before_stays_as_long_as_the_text_before_does(tmp_path: Path) -> None:
    path = tmp_path / "slide.yaml"
    first = save(path, b"one", still=b"still")
    second = save(path, b"two")
    sweep_pictures(path)
    assert (tmp_path / first).is_file()
    assert (tmp_path / first.replace(".webp", "-still.webp")).is_file()
    assert first in path.with_name("slide.yaml.bak").read_text()
    third = save(path, b"three")
    assert len(list((tmp_path / "figures").glob("slide-????????.webp"))) == 3
    sweep_pictures(path)
    found = {f"figures/{file.name}" for file in (tmp_path / "figures").iterdir()}
    assert found == {second, third}


def test_pictures_of_others_are_left_alone(tmp_path: Path) -> None:
    figures = tmp_path / "figures"
    figures.mkdir()
    others = {"slide-my-0a1b2c3d.webp", "slide.webp", "photo.jpg", "slide-0a1b2c3.webp"}
    for other in others:
        (figures / other).write_bytes(b"x")
    name = save(tmp_path / "slide.yaml", b"one")
    sweep_pictures(tmp_path / "slide.yaml")
    assert {file.name for file in figures.iterdir()} == {*others, name.removeprefix("figures/")}


def test_without_room_the_exercise_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "slide.yaml"
    first = save(path, b"one")
    before = path.read_text()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saving, "replace_bytes", full)
    with pytest.raises(OSError, match="No space"):
        save(path, b"two")
    assert path.read_text() == before
    assert (tmp_path / first).read_bytes() == b"one"


def test_what_was_taken_away_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "slide.yaml"
    save(path, b"one")
    save(path, b"two")
    before, kept = path.read_bytes(), path.with_name("slide.yaml.bak").read_bytes()
    removed = remove_exercise(path)
    assert not path.exists()
    assert path.with_name("slide.yaml.bak").read_bytes() == before
    restore_exercise(removed)
    assert path.read_bytes() == before
    assert path.with_name("slide.yaml.bak").read_bytes() == kept


def test_one_that_never_changed_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "slide.yaml"
    save(path, b"one")
    restore_exercise(remove_exercise(path))
    assert [file.name for file in tmp_path.glob("slide*")] == ["slide.yaml"]


def test_nothing_that_stands_there_meanwhile_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "slide.yaml"
    save(path, b"one")
    removed = remove_exercise(path)
    path.write_text("another")
    with pytest.raises(FileExistsError):
        restore_exercise(removed)
    assert path.read_text() == "another"
