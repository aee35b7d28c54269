"""One file from anywhere, kept as a pack would be."""

from __future__ import annotations

from pathlib import Path

import pytest

from stretchcoach.core.content.profile import Profile
from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.packs.kept_file import KeptFile
from stretchcoach.files.packs.pack_zip import PackRefusedError
from stretchcoach.files.packs.received import Received
from stretchcoach.files.packs.receiving import PackReader
from tests.files.library.library_folder import LibraryFolder
from tests.files.packs.test_receiving import bundled


@pytest.fixture
def kept() -> KeptFile:
    library = bundled()
    return KeptFile(library.exercise_entries, library.known, bundled_dir("routines"))


def test_it_and_its_exercises_are_copied(kept: KeptFile, tmp_path: Path) -> None:
    folder = LibraryFolder(tmp_path / "elsewhere")
    folder.exercise("squat", more="figure: gone.png\n")
    path = folder.routine("mine", "squat")
    received = Received(tmp_path / "received")
    reader = PackReader(received, bundled(), bundled().known)
    with kept:
        pack = kept.packed(path)
        reader.take(pack, reader.look(pack, Profile()))
    assert not pack.exists()
    assert (received.folder / "mine" / "exercises" / "squat.yaml").is_file()
    assert received.routine_files()[0].read_bytes() == path.read_bytes()
    assert len(kept.remarks) == 1


def test_problems_are_told_with_their_place(kept: KeptFile, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("nonsense")
    with kept, pytest.raises(PackRefusedError, match=r"mine\.yaml:1:1"):
        kept.packed(path)


def test_an_id_that_no_pack_can_have_is_told(kept: KeptFile, tmp_path: Path) -> None:
    path = LibraryFolder(tmp_path / "elsewhere").routine("con", "bridge")
    with kept, pytest.raises(PackRefusedError, match="cannot be packed"):
        kept.packed(path)


def test_of_a_broken_file_the_errors_are_told_and_not_the_remarks(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "format: stretchcoach/1\nid: mine\ntitle: Mine\n"
        "exercises: {bridge: {figure: gone.png}}\n"
        "steps: [{exercise: nobody}, {exercise: no-one}]\n"
    )
    with (
        KeptFile(bundled().exercise_entries, bundled().known, bundled_dir("routines")) as kept,
        pytest.raises(PackRefusedError) as refused,
    ):
        kept.packed(path)
    assert "nobody" in str(refused.value)
    assert "no-one" in str(refused.value)
    assert "no such picture" not in str(refused.value)
