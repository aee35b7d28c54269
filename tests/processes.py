"""Other processes, as a test looks at them."""

from __future__ import annotations

import os
from pathlib import Path


def is_alive(process_id: int) -> bool:
    """Whether it runs; one that has ended, and that nobody has asked how, does not."""
    try:
        os.kill(process_id, 0)
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return Path("/proc/self").exists() is False  # gone since, or a system without /proc
    return state != "Z"
