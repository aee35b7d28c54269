"""House rules for the source that ruff has no rule for."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

import pytest

from tests.source_code import SourceFile, called_name, python_files, receiver_name

Check = Callable[[SourceFile], list[str]]

MOST_LINES = 350
MOST_LINES_OF_A_FUNCTION = 60

# Its PlainLabel never reads text as markup.
LABEL_MODULE = "stretchcoach/ui/widgets/text/labels.py"
BUTTON_MODULE = "stretchcoach/ui/widgets/controls/buttons.py"
QT_BUTTONS = {"QAbstractButton", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton"}
READ_AS_MARKUP = {"setHtml", "insertHtml", "toHtml", "setMarkdown", "RichText", "AutoText"}

# An application runs an event loop, and a drag is one: those are no dialogs.
MAY_RUN_A_LOOP = {"app", "application", "drag"}
WAITING_DIALOGS = re.compile(
    r"\bQ(MessageBox\.(about|critical|information|question|warning)"
    r"|(File|Input|Color|Font)Dialog\.get\w+)\s*\("
)

TRANSLATORS = {"tr": 1, "trn": 2, "trc": 2}


def product_files() -> list[SourceFile]:
    return [source for source in python_files() if not source.name.startswith("tests/")]


def shipped_files() -> list[SourceFile]:
    return python_files("stretchcoach")


def bases(node: ast.ClassDef) -> set[str]:
    return {ast.unparse(base).split(".")[-1] for base in node.bases}


# The checks, each from a source to the places where it breaks the rule


def labels_that_guess_markup(source: SourceFile) -> list[str]:
    """Text of a file could load pictures from the disk: PlainLabel shows it as it is."""
    if source.name == LABEL_MODULE:
        return []
    made = [source.at(call) for call in source.calls() if called_name(call) == "QLabel"]
    derived = [
        source.at(node)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef) and "QLabel" in bases(node)
    ]
    return made + derived


def text_shown_as_markup(source: SourceFile) -> list[str]:
    return [
        source.at(node)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr in READ_AS_MARKUP
    ]


def message_boxes_that_guess_markup(source: SourceFile) -> list[str]:
    made = [source.at(call) for call in source.calls() if called_name(call) == "QMessageBox"]
    return made if "PlainText" not in source.text else []


def dialogs_that_wait(source: SourceFile) -> list[str]:
    """A dialog with a loop of its own stops timers from being what they say: open() it."""
    loops = [
        source.at(call)
        for call in source.calls()
        if called_name(call) in {"exec", "exec_"}
        and isinstance(call.func, ast.Attribute)
        and receiver_name(call).lstrip("_") not in MAY_RUN_A_LOOP
    ]
    lines = enumerate(source.text.splitlines(), start=1)
    return loops + [f"{source.name}:{no}" for no, line in lines if WAITING_DIALOGS.search(line)]


def lambdas_that_are_connected(source: SourceFile) -> list[str]:
    """A lambda keeps what it names alive, and is never disconnected with its receiver."""
    return [
        source.at(call)
        for call in source.calls()
        if called_name(call) == "connect"
        and any(isinstance(node, ast.Lambda) for part in call.args for node in ast.walk(part))
    ]


def buttons_that_enter_does_not_press(source: SourceFile) -> list[str]:
    """Qt presses a button with Space alone; ThemedButton knows Enter, too."""
    if source.name == BUTTON_MODULE:
        return []
    made = [source.at(call) for call in source.calls() if called_name(call) in QT_BUTTONS]
    derived = [
        source.at(node)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef) and bases(node) & QT_BUTTONS
    ]
    return made + derived


def texts_that_no_catalogue_can_hold(source: SourceFile) -> list[str]:
    """gettext looks for the text as it stands in the source, so it must be a plain one."""
    return [
        source.at(call)
        for call in source.calls()
        if isinstance(call.func, ast.Name) and called_name(call) in TRANSLATORS
        for text in call.args[: TRANSLATORS[called_name(call)]]
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]


def modules_too_long(source: SourceFile) -> list[str]:
    lines = len(source.text.splitlines())
    return [f"{source.name}: {lines} lines"] if lines > MOST_LINES else []


def functions_too_long(source: SourceFile) -> list[str]:
    return [
        f"{source.at(function)}: {function.name}, {lines} lines"
        for function in source.functions()
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    ]


# The tests: each rule holds, and each would be noticed if it did not


@pytest.mark.parametrize(
    "check",
    [
        labels_that_guess_markup,
        text_shown_as_markup,
        message_boxes_that_guess_markup,
        dialogs_that_wait,
        lambdas_that_are_connected,
        buttons_that_enter_does_not_press,
        texts_that_no_catalogue_can_hold,
    ],
)
def test_the_program_keeps_the_rule(check: Check) -> None:
    assert [place for source in shipped_files() for place in check(source)] == []


@pytest.mark.parametrize("check", [modules_too_long, functions_too_long])
def test_sources_stay_short(check: Check) -> None:
    assert [place for source in product_files() for place in check(source)] == []


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (labels_that_guess_markup, "QLabel(title)"),
        (labels_that_guess_markup, "class Title(QLabel): pass"),
        (text_shown_as_markup, "view.setHtml(text)"),
        (text_shown_as_markup, "label.setTextFormat(Qt.TextFormat.RichText)"),
        (message_boxes_that_guess_markup, "box = QMessageBox(window)"),
        (dialogs_that_wait, "dialog.exec()"),
        (dialogs_that_wait, "self._menu.exec(point)"),
        (dialogs_that_wait, "QFileDialog.getOpenFileName(self)"),
        (lambdas_that_are_connected, "button.clicked.connect(lambda: self.start(3))"),
        (buttons_that_enter_does_not_press, "QPushButton(tr('Go'))"),
        (buttons_that_enter_does_not_press, "class Chip(QAbstractButton): pass"),
        (texts_that_no_catalogue_can_hold, "tr(f'Step {n}')"),
        (texts_that_no_catalogue_can_hold, "tr('Step ' + name)"),
        (texts_that_no_catalogue_can_hold, "trn('{n} step', STEPS, 3)"),
        (modules_too_long, "pass\n" * (MOST_LINES + 1)),
        (functions_too_long, "def f():\n" + "    pass\n" * MOST_LINES_OF_A_FUNCTION),
    ],
)
def test_breaking_the_rule_is_noticed(check: Check, text: str) -> None:
    assert check(SourceFile("sample.py", text)) != []
