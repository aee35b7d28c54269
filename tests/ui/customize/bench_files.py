"""What the tests of the file behind the bench share."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QTextCursor

from stretchcoach.core.lint.lint import Bundled
from stretchcoach.files.bench.drafts import Drafts
from stretchcoach.ui.customize.document.bench_document import BenchDocument
from stretchcoach.ui.customize.document.bench_file import BenchFile
from tests.files.bench.builders import TEXT, known

OTHER = TEXT.replace("title: Mine", "title: Theirs")


def write(file_bench: BenchDocument, text: str = "# more\n") -> None:
    cursor = QTextCursor(file_bench.document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText(text)


def another(tmp_path: Path) -> tuple[BenchDocument, BenchFile]:
    """The program, started again."""
    bench = BenchDocument(known(), Bundled())
    return bench, BenchFile(bench, Drafts(tmp_path / "drafts"), tmp_path / "routines")
