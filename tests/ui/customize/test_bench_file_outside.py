"""The file behind the bench, when others write it, or take it away."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from stretchcoach.files.bench.drafts import Drafts
from stretchcoach.files.bench.templates import templates
from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.bench_file import BenchFile
from tests.files.bench.builders import TEXT
from tests.ui.customize.bench_files import OTHER, another, write


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
