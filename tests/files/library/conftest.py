from __future__ import annotations

from pathlib import Path

import pytest

from tests.files.library.shelves import Shelves


@pytest.fixture
def shelves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelves:
    shelves = Shelves(tmp_path, monkeypatch)
    shelves.bundled.exercise("pigeon")
    return shelves
