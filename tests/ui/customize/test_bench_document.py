"""One text for keyboard and form, one undo for both, and reasons for what is refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from stretchcoach.files.edit.steps import Place
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.text_units import characters, units
from tests.files.bench.builders import TEXT


def titles(bench: BenchDocument) -> list[str]:
    return [row.title for row in bench.reading.rows]


def typed(bench: BenchDocument, text: str) -> None:
    """Write at the end, as the keyboard does."""
    cursor = QTextCursor(bench.document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText(text)


def test_a_form_changes_only_what_it_speaks_of(bench: BenchDocument) -> None:
    assert bench.set_keys({("steps", 1, "hold"): "45s"})
    assert bench.text == TEXT.replace("hold: 30s", "hold: 45s")
    assert bench.reading.rows[1].words == "2 × 45 s each side"


def test_one_undo_serves_keyboard_and_form(bench: BenchDocument) -> None:
    typed(bench, "# a word\n")
    bench.set_keys({("steps", 1, "hold"): "45s", ("steps", 0, "reps"): "9"})
    bench.move([("steps", 0)], Place(("steps",), 2))
    bench.undo()
    assert "reps: 9" in bench.text
    bench.undo()
    assert bench.text == TEXT + "# a word\n"
    bench.undo()
    assert bench.text == TEXT
    bench.redo()
    bench.redo()
    bench.redo()
    assert titles(bench)[:2] == ["Lying figure four", "Knee rocks"]


def test_what_is_typed_is_read_when_it_pauses(bench: BenchDocument, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.read):
        typed(bench, "note: Hello\n")
    assert bench.reading.routine is not None
    assert bench.reading.routine.note == "Hello"


def test_while_there_is_a_problem_the_last_good_reading_is_kept(bench: BenchDocument) -> None:
    good = bench.good
    bench.set_keys({("steps", 1, "hold"): "3Os"})
    assert bench.reading.routine is None
    assert bench.good is good
    bench.undo()
    assert bench.good is not good


def test_what_cannot_be_done_is_said_and_changes_nothing(
    bench: BenchDocument, qtbot: QtBot
) -> None:
    typed(bench, "a: [\n")
    before = bench.text
    with qtbot.waitSignal(bench.refused) as refused:
        assert not bench.set_keys({("steps", 1, "hold"): "45s"})
    assert "YAML" in str(refused.args)
    for act in (
        lambda: bench.paste(Place(("steps",), 0), "no steps"),
        lambda: bench.move([("steps", 0)], Place(("steps",), 3)),
        lambda: bench.copied([("steps", 0)]),
    ):
        with qtbot.waitSignal(bench.refused):
            assert not act()
    assert bench.text == before


def test_where_steps_lie_after_an_edit_is_told(bench: BenchDocument, qtbot: QtBot) -> None:
    def landed(act: object) -> list[object]:
        assert callable(act)
        with qtbot.waitSignal(bench.moved) as moved:
            assert act()
        assert moved.args is not None
        return list(moved.args[0])

    assert landed(lambda: bench.move([("steps", 0)], Place(("steps",), 2))) == [("steps", 1)]
    assert landed(lambda: bench.move([("steps", 2)], Place(("steps",), 0))) == [("steps", 0)]
    assert landed(lambda: bench.double([("steps", 0)])) == [("steps", 1)]
    assert landed(lambda: bench.bundle([("steps", 0), ("steps", 1)])) == [("steps", 0)]
    assert landed(lambda: bench.unbundle(("steps", 0))) == [("steps", 0)]
    inner = ("steps", 4, "steps")
    assert landed(lambda: bench.move([("steps", 0)], Place(inner, 1))) == [("steps", 3, "steps", 1)]
    assert landed(lambda: bench.put_in(Place(("steps",), 1), [{"rest": "5s"}])) == [("steps", 1)]


def test_letters_outside_of_the_first_plane_move_nothing(bench: BenchDocument) -> None:
    bench.open(Path("x.yaml"), TEXT.replace("title: Mine", "title: 𝄞𝄞 a\u00a0b"))
    bench.set_keys({("steps", 1, "hold"): "45s"})
    wanted = TEXT.replace("title: Mine", "title: 𝄞𝄞 a\u00a0b").replace("hold: 30s", "hold: 45s")
    assert bench.text == wanted
    assert units("a𝄞b", 2) == 3
    assert characters("a𝄞b", 3) == 2
    assert (units("abc", 2), characters("abc", 2)) == (2, 2)


def test_another_text_can_be_taken_back(bench: BenchDocument) -> None:
    bench.replace_text("a: 1\n")
    assert bench.text == "a: 1\n"
    bench.undo()
    assert bench.text == TEXT
