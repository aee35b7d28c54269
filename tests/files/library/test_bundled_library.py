"""What comes with the program has no errors."""

from stretchcoach.files.disk.bundled import bundled_dir
from stretchcoach.files.library.full_library import Library


def test_bundled_files_have_no_errors() -> None:
    library = Library.read([bundled_dir("routines")], bundled_dir("assets"))
    assert [problem.format() for problem in library.problems if problem.is_error] == []
    assert len(library.routines) >= 5
    assert all(entry.routine for entry in library.routines)
