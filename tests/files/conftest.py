from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def settings_path(tmp_path: Path) -> Path:
    """Where the settings of a person will be, in a folder that is not there yet."""
    return tmp_path / "new folder" / "settings.json"
