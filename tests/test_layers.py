"""The layers: core <- files <- ui, and core <- figure. Imports against the arrows fail here."""

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
    "core": {"files", "figure", "paper", "terminal", "ui", "commands", "app", "cli"},
    "files": {"figure", "paper", "terminal", "ui", "commands", "app", "cli"},
    "figure": {"files", "paper", "terminal", "ui", "commands", "app", "cli"},
    "terminal": {"figure", "paper", "ui", "commands", "app", "cli"},
    "paper": {"figure", "terminal", "ui", "commands", "app", "cli"},
    "ui": {"figure", "terminal", "commands", "app", "cli"},
}
WITHOUT_QT = ["core", "files", "figure", "terminal"]


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


def test_the_command_line_loads_nothing_heavy_before_it_is_needed() -> None:
    """`stretchcoach check` works where Qt cannot be loaded, and the window opens fast."""
    question = "import sys, stretchcoach.cli; print(*sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", question], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(answer.stdout.split())
    assert "stretchcoach.cli" in loaded
    assert loaded & {"PySide6", "yaml", "numpy", "numba", "PIL", "sqlite3", "asyncio"} == set()


def test_there_is_something_to_look_at() -> None:
    """All tests of this file would pass on an empty folder, so make sure that it is not."""
    for layer in ("core", "files", "figure", "ui"):
        assert len(files_of(layer)) > 1, layer
