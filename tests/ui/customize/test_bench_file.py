"""The file behind the bench: nothing is lost, and whoever else wrote it is not overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from stretchcoach.core.lint.lint import Bundled
from stretchcoach.files.bench.drafts import Drafts
from stretchcoach.files.bench.templates import templates
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.bench_file import BenchFile
from tests.files.bench.builders import TEXT, known

OTHER = TEXT.replace("title: Mine", "title: Theirs")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "mine.yaml"
    found.write_text(TEXT)
    return found


def write(file_bench: BenchDocument, text: str = "# more\n") -> None:
    cursor = QTextCursor(file_bench.document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText(text)


def another(tmp_path: Path) -> tuple[BenchDocument, BenchFile]:
    """The program, started again."""
    bench = BenchDocument(known(), Bundled())
    return bench, BenchFile(bench, Drafts(tmp_path / "drafts"), tmp_path / "routines")


def test_what_was_written_survives_the_end_of_the_program(
    file: BenchFile, bench: BenchDocument, path: Path, tmp_path: Path
) -> None:
    assert file.open(path)
    assert not file.is_unsaved
    write(bench)
    assert file.is_unsaved
    file.keep()
    later, later_file = another(tmp_path)
    assert later_file.open(path)
    assert later.text == TEXT + "# more\n"
    assert later_file.is_unsaved
    assert path.read_text() == TEXT


def test_a_draft_is_written_soon_by_itself(
    file: BenchFile, bench: BenchDocument, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file.open(path)
    write(bench)
    qtbot.waitUntil(lambda: len(Drafts(tmp_path / "drafts").all()) == 1)


def test_saving_ends_the_draft_and_keeps_what_was_before(
    file: BenchFile, bench: BenchDocument, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file.open(path)
    write(bench)
    file.keep()
    with qtbot.waitSignal(file.saved) as saved:
        assert file.save()
    assert saved.args == [path]
    assert path.read_text() == TEXT + "# more\n"
    assert (tmp_path / "mine.yaml.bak").read_text() == TEXT
    assert Drafts(tmp_path / "drafts").all() == ()
    assert not file.is_unsaved
    bench.undo()
    assert file.is_unsaved
    bench.redo()
    assert not file.is_unsaved


def test_a_new_routine_is_called_by_its_title_when_it_is_first_saved(
    file: BenchFile, bench: BenchDocument, tmp_path: Path
) -> None:
    file.begin(templates()[1], {"new-routine"})
    assert file.tag == "New"
    assert "id: new-routine-2\n" in bench.text
    bench.set_keys({("title",): "Für Anna"})
    assert file.save({"fur-anna"})
    assert (tmp_path / "routines" / "fur-anna-2.yaml").exists()
    assert "id: fur-anna-2\n" in bench.text
    assert file.tag == ""
    bench.set_keys({("title",): "Another"})
    assert file.save()
    assert [one.name for one in (tmp_path / "routines").glob("*.yaml")] == ["fur-anna-2.yaml"]


def test_an_id_that_was_chosen_stays(file: BenchFile, bench: BenchDocument, tmp_path: Path) -> None:
    file.begin(templates()[1], ())
    bench.set_keys({("id",): "chosen"})
    file.save()
    assert "id: chosen\n" in bench.text


def test_a_bundled_routine_becomes_a_copy_and_says_so(
    file: BenchFile, bench: BenchDocument, tmp_path: Path, qtbot: QtBot
) -> None:
    path = bundled_dir("routines") / "desk-break.yaml"
    before = path.read_bytes()
    with qtbot.waitSignal(file.told) as told:
        assert file.copy(path, "Desk break", {"desk-break"})
    assert "your own copy of “Desk break”" in str(told.args)
    assert file.tag == "My copy"
    assert file.is_unsaved
    assert file.save()
    assert (tmp_path / "routines" / "desk-break-my.yaml").exists()
    assert path.read_bytes() == before


def test_a_copy_that_was_not_saved_is_found_again(
    file: BenchFile, tmp_path: Path, bench: BenchDocument
) -> None:
    file.copy(bundled_dir("routines") / "desk-break.yaml", "Desk break", ())
    write(bench)
    file.close()
    assert not file.is_open
    [draft] = Drafts(tmp_path / "drafts").all()
    later, later_file = another(tmp_path)
    later_file.resume(draft)
    assert later.text.endswith("# more\n")
    assert later_file.tag == "My copy"
    later_file.discard()
    assert Drafts(tmp_path / "drafts").all() == ()


def test_a_copy_that_nobody_changed_leaves_nothing_behind(
    file: BenchFile, bench: BenchDocument, tmp_path: Path
) -> None:
    file.copy(bundled_dir("routines") / "desk-break.yaml", "Desk break", ())
    write(bench)
    bench.undo()
    file.close()
    assert Drafts(tmp_path / "drafts").all() == ()


def test_two_copies_do_not_share_a_file(file: BenchFile, bench: BenchDocument) -> None:
    source = bundled_dir("routines") / "desk-break.yaml"
    file.copy(source, "Desk break", ())
    write(bench)
    first = bench.path
    file.close()
    file.copy(source, "Desk break", ())
    assert bench.path != first


def test_what_others_wrote_meanwhile_is_not_overwritten(
    file: BenchFile, bench: BenchDocument, path: Path, qtbot: QtBot
) -> None:
    file.open(path)
    write(bench)
    path.write_text(OTHER)
    with qtbot.waitSignal(file.conflict) as conflict:
        assert not file.save()
    assert conflict.args == [OTHER]
    assert path.read_text() == OTHER
    file.keep_mine()
    assert file.save()
    assert path.read_text() == TEXT + "# more\n"
    assert path.with_name("mine.yaml.bak").read_text() == OTHER


def test_theirs_can_be_taken_and_taken_back(
    file: BenchFile, bench: BenchDocument, path: Path, qtbot: QtBot
) -> None:
    file.open(path)
    write(bench)
    path.write_text(OTHER)
    with qtbot.waitSignal(file.conflict):
        file.look_outside()
    file.look_outside()  # it is told once
    file.take_theirs()
    assert bench.text == OTHER
    assert not file.is_unsaved
    bench.undo()
    assert bench.text == TEXT + "# more\n"


def test_a_file_without_changes_here_follows_the_one_outside(
    file: BenchFile, bench: BenchDocument, path: Path, qtbot: QtBot
) -> None:
    file.look_outside()
    file.open(path)
    file.look_outside()
    path.write_text(OTHER)
    with qtbot.waitSignal(file.told):
        file.look_outside()
    assert bench.text == OTHER
    path.unlink()
    file.look_outside()
    assert bench.text == OTHER


def test_a_draft_whose_file_others_changed_offers_both(
    file: BenchFile, bench: BenchDocument, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file.open(path)
    write(bench)
    file.keep()
    path.write_text(OTHER)
    _, later = another(tmp_path)
    with qtbot.waitSignal(later.conflict) as conflict:
        later.open(path)
    assert conflict.args == [OTHER]


def test_a_file_that_went_away_is_written_again(
    file: BenchFile, bench: BenchDocument, path: Path, qtbot: QtBot
) -> None:
    file.open(path)
    write(bench)
    file.keep()
    path.unlink()
    with qtbot.waitSignal(file.gone) as gone:
        assert file.open(path)
    assert gone.args == ["The file was deleted while you worked on it."]
    assert file.save()
    assert path.exists()


def test_a_file_that_went_away_leaves_what_is_here_unsaved(
    file: BenchFile, bench: BenchDocument, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file.open(path)
    path.unlink()
    with qtbot.waitSignal(file.gone):
        file.look_outside()
    file.look_outside()
    assert file.is_unsaved
    file.close()
    [draft] = Drafts(tmp_path / "drafts").all()
    assert draft.text == TEXT
    with qtbot.waitSignal(file.gone):
        file.resume(draft)
    path.write_text(TEXT)
    with qtbot.waitSignal(file.settled):
        file.look_outside()
    assert not file.is_unsaved
    path.write_text(OTHER)
    file.look_outside()
    assert bench.text == OTHER


def test_a_file_that_is_no_text_any_more_is_not_taken(
    page: BenchPage, bench: BenchDocument, tmp_path: Path
) -> None:
    path, bar = tmp_path / "mine.yaml", page.conflict
    write(bench)
    path.write_bytes(b"\xff\xfe\x00\x00" * 50)
    assert not page.file.save()
    assert not page.file.save()
    assert bar.words.text().startswith("The file cannot be read any more: ")
    assert bar.anew.isVisible()
    assert not any(button.isVisible() for button in (bar.both, bar.mine, bar.theirs))
    bar.anew.click()
    assert path.read_text() == TEXT + "# more\n"
    assert path.with_name("mine.yaml.bak").read_bytes().startswith(b"\xff\xfe")
    assert not bar.isVisible()
    assert not page.file.is_unsaved


def test_theirs_that_went_away_meanwhile_is_not_taken(
    page: BenchPage, bench: BenchDocument, tmp_path: Path
) -> None:
    path, bar = tmp_path / "mine.yaml", page.conflict
    write(bench)
    path.write_text(OTHER)
    page.file.look_outside()
    bar.both.click()
    path.unlink()
    bar.theirs.click()
    assert bench.text == TEXT + "# more\n"
    assert bar.anew.isVisible()
    assert page.head.state.text() == "not saved"
    path.write_text(OTHER)
    page.file.look_outside()
    assert bar.theirs.isVisible()
    assert not bar.anew.isVisible()
    page.file.close()
    assert page.file.open(tmp_path / "mine.yaml.bak") is False
    page.file.begin(templates()[0], ())
    assert not bar.isVisible()


def test_both_reasons_are_told_where_nothing_can_be_written(
    file: BenchFile, bench: BenchDocument, path: Path, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("stretchcoach.ui.customize.document.bench_file.save_text", refuse)
    (tmp_path / "drafts").write_text("a file in the place of the folder")
    file.open(path)
    write(bench)
    told: list[str] = []
    file.failed.connect(told.append)
    assert not file.save()
    [sentence] = told
    assert sentence.startswith("This was not saved: No space left on device")
    assert "What is not saved cannot be kept either: " in sentence


def test_what_cannot_be_opened_or_saved_is_said(
    file: BenchFile, bench: BenchDocument, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert not file.save()
    with qtbot.waitSignal(file.failed):
        assert not file.open(tmp_path / "none.yaml")
    with qtbot.waitSignal(file.failed):
        assert not file.copy(tmp_path / "none.yaml", "None", ())
    (tmp_path / "routines").write_text("a file in the place of the folder")
    (tmp_path / "drafts").write_text("and here")
    file.begin(templates()[1], ())
    with qtbot.waitSignal(file.failed) as failed:
        assert not file.save()
    assert "not saved" in str(failed.args)
    assert file.may_be_lost
    file.close()
    assert file.is_open


def test_both_texts_are_seen_side_by_side(page: BenchPage, qtbot: QtBot) -> None:
    path = page.bench.path
    write(page.bench)
    path.write_text(OTHER)
    page.file.save()
    assert page.conflict.isVisible()
    page.conflict.both.click()
    dialog = page.conflict.dialog
    assert dialog is not None
    assert dialog.isVisible()
    dialog.theirs.click()
    assert page.bench.text == OTHER
    assert not page.conflict.isVisible()
    write(page.bench)
    path.write_text(TEXT)
    page.file.look_outside()
    page.conflict.mine.click()
    assert page.bench.text == OTHER + "# more\n"
