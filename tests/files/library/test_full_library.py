"""The library of several folders: what wins, what is noted, and that nothing hides."""

import os
from pathlib import Path

import pytest

from stretchcoach.files.library.full_library import Library, UnknownRoutineError
from tests.files.library.library_folder import LibraryFolder
from tests.files.pictures.hostile_pictures import png


@pytest.fixture
def bundled(tmp_path: Path) -> LibraryFolder:
    folder = LibraryFolder(tmp_path / "bundled")
    folder.exercise("pigeon", "Pigeon")
    folder.routine("desk", "pigeon", "At the desk")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> LibraryFolder:
    return LibraryFolder(tmp_path / "own")


def read(*folders: LibraryFolder) -> Library:
    return Library.read([folder.path for folder in folders], folders[0].path.parent / "assets")


def messages(library: Library) -> list[str]:
    return [f"{problem.path.name}: {problem.message}" for problem in library.problems]


def test_folders_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    library = Library.read([tmp_path / "nowhere"], tmp_path)
    assert (library.routines, library.problems, dict(library.exercises)) == ((), (), {})


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    (tmp_path / "routines").write_text("not a folder")
    (problem, *_) = Library.read([tmp_path / "routines"], tmp_path).problems
    assert problem.message.startswith("this folder cannot be read")


def test_only_yaml_files_count(bundled: LibraryFolder) -> None:
    (bundled.path / "notes.txt").write_text("[")
    (bundled.path / ".hidden.yaml").write_text("[")
    (bundled.path / "exercises" / "pigeon.yaml~").write_text("[")
    bundled.routine("second", "pigeon").rename(bundled.path / "SECOND.YML")
    library = read(bundled)
    assert [entry.id for entry in library.routines] == ["second", "desk"]
    assert library.problems == ()


def test_what_is_read(bundled: LibraryFolder) -> None:
    (entry,) = read(bundled).routines
    assert entry.routine
    assert (entry.id, entry.title, entry.path.name) == ("desk", "At the desk", "desk.yaml")
    assert entry.exercises["pigeon"].name == "Pigeon"


def test_one_broken_file_hides_no_other(bundled: LibraryFolder, own: LibraryFolder) -> None:
    (bundled.path / "a-broken.yaml").write_text("title: [")
    (bundled.path / "exercises" / "a-broken.yaml").write_bytes(b"\0")
    (own.path / "folder.yaml").mkdir()
    library = read(bundled, own)
    assert library.routine("desk").routine
    broken = {entry.id: entry for entry in library.routines if entry.routine is None}
    assert broken.keys() == {"a-broken", "folder"}
    assert all(entry.problems for entry in broken.values())
    assert [entry.exercise is None for entry in library.exercise_entries] == [True, False]


def test_a_broken_entry_keeps_what_could_be_read(bundled: LibraryFolder) -> None:
    bundled.routine("mine", "pigeon", "My own", more="level: 7\n")
    entry = read(bundled).routine("mine")
    assert (entry.id, entry.title, entry.routine) == ("mine", "My own", None)


def test_own_files_win_and_say_what_they_replace(
    bundled: LibraryFolder, own: LibraryFolder
) -> None:
    own.exercise("pigeon", "My pigeon")
    own.routine("desk", "pigeon", "My desk")
    library = read(bundled, own)
    (entry,) = library.routines
    assert (entry.title, entry.replaces) == ("My desk", bundled.path / "desk.yaml")
    assert entry.exercises["pigeon"].name == "My pigeon"
    replaced = [entry.replaces for entry in library.exercise_entries]
    assert replaced == [None, bundled.path / "exercises" / "pigeon.yaml"]
    assert library.problems == ()


def test_own_exercises_are_used_by_bundled_routines(
    bundled: LibraryFolder, own: LibraryFolder
) -> None:
    own.exercise("pigeon", "My pigeon")
    entry = read(bundled, own).routine("desk")
    assert entry.exercises["pigeon"].name == "My pigeon"


def test_a_broken_own_file_leaves_the_bundled_one(
    bundled: LibraryFolder, own: LibraryFolder
) -> None:
    own.exercise("pigeon", more="level: 9\n")
    own.routine("desk", "pigeon", more="level: 9\n")
    library = read(bundled, own)
    assert library.routine("desk").routine
    assert library.exercises["pigeon"].name == "Pigeon"
    assert len(library.problems) == 2


def test_two_files_of_a_folder_cannot_have_one_id(bundled: LibraryFolder) -> None:
    bundled.exercise("pigeon", "Another", file="z-pigeon")
    bundled.routine("desk", "pigeon", file="z-desk")
    library = read(bundled)
    first = bundled.path / "exercises" / "pigeon.yaml"
    second = bundled.path / "desk.yaml"
    errors = [problem for problem in library.problems if problem.is_error]
    end = "choose another, or delete one of them"
    assert [f"{problem.path.name}: {problem.message}" for problem in errors] == [
        f"z-pigeon.yaml: the id “pigeon” is already that of {first} - {end}",
        f"z-desk.yaml: the id “desk” is already that of {second} - {end}",
    ]
    assert [(problem.line, problem.column) for problem in errors] == [(2, 5), (2, 5)]
    assert library.exercises["pigeon"].name == "Pigeon"
    assert library.routine("desk").routine


def test_a_broken_exercise_is_not_called_unknown(bundled: LibraryFolder) -> None:
    path = bundled.exercise("frog", more="level: 9\n")
    bundled.routine("frogs", "frog")
    assert messages(read(bundled))[1] == (
        f"frogs.yaml: this exercise has problems of its own - see {path}"
    )


def test_changes_to_exercises_stay_in_their_routine(bundled: LibraryFolder) -> None:
    more = "exercises:\n  pigeon: {name: Low pigeon, dose: {sets: 3}}\n"
    bundled.routine("low", "pigeon", more=more)
    library = read(bundled)
    low, desk = library.routine("low"), library.routine("desk")
    assert low.exercises["pigeon"].name == "Low pigeon"
    dose = low.exercises["pigeon"].dose
    assert (dose.sets, dose.hold_ms) == (3, 30_000)
    assert desk.exercises["pigeon"].name == "Pigeon"
    assert library.exercises["pigeon"].dose.sets is None


def test_links_between_exercises(bundled: LibraryFolder) -> None:
    bundled.exercise("frog", more="easier: toad\n")
    bundled.exercise("toad", more="easier: frog\n")
    bundled.exercise("newt", more="harder: dragon\n")
    told = messages(read(bundled))
    assert len(told) == 3
    assert "circle: frog → toad → frog" in told[0]
    assert "“dragon”" in told[1]


def test_files_of_the_other_kind_are_told(bundled: LibraryFolder) -> None:
    exercise = bundled.exercise("frog")
    exercise.rename(bundled.path / "frog.yaml")
    routine = bundled.routine("frogs", "pigeon")
    routine.rename(bundled.path / "exercises" / "frogs.yaml")
    assert messages(read(bundled)) == [
        "frogs.yaml: this is a routine, not an exercise - its place is one folder up",
        "frog.yaml: this is an exercise, not a routine - its place is the folder “exercises”",
    ]


def test_pictures_are_found_beside_the_file_and_in_the_assets(
    bundled: LibraryFolder, own: LibraryFolder, tmp_path: Path
) -> None:
    for path in (tmp_path / "assets" / "f" / "a.webp", own.path / "exercises" / "b.png"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png(1, 1))  # those that ship are not looked into
    bundled.exercise("frog", more="figure: f/a.webp\n")
    own.exercise("toad", more="figure: b.png\n")
    own.exercise("newt", more="figure: gone.png\n")
    library = read(bundled, own)
    assert dict(library.routine("desk").pictures) == {
        "frog": tmp_path / "assets" / "f" / "a.webp",
        "toad": own.path / "exercises" / "b.png",
    }
    (problem,) = library.problems
    assert not problem.is_error
    assert problem.message.startswith("there is no such picture")
    assert "newt" in library.exercises


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="the system has no links")
def test_a_link_cannot_lead_out_of_the_folder(bundled: LibraryFolder, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"")
    (bundled.path / "exercises" / "out.png").symlink_to(tmp_path / "secret.png")
    (bundled.path / "exercises" / "up").symlink_to(tmp_path)
    bundled.exercise("frog", more="figure: out.png\n")
    bundled.exercise("toad", more="figure: up/secret.png\n")
    library = read(bundled)
    assert dict(library.known.pictures) == {}
    assert [problem.is_error for problem in library.problems] == [True, True]
    assert all("leads out of the folder" in problem.message for problem in library.problems)


def test_pictures_of_changed_exercises(bundled: LibraryFolder) -> None:
    (bundled.path / "mine.png").write_bytes(png(1, 1))
    bundled.routine("low", "pigeon", more="exercises: {pigeon: {figure: mine.png}}\n")
    library = read(bundled)
    assert library.problems == ()
    assert library.routine("low").pictures == {"pigeon": bundled.path / "mine.png"}
    assert library.routine("desk").pictures == {}


def test_a_picture_that_cannot_be_shown_is_a_warning_at_its_place(bundled: LibraryFolder) -> None:
    (bundled.path / "mine.jpg").write_bytes(png(1, 1))
    bundled.routine("low", "pigeon", more="exercises: {pigeon: {figure: mine.jpg}}\n")
    library = read(bundled)
    assert library.routine("low").routine is not None
    assert messages(library) == [
        "low.yaml: this picture cannot be shown: it is a png picture, not jpeg"
        " - give its name the right ending"
    ]
    [problem] = library.problems
    assert (problem.is_error, problem.source_line[problem.column - 1 :]) == (False, "mine.jpg}}")


def test_a_routine_by_its_file(bundled: LibraryFolder, tmp_path: Path) -> None:
    library = read(bundled)
    (tmp_path / "mail").mkdir()
    path = bundled.routine("mailed", "pigeon").rename(tmp_path / "mail" / "mailed.yaml")
    entry = library.routine(str(path))
    assert entry.routine
    assert entry.id == "mailed"
    (problem,) = library.routine(str(tmp_path / "gone.yaml")).problems
    assert problem.message == "there is no such file"
    (problem,) = library.routine(str(tmp_path)).problems
    assert problem.message == "this is a folder - name a YAML file"


def test_an_unknown_routine_names_the_nearest(bundled: LibraryFolder) -> None:
    library = read(bundled)
    with pytest.raises(UnknownRoutineError, match="no routine is called “dusk” - did you mean"):
        library.routine("dusk")
    with pytest.raises(UnknownRoutineError, match=r"^no routine is called “zzz”$"):
        library.routine("zzz")


def test_check_tells_kinds_apart_and_knows_the_library(
    bundled: LibraryFolder, tmp_path: Path
) -> None:
    library = read(bundled)
    folder = LibraryFolder(tmp_path / "mail" / "deep")
    folder.exercise("frog").rename(folder.path / "frog.yaml")
    folder.routine("frogs", "frog")
    folder.routine("pigeons", "pigeon")
    (folder.path / "exercises" / "empty.yaml").write_text("")
    (tmp_path / "mail" / ".git").mkdir()
    (tmp_path / "mail" / ".git" / "bad.yaml").write_text("[")
    checked = library.check([tmp_path / "mail"])
    assert messages(checked) == ["empty.yaml: this file is empty"]
    assert [entry.id for entry in checked.routines] == ["frogs", "pigeons"]
    assert "frogs" not in {entry.id for entry in library.routines}


def test_check_of_the_library_itself_finds_no_doubles(bundled: LibraryFolder) -> None:
    library = read(bundled)
    path = bundled.path / "desk.yaml"
    assert library.check([bundled.path, path, path]).problems == ()


def test_check_of_nothing(bundled: LibraryFolder, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (gone, empty) = (tmp_path / "gone.yaml", tmp_path / "empty")
    problems = read(bundled).check([gone, empty]).problems
    assert [(problem.path, problem.is_error) for problem in problems] == [
        (empty, False),
        (gone, True),
    ]
