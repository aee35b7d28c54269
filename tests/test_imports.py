"""The modules of Qt that may be used: those under the LGPL, not those under the GPL alone."""

from __future__ import annotations

import re

import pytest

from tests.source_code import imported_modules, python_files

# QtCharts, QtGraphs, QtDataVisualization, QtVirtualKeyboard and others are GPL or commercial.
LGPL_MODULES = {
    "QtConcurrent",
    "QtCore",
    "QtDBus",
    "QtGui",
    "QtMultimedia",
    "QtNetwork",
    "QtPrintSupport",
    "QtStateMachine",
    "QtSvg",
    "QtTest",
    "QtTextToSpeech",
    "QtWidgets",
}
MODULE_IN_TEXT = re.compile(r"\bPySide6\s*(?:\.|import)\s*\(?\s*(Qt\w+)")


def qt_modules(text: str) -> set[str]:
    """The modules of PySide6 that are named in `text`, also inside strings."""
    return set(MODULE_IN_TEXT.findall(text))


def test_only_modules_of_qt_under_the_lgpl_are_used() -> None:
    wrong = {
        source.name: foreign
        for source in python_files()
        if (foreign := qt_modules(source.text) - LGPL_MODULES)
    }
    assert wrong == {}


def test_qt_is_never_imported_whole() -> None:
    """A plain `import PySide6`, or a star, would hide what is used, and is slow."""
    wrong = [
        source.name
        for source in python_files()
        if any(re.fullmatch(r"PySide6(\..*)?\.\*", name) for name in imported_modules(source.tree))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "modules"),
    [
        ("from PySide6.QtCore import QObject", {"QtCore"}),
        ("from PySide6 import QtGui", {"QtGui"}),
        ("import PySide6.QtSvg as svg", {"QtSvg"}),
        ("import_module('PySide6.QtTest')", {"QtTest"}),
        ("import yaml", set()),
    ],
)
def test_modules_are_found_however_they_are_imported(text: str, modules: set[str]) -> None:
    assert qt_modules(text) == modules
