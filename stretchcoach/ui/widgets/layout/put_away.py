"""Taking a part out of a page for good."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def put_away(widget: QWidget) -> None:
    """Delete `widget`, which is out of its layout already.

    Hidden first: a layout shows what was put into it only in the next round of events, and what
    has no parent by then would flash up as a window of its own.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
