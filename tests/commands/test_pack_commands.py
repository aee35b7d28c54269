"""`pack` and `import`: from one person's folder into another's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stretchcoach.cli import main
from stretchcoach.commands import EXIT_OK, EXIT_PROBLEMS
from tests.files.library.library_folder import LibraryFolder

Command = Callable[..., int]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    def run(*arguments: object) -> int:
        return main(["--data-dir", str(tmp_path / "data"), *(str(one) for one in arguments)])

    return run


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    folder = LibraryFolder(tmp_path / "theirs")
    folder.exercise("my-squat", "My squat")
    return folder.routine("mine", "my-squat", "Mine")


def test_from_one_to_the_other(
    command: Command, theirs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "mine.stretchpack"
    assert command("pack", theirs, "desk-break", "-o", pack) == EXIT_OK
    assert capsys.readouterr().out == f"{pack}\n"
    assert command("import", pack, "--yes") == EXIT_OK
    out = capsys.readouterr().out
    assert "1 exercise of its own" in out
    assert "It is in your list now." in out
    assert command("list") == EXIT_OK
    assert capsys.readouterr().out.splitlines()[-1].startswith("mine ")
    assert command("show", "mine") == EXIT_OK
    assert "My squat" in capsys.readouterr().out


def test_it_is_named_like_the_routine(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command("pack", "desk-break") == EXIT_OK
    assert (tmp_path / "desk-break.stretchpack").is_file()


def test_nothing_is_taken_in_without_a_word(
    command: Command, theirs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("import", theirs) == EXIT_PROBLEMS
    said = capsys.readouterr()
    assert "It is new to you." in said.out
    assert "say --yes" in said.err
    assert not (tmp_path / "data" / "received").exists()


@pytest.mark.parametrize(("answer", "code"), [("y", EXIT_OK), ("", EXIT_PROBLEMS), ("n", 1)])
def test_one_is_asked_in_a_terminal(
    command: Command, theirs: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert command("import", theirs) == code


def test_what_is_wrong_is_said_with_its_place(
    command: Command, theirs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs.write_text(theirs.read_text().replace("my-squat", "nobody"))
    assert command("pack", theirs) == EXIT_PROBLEMS
    assert "mine.yaml:4" in capsys.readouterr().err
    assert command("pack", "nobody-knows-it") == EXIT_PROBLEMS
    assert command("import", theirs, "--yes") == EXIT_PROBLEMS
    assert "mine.yaml:4" in capsys.readouterr().err
    (tmp_path / "bad.stretchpack").write_text("bad")
    assert command("import", tmp_path / "bad.stretchpack") == EXIT_PROBLEMS
    assert "no pack" in capsys.readouterr().err
    assert command("import", tmp_path / "gone.stretchpack") == EXIT_PROBLEMS
    assert "gone.stretchpack" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_named(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("pack", "desk-break", "-o", tmp_path / "no" / "x") == EXIT_PROBLEMS
    assert str(tmp_path / "no") in capsys.readouterr().err


def test_a_pack_with_problems_shows_them(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.files.packs.packs import ROUTINE, pack

    path = pack(tmp_path / "p", {"mine/mine.yaml": ROUTINE.replace(b"bridge", b"nobody")})
    assert command("import", path, "--yes") == EXIT_PROBLEMS
    said = capsys.readouterr().err
    assert "mine.yaml:4" in said
    assert "Nothing was taken in" in said


def test_a_plan_is_shown_by_its_title(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command("pack", "six-weeks", "-o", tmp_path / "p") == EXIT_OK
    assert command("import", tmp_path / "p", "--yes") == EXIT_OK
    out = capsys.readouterr().out
    assert "Six weeks for the hips\n  A plan of " in out
    assert "nothing in it has changed" in out


def test_a_newer_plan_says_what_changed(
    command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.files.packs.packs import GOOD, pack
    from tests.files.packs.test_receiving import PLAN

    for days in (b"3", b"5"):
        plan = PLAN.replace(b"days: 3", b"days: " + days)
        pack(tmp_path / "p", {**GOOD, "six/plans/six.yaml": plan})
        assert command("import", tmp_path / "p", "--yes") == EXIT_OK
    out = capsys.readouterr().out
    assert "  - Week 1, Mine: on 5 days instead of on 3 days.\n" in out


def test_a_picture_that_stays_here_is_told(
    command: Command, theirs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (theirs.parent / "exercises" / "my-squat.yaml").open("a") as file:
        file.write("figure: gone.png\n")
    assert command("pack", theirs, "-o", tmp_path / "p") == EXIT_OK
    assert "My squat has no picture" in capsys.readouterr().err
