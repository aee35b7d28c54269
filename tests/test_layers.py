"""The layers: core <- files <- ui, and core <- figure. Imports against the arrows fail here.

`FLOORS` tells the order inside a layer, from the ground up: a folder uses those before it alone.
"""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.source_code import ROOT, SourceFile, called_name, imported_modules, python_files

# Core is pure, so it is told what it may import; everything else is Qt, a file or a clock.
CORE_MAY_IMPORT = {
    "__future__",
    "bisect",
    "collections",
    "dataclasses",
    "datetime",
    "difflib",
    "enum",
    "fractions",
    "functools",
    "hashlib",
    "itertools",
    "math",
    "operator",
    "re",
    "statistics",
    "string",
    "types",
    "typing",
    "unicodedata",
    "zlib",
}
READS_CLOCK = {"now", "utcnow", "today"}
READS_OUTSIDE = {"open", "input", "print", "__import__", "eval", "exec"}

LAYERS_OUT_OF_REACH = {
    "core": {"files", "figure", "paper", "page", "terminal", "ui", "commands", "app", "cli"},
    "files": {"figure", "paper", "page", "terminal", "ui", "commands", "app", "cli"},
    "figure": {"files", "paper", "page", "terminal", "ui", "commands", "app", "cli"},
    "terminal": {"figure", "paper", "page", "ui", "commands", "app", "cli"},
    "paper": {"figure", "page", "terminal", "ui", "commands", "app", "cli"},
    "page": {"figure", "paper", "terminal", "ui", "commands", "app", "cli"},
    "ui": {"figure", "terminal", "commands", "app", "cli"},
}
FLOORS = {
    "core": [
        "work",
        "language",
        "content",
        "schedule",
        "advice",
        "steps",
        "session",
        "finding",
        "library",
        "measures",
        "lint",
        "revisions",
        "handout",
        "bench",
        "diary",
        "screen",
        "plan",
        ".",
    ],
    "files": [
        "disk",
        "yaml",
        "edit",
        "pictures",
        "folders",
        "library",
        "packs",
        "bench",
        "own_exercises",
        "database",
        "exchange",
        "diary",
        ".",
    ],
    "figure": ["body", "pose", "draw", "signs", "stills"],
    "ui": [
        "threads",
        "theme",
        "widgets/text",
        "widgets/layout",
        "widgets/controls",
        "widgets/surfaces",
        "widgets/countdown",
        "widgets/strip",
        "widgets/figure",
        "running",
        "sound",
        "keepers",
        "window",
        "handout",
        "advice",
        "problems",
        "cards",
        "routines",
        "routine",
        "exercises",
        "plan",
        "progress/charts",
        "progress",
        "clients",
        "settings",
        "about",
        "customize/document",
        "customize/text",
        "customize/steps",
        "customize/picker",
        "customize/form",
        "own_exercise",
        "customize",
        "packs",
        "welcome",
        "session_page",
        "session",
        ".",
    ],
}
MOST_FILES_IN_A_FOLDER = 16

WITHOUT_QT = ["core", "files", "figure", "page", "terminal"]


def files_of(layer: str) -> list[SourceFile]:
    return python_files(f"stretchcoach/{layer}")


def out_of_reach(source: SourceFile, layer: str) -> set[str]:
    """What `source` imports from layers that `layer` must not know."""
    names = {f"stretchcoach.{name}" for name in LAYERS_OUT_OF_REACH[layer]}
    imported = imported_modules(source.tree)
    return {name for name in imported if ".".join(name.split(".")[:2]) in names}


@pytest.mark.parametrize("layer", LAYERS_OUT_OF_REACH)
def test_no_layer_knows_those_above_it(layer: str) -> None:
    wrong = {source.name: out_of_reach(source, layer) for source in files_of(layer)}
    assert {name: modules for name, modules in wrong.items() if modules} == {}


def modules_of(layer: str) -> dict[str, tuple[str, SourceFile]]:
    """The modules of `layer` by their dotted names: the folder inside the layer, the source."""
    modules = {}
    for source in files_of(layer):
        *folders, name = source.name.removesuffix(".py").split("/")
        if name != "__init__":
            modules[".".join([*folders, name])] = ("/".join(folders[2:]) or ".", source)
    return modules


def upward_imports(floors: list[str], modules: dict[str, tuple[str, SourceFile]]) -> list[str]:
    """The imports that lead from a folder to one that `floors` has above it."""
    return [
        f"{source.name} imports {name}, which is above it"
        for folder, source in modules.values()
        for name in sorted(imported_modules(source.tree))
        if name in modules and floors.index(modules[name][0]) > floors.index(folder)
    ]


@pytest.mark.parametrize("layer", FLOORS)
def test_no_folder_uses_one_above_it(layer: str) -> None:
    assert upward_imports(FLOORS[layer], modules_of(layer)) == []


@pytest.mark.parametrize("layer", FLOORS)
def test_each_floor_is_a_folder_and_each_folder_a_floor(layer: str) -> None:
    folders = {folder for folder, _ in modules_of(layer).values()}
    assert sorted(FLOORS[layer]) == sorted(folders)


@pytest.mark.parametrize("layer", FLOORS)
def test_an_arrow_that_is_turned_round_is_noticed(layer: str) -> None:
    ground, *_, top = FLOORS[layer]
    modules = modules_of(layer)
    above = next(name for name, (folder, _) in modules.items() if folder == top)
    turned = SourceFile(f"{ground}.py", f"from {above} import anything")
    assert upward_imports(FLOORS[layer], modules | {"turned": (ground, turned)}) != []


@pytest.mark.parametrize("layer", [*FLOORS, "commands", "paper", "page", "terminal"])
def test_every_folder_is_small_enough_to_know_by_heart(layer: str) -> None:
    size: dict[str, int] = {}
    for folder, _ in modules_of(layer).values():
        size[folder] = size.get(folder, 0) + 1
    assert {folder: n for folder, n in size.items() if n > MOST_FILES_IN_A_FOLDER} == {}


@pytest.mark.parametrize("layer", WITHOUT_QT)
def test_only_the_upper_layers_know_qt(layer: str) -> None:
    wrong = [
        source.name
        for source in files_of(layer)
        if any(name.split(".")[0] in {"PySide6", "shiboken6"} for name in all_imports(source))
    ]
    assert wrong == []


def all_imports(source: SourceFile) -> set[str]:
    return imported_modules(source.tree)


def test_core_imports_nothing_but_pure_modules() -> None:
    wrong = {
        source.name: foreign
        for source in files_of("core")
        if (foreign := all_top_level_names(source) - CORE_MAY_IMPORT - {"stretchcoach"})
    }
    assert wrong == {}


def all_top_level_names(source: SourceFile) -> set[str]:
    return {name.split(".")[0] for name in all_imports(source)}


def test_core_reads_no_clock_and_no_file() -> None:
    wrong = [
        f"{source.at(call)}: {called_name(call)}()"
        for source in files_of("core")
        for call in source.calls()
        if called_name(call) in (READS_CLOCK if is_method(call) else READS_OUTSIDE)
    ]
    assert wrong == []


def is_method(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute)


def test_no_import_is_relative() -> None:
    wrong = [
        source.name
        for source in python_files("stretchcoach")
        if any(name.startswith(".") for name in all_imports(source))
    ]
    assert wrong == []


def test_every_name_is_imported_from_its_home() -> None:
    """`import name as name` would hand it on, and hide where it lives."""
    wrong = [
        f"{source.at(node)}: {name.name}"
        for source in python_files()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
        if name.asname == name.name
    ]
    assert wrong == []


def test_the_command_line_loads_nothing_heavy_before_it_is_needed() -> None:
    """`stretchcoach check` works where Qt cannot be loaded, and the window opens fast."""
    question = "import sys, stretchcoach.cli; print(*sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", question], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(answer.stdout.split())
    assert "stretchcoach.cli" in loaded
    assert (
        loaded & {"PySide6", "yaml", "numpy", "numba", "PIL", "sqlite3", "asyncio", "jinja2"}
        == set()
    )


def test_there_is_something_to_look_at() -> None:
    """All tests of this file would pass on an empty folder, so make sure that it is not."""
    for layer in ("core", "files", "figure", "ui"):
        assert len(files_of(layer)) > 1, layer
