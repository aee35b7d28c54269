"""The file behind the bench: nothing is lost, and whoever else wrote it is not overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.files.bench.drafts import Drafts
from stretchcoach.files.bench.templates import templates
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.bench_file import BenchFile
from tests.files.bench.builders import TEXT
from tests.ui.customize.bench_files import another, write


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
    assert later_file.save()
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
    assert file.keeper.at_risk is not None
    file.close()
    assert file.is_open


def test_what_is_saved_after_all_can_be_put_away(
    file: BenchFile, bench: BenchDocument, path: Path, tmp_path: Path
) -> None:
    blocked = tmp_path / "drafts"
    blocked.write_text("a file in the place of the folder")
    file.open(path)
    write(bench)
    file.close()
    assert file.is_open
    assert file.keeper.at_risk is not None
    assert file.save()
    file.close()
    assert not file.is_open


def test_what_was_kept_before_and_stays_is_told_when_it_is_saved(
    file: BenchFile,
    bench: BenchDocument,
    path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(drafts: Drafts, path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    file.open(path)
    write(bench)
    file.keep()
    write(bench)
    monkeypatch.setattr(Drafts, "drop", refuse)
    with qtbot.waitSignals([file.saved, file.told], order="strict"):
        assert file.save()
