"""What the file of an exercise says by now, whoever has written it."""

from __future__ import annotations

from pathlib import Path

from stretchcoach.core.language.i18n import tr
from stretchcoach.files.bench.saving import NotOpenedError, open_text


def text_outside(path: Path) -> str | None:
    """What the file says; None where there is none, or none that can be read."""
    try:
        return open_text(path).text
    except NotOpenedError:
        return None


def why_gone(path: Path) -> str:
    """Why a file that was there says nothing any more, as a sentence; "" where it does."""
    try:
        path.lstat()
        open_text(path)
    except (FileNotFoundError, NotADirectoryError):
        return tr("The file was deleted while you worked on it.")
    except (OSError, NotOpenedError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return tr("The file cannot be read any more: {reason}.", reason=reason)
    return ""
