"""Where the person's own files are."""

from __future__ import annotations

import os
from pathlib import Path

from stretchcoach.core.language.i18n import tr

APP_NAME = "stretchcoach"
EXERCISES = "exercises"  # the folder of exercises beside routines
PLANS = "plans"  # and that of plans


class Paths:
    """Everything of the person's stands below `data`. Nothing is created by asking."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def why_unreadable(self) -> str:
        """Why nothing in the folder can be read, in the words of the system; "" where it can be,
        or where there is none yet."""
        try:
            with os.scandir(self.data) as found:
                for one in found:
                    one.stat(follow_symlinks=False)
                    break
        except FileNotFoundError:
            return ""
        except OSError as error:
            return error.strerror or str(error)
        return ""

    @property
    def routines(self) -> Path:
        return self.data / "routines"

    @property
    def exercises(self) -> Path:
        return self.routines / EXERCISES

    @property
    def received(self) -> Path:
        """What was taken in from packs."""
        return self.data / "received"

    @property
    def drafts(self) -> Path:
        """What was written at the bench and not saved."""
        return self.data / "drafts"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def index(self) -> Path:
        """What is known of the library's files; it may be deleted."""
        return self.data / "library.index"

    @property
    def diary(self) -> Path:
        return self.data / "diary.sqlite3"

    @property
    def unwritten(self) -> Path:
        return self.data / "unwritten"

    @property
    def running(self) -> Path:
        """A locked file for each session that runs just now."""
        return self.data / "running"

    @property
    def window(self) -> Path:
        """Locked by the window that is open."""
        return self.data / "window.lock"

    @property
    def window_address(self) -> Path:
        """Where that window can be reached by a second start."""
        return self.data / "window.address"

    @property
    def backups(self) -> Path:
        return self.data / "backups"


def unreadable_words(paths: Paths) -> str:
    """One sentence about the whole folder, where each file of it would say the same; or ""."""
    reason = paths.why_unreadable()
    if not reason:
        return ""
    return tr(
        "Your folder {path} cannot be read: {reason}. The coach works without it, but keeps"
        " nothing.",
        path=paths.data,
        reason=reason,
    )


def user_paths(data_dir: Path | None = None) -> Paths:
    """The paths below `data_dir`, or below the folder that the system has for such files."""
    if data_dir is None:
        # Only here, for it costs time at the start.
        from platformdirs import user_data_path

        data_dir = user_data_path(APP_NAME, appauthor=False)
    return Paths(data_dir.absolute())
