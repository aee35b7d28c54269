"""The figure drawn from its pose in a process of its own, with progress and a way out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.files.own_exercises.kept_files import KeptFiles
from stretchcoach.files.own_exercises.pictures import still_name
from stretchcoach.ui.own_exercise import drawing as module
from stretchcoach.ui.own_exercise.drawing import Drawing
from stretchcoach.ui.own_exercise.exercise_editor import ExerciseEditor
from tests.ui.own_exercise.conftest import Place
from tests.ui.own_exercise.photos import as_bytes, image

Program = Callable[[str], None]
GOOD = """\
print("1/2", flush=True)
print("2/2", flush=True)
for name in (stem + ".webp", stem + "-still.webp"):
    (folder / name).write_bytes(PICTURE)
"""
HEAD = """\
import sys, time
from pathlib import Path
file, folder = Path(sys.argv[3]), Path(sys.argv[5])
assert sys.argv[1:3] == ["figure", "render"] and sys.argv[4] == "-o" and "--progress" in sys.argv
assert file.read_text().startswith("format: stretchcoach-exercise/1")
stem = file.stem
PICTURE = Path(r"{picture}").read_bytes()
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Let another program stand in the place of the one that draws."""
    picture = tmp_path / "drawn.webp"

    def use(body: str) -> None:
        picture.write_bytes(as_bytes(image(), "webp"))
        script = tmp_path / "draws.py"
        script.write_text(HEAD.format(picture=picture) + body)
        monkeypatch.setattr(
            module, "own_command", lambda *words: [sys.executable, str(script), *words]
        )

    return use


@pytest.fixture
def editor(place: Place) -> ExerciseEditor:
    place.ways.change_asked.emit("bridge")
    return place.editor


def test_what_was_drawn_is_shown_and_saved_with_its_still(
    place: Place, editor: ExerciseEditor, program: Program, qtbot: QtBot
) -> None:
    program(GOOD)
    pane = editor.picture
    told: list[int] = []
    pane.drawing.progressed.connect(told.append)
    with qtbot.waitSignal(pane.drawing.drawn, timeout=60_000):
        pane.draw.click()
        assert pane.work.isVisible()
        assert not pane.draw.isEnabled()
    assert told == [0, 20, 40]
    assert not pane.work.isVisible()
    assert pane.draw.isEnabled()
    assert editor.save()
    names = sorted(file.name for file in (place.paths.exercises / "figures").iterdir())
    assert len(names) == 2
    assert names[0].removesuffix("-still.webp") == names[1].removesuffix(".webp")
    text = place.own_file("bridge-my.yaml").read_text()
    assert f"figure: figures/{names[1]}\n" in text


def test_drawing_can_be_left(editor: ExerciseEditor, program: Program, qtbot: QtBot) -> None:
    program('print("1/2", flush=True)\ntime.sleep(600)\n')
    pane, before = editor.picture, editor.document.state
    pane.draw.click()
    qtbot.waitUntil(lambda: "20" in pane.work.words.text(), timeout=60_000)
    pane.work.cancel.click()
    assert not pane.drawing.is_running
    assert not pane.work.isVisible()
    assert editor.document.state == before
    pane.draw.click()
    assert pane.drawing.is_running
    editor.picture.drawing.close()
    assert not pane.drawing.is_running


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('sys.exit("the foot does not reach the floor")', "the foot does not reach the floor"),
        ("", "it ended too early"),
        ("(folder / (stem + '.webp')).write_bytes(PICTURE)", "Not drawn"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    editor: ExerciseEditor, program: Program, qtbot: QtBot, body: str, words: str
) -> None:
    program(body)
    with qtbot.waitSignal(editor.picture.drawing.failed, timeout=60_000):
        editor.picture.draw.click()
    assert words in editor.notice.words.text()
    assert editor.document.state.pictures is None


def test_a_program_that_is_not_there_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(module, "own_command", lambda *words: [str(tmp_path / "none"), *words])
    drawing = Drawing(KeptFiles(tmp_path))
    with qtbot.waitSignal(drawing.failed, timeout=60_000) as failed:
        drawing.begin("slide", "format: stretchcoach-exercise/1\n")
    assert failed.args == ["Not drawn: it could not be started"]
    assert not drawing.is_running


def test_a_text_with_a_problem_is_not_drawn(editor: ExerciseEditor) -> None:
    editor.document.set_text(editor.document.state.text + "nonsense: 1\n")
    editor.picture.draw.click()
    assert not editor.picture.drawing.is_running
    assert editor.notice.words.text() == "The text has a problem: mend it first."


def test_without_the_engine_the_page_says_what_it_needs(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stretchcoach.ui.own_exercise.picture_pane.can_draw", lambda: False)
    place.ways.change_asked.emit("bridge")
    pane = place.editor.picture
    assert not pane.draw.isVisible()
    assert "stretchcoach[figure]" in pane.about_pose.text()
    assert still_name("a.webp") == "a-still.webp"
