"""How this program starts itself again, for what must happen in another process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import stretchcoach

# Where the package lies: another one of its name may lie where the program was started.
PACKAGE_FOLDER = str(Path(stretchcoach.__file__).resolve().parents[1])


def own_command(*arguments: str) -> list[str]:
    """This program with `arguments`, also where it was packaged as one file."""
    program = [] if getattr(sys, "frozen", False) else ["-m", stretchcoach.__name__]
    return [sys.executable, *program, *arguments]


def own_python_path() -> str:
    """PYTHONPATH for that command, so that it finds this very package."""
    return os.pathsep.join(filter(None, (PACKAGE_FOLDER, os.environ.get("PYTHONPATH"))))
