"""What the diary can hold at most: for what is written, and for all that is read from a file."""

from __future__ import annotations

MAX_NOTE = 10_000
