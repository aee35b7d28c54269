from __future__ import annotations

import argparse
from pathlib import Path

import pytest
from PIL import Image

from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE
from stretchcoach.commands import figure as commands
from stretchcoach.figure.draw.movement import FRAMES
from stretchcoach.figure.stills.export import still_size

OWN = """\
format: stretchcoach-exercise/1
id: own-bridge
name: Own bridge
position: supine
kind: stretch
sides: both
targets: {primary: [gluteus maximus]}
dose: {hold: 5s}
instructions: {setup: Lie down., move: Lift the hips., feel: Buttocks., avoid: Arching.}
"""
POSE = """\
pose:
  camera: {yaw: 80}
  keyframes:
    - {name: start, position: hook-lying}
    - {name: hold, neck: {flexion: 20}}
"""


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    path = tmp_path / "own-bridge.yaml"
    path.write_text(OWN + POSE, encoding="utf-8")
    return path


def run(tmp_path: Path, *arguments: str) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path)
    commands.add_arguments(parser)
    return commands.run(parser.parse_args(["--data-dir", str(tmp_path / "data"), *arguments]))


def test_a_frame_of_an_own_file_is_drawn(own_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert (
        run(tmp_path, "render", str(own_file), "--size", "96x72", "--frame", "hold", "-o", str(out))
        == EXIT_OK
    )
    with Image.open(out / "own-bridge-hold.webp") as image:
        assert image.size == (96, 72)


def test_the_still_alone_is_drawn_as_large_as_beside_an_animation(
    own_file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    wanted = ("--size", "64x48", "--frame", "still", "-o", str(out))
    assert run(tmp_path, "render", str(own_file), *wanted) == EXIT_OK
    assert [path.name for path in out.iterdir()] == ["own-bridge-still.webp"]
    with Image.open(out / "own-bridge-still.webp") as image:
        assert image.size == still_size((64, 48))


def test_all_frames_are_an_animation_and_a_still(own_file: Path, tmp_path: Path) -> None:
    assert run(tmp_path, "render", str(own_file), "--size", "64x48", "-o", str(tmp_path)) == EXIT_OK
    with Image.open(tmp_path / "own-bridge.webp") as image:
        assert image.n_frames == FRAMES
    with Image.open(tmp_path / "own-bridge-still.webp") as image:
        assert image.size == still_size((64, 48))


def test_a_sheet_is_one_picture(own_file: Path, tmp_path: Path) -> None:
    assert run(tmp_path, "sheet", str(own_file), "-o", str(tmp_path / "sheet.png")) == EXIT_OK
    assert (tmp_path / "sheet.png").is_file()


def test_a_pose_that_asks_for_too_much_is_a_problem(
    own_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = own_file.read_text(encoding="utf-8")
    text = text.replace("neck: {flexion: 20}", "pelvis: {height: 120}")
    own_file.write_text(text, encoding="utf-8")
    assert run(tmp_path, "check", str(own_file)) == EXIT_PROBLEMS
    assert "own-bridge: " in capsys.readouterr().out


def test_a_muscle_that_cannot_be_seen_is_a_problem(
    own_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = own_file.read_text(encoding="utf-8")
    text = text.replace("gluteus maximus", "lumbar extensors").replace("80", "0, pitch: 89")
    own_file.write_text(text, encoding="utf-8")
    assert run(tmp_path, "check", str(own_file)) == EXIT_PROBLEMS
    assert "glows" in capsys.readouterr().out


def test_who_rests_may_lie_on_what_glows(
    own_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = own_file.read_text(encoding="utf-8")
    text = text.replace("gluteus maximus", "lumbar extensors").replace("80", "0, pitch: 89")
    own_file.write_text(text, encoding="utf-8")
    assert run(tmp_path, "check", str(own_file)) == EXIT_PROBLEMS
    assert " glow: " in capsys.readouterr().out
    own_file.write_text(text.replace("kind: stretch", "kind: rest"), encoding="utf-8")
    run(tmp_path, "check", str(own_file))
    assert " glow: " not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["no-such-exercise", "no-such-file.yaml"])
def test_what_is_not_there_is_named(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "check", name) == EXIT_PROBLEMS
    assert name in capsys.readouterr().err


def test_the_problems_of_a_file_are_shown(
    own_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_file.write_text(OWN.replace("supine", "flying"), encoding="utf-8")
    routine = tmp_path / "routine.yaml"
    routine.write_text("format: stretchcoach/1\nid: a\n", encoding="utf-8")
    assert run(tmp_path, "check", str(own_file), str(routine)) == EXIT_PROBLEMS
    lines = capsys.readouterr().err.splitlines()
    assert any(line.startswith(f"{own_file}:4:11: ") for line in lines)
    assert any(line.startswith(f"{routine}:1:1: ") for line in lines)
    assert not any("no exercise is called" in line for line in lines)


@pytest.mark.parametrize("name", ["sheet", "sheet.txt", "."])
def test_a_sheet_must_be_a_picture(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(tmp_path, "sheet", "-o", str(tmp_path / name))
    assert ended.value.code == EXIT_USAGE
    assert ".png" in capsys.readouterr().err


def test_an_exercise_without_a_pose_is_named(
    own_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own_file.write_text(OWN, encoding="utf-8")
    assert run(tmp_path, "check", str(own_file)) == EXIT_PROBLEMS
    assert "own-bridge.yaml has no pose" in capsys.readouterr().err


def test_without_a_command_the_help_is_shown(tmp_path: Path) -> None:
    assert run(tmp_path) == EXIT_USAGE


@pytest.mark.parametrize("size", ["960", "0x0", "axb", "99999x10"])
def test_a_size_must_make_sense(size: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        run(tmp_path, "render", "--size", size)
