from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchcoach.core.lint.lint import Bundled
from stretchcoach.files.bench.drafts import Drafts
from stretchcoach.files.disk.paths import Paths
from stretchcoach.ui.customize.bench_page import BenchPage
from stretchcoach.ui.customize.customize_page import CustomizePage
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.bench_file import BenchFile
from stretchcoach.ui.theme.theme import Theme
from tests.files.bench.builders import TEXT, known
from tests.ui.customize.shelves import shelf


@pytest.fixture
def bench(qapp: object) -> BenchDocument:
    """The text of `builders.TEXT` on a bench, without a window."""
    found = BenchDocument(known(), Bundled())
    found.open(Path("mine.yaml"), TEXT)
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with that text."""
    found = tmp_path / "mine.yaml"
    found.write_text(TEXT)
    return found


@pytest.fixture
def file(bench: BenchDocument, tmp_path: Path) -> BenchFile:
    return BenchFile(bench, Drafts(tmp_path / "drafts"), tmp_path / "routines")


@pytest.fixture
def page(
    theme: Theme, bench: BenchDocument, file: BenchFile, qtbot: QtBot, tmp_path: Path
) -> BenchPage:
    """The whole bench in a window, with a file that is saved."""
    path = tmp_path / "mine.yaml"
    path.write_text(TEXT)
    found = BenchPage(theme, bench, file)
    qtbot.addWidget(found)
    assert file.open(path)
    found.resize(1184, 800)
    with qtbot.waitExposed(found):
        found.show()
    found.activateWindow()
    return found


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    found = Paths(tmp_path)
    found.routines.mkdir()
    (found.routines / "mine.yaml").write_text(TEXT)
    return found


@pytest.fixture
def customize(theme: Theme, paths: Paths, qtbot: QtBot) -> CustomizePage:
    page = CustomizePage(theme, shelf(paths), paths)
    qtbot.addWidget(page)
    page.resize(1184, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page
