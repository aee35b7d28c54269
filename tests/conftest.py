"""What holds for every test: no display, no sound, no file of the person who runs it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# Qt and platformdirs read these when they are first used, so they must be set before.
# A test of a real window starts a program of its own under xvfb-run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "local")

HOME_VARIABLES = {
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "APPDATA": "appdata",
    "LOCALAPPDATA": "localappdata",
}


@pytest.fixture(scope="session", autouse=True)
def empty_home() -> Iterator[Path]:
    """An empty folder in the place of the person's own data, also for programs started."""
    with tempfile.TemporaryDirectory(prefix="stretchcoach-tests-") as folder:
        home = Path(folder)
        with pytest.MonkeyPatch.context() as environment:
            for variable, name in HOME_VARIABLES.items():
                (home / name).mkdir()
                environment.setenv(variable, str(home / name))
            yield home
