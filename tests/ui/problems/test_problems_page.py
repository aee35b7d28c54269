from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from stretchcoach.files.yaml.problems import Problem, Severity
from stretchcoach.ui.problems.problems_page import ProblemsPage, SourceLine
from stretchcoach.ui.theme.theme import Theme
from stretchcoach.ui.widgets.text.labels import PlainLabel

PATH = Path("/routines/<b>evening.yaml")
PROBLEMS = (
    Problem(PATH, 14, 5, "“hodl” is not known here", source_line="    hodl: 30s"),
    Problem(PATH, 20, 1, "this picture is not there", Severity.WARNING, "figure: x.webp"),
    Problem(PATH, 1, 1, "this file is empty"),
)


class Opened(QObject):
    """Takes the place of the desktop for addresses of files."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.paths.append(url.toLocalFile())


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> ProblemsPage:
    monkeypatch.setattr("os.path.isfile", is_file)
    page = ProblemsPage(theme)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show_problems(PATH, PROBLEMS)
    page.show()
    return page


def is_file(path: Path) -> bool:
    return path == PATH or path.is_file()


def texts(page: ProblemsPage) -> list[str]:
    return [label.text() for item in page.items for label in item.findChildren(PlainLabel)]


def test_every_problem_says_where_and_what(page: ProblemsPage) -> None:
    assert texts(page) == [
        "Line 14, column 5",
        "“hodl” is not known here",
        "Line 20, column 1: a remark",
        "this picture is not there",
        "Line 1, column 1",
        "this file is empty",
    ]


def test_a_line_is_shown_where_there_is_one(page: ProblemsPage) -> None:
    lines = [item.findChild(SourceLine) for item in page.items]
    assert [line.accessibleName() if line else None for line in lines] == [
        "hodl: 30s",
        "figure: x.webp",
        None,
    ]


def test_only_errors_are_counted(page: ProblemsPage) -> None:
    assert page.count.text().startswith("2 problems keep this file from being used.")
    page.show_problems(PATH, PROBLEMS[:2])
    assert page.count.text().startswith("1 problem keeps this file from being used.")
    assert not page.use.isVisible()
    page.show_problems(PATH, PROBLEMS[1:2])
    assert page.use.isVisible()


def test_the_name_of_a_file_is_no_markup(page: ProblemsPage) -> None:
    assert page.title.whole_text == "<b>evening.yaml"


def test_the_file_and_its_folder_open_on_the_desktop(page: ProblemsPage, tmp_path: Path) -> None:
    path = tmp_path / "evening.yaml"
    path.touch()
    page.show_problems(path, PROBLEMS)
    opened = Opened()
    # The stub asks for bytes, the method for text.
    QDesktopServices.setUrlHandler("file", opened, "open")  # type: ignore[arg-type]
    try:
        for button in (page.edit, page.show_folder):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        page.show_problems(tmp_path, PROBLEMS)
        QTest.mouseClick(page.show_folder, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [Path(name) for name in opened.paths] == [path, tmp_path, tmp_path]


def test_escape_leads_back(qtbot: QtBot, page: ProblemsPage) -> None:
    with qtbot.waitSignal(page.back_asked):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_source_lines_grow_with_the_text(page: ProblemsPage, theme: Theme) -> None:
    line = page.items[0].findChild(SourceLine)
    assert line
    before = line.sizeHint().height()
    theme.set_text_scale(2.0)
    assert line.sizeHint().height() > 1.5 * before


def test_what_cannot_be_opened_is_not_called_a_file(page: ProblemsPage, tmp_path: Path) -> None:
    page.show_problems(tmp_path, PROBLEMS[2:])
    assert page.count.text() == (
        "This cannot be opened. It is looked at again as soon as that changes."
    )
    assert not page.edit.isVisible()
    assert texts(page) == ["this file is empty"]
    page.show_problems(tmp_path, (), is_routine=False)
    assert page.count.text() == "This can be read now."


def test_what_is_mended_leads_on(qtbot: QtBot, page: ProblemsPage) -> None:
    page.show_problems(PATH, ())
    assert page.use.label == "Open the routine"
    with qtbot.waitSignal(page.open_asked) as signal:
        QTest.mouseClick(page.use, Qt.MouseButton.LeftButton)
    assert signal.args == [PATH]
    page.show_problems(PATH, (), is_routine=False)
    assert page.use.label == "Back to the routines"
    with qtbot.waitSignal(page.back_asked), qtbot.assertNotEmitted(page.open_asked):
        QTest.mouseClick(page.use, Qt.MouseButton.LeftButton)
