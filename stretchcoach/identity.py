"""Who makes the program, and what desktops and packages call it: the one place that has this."""

from __future__ import annotations

APP_ID = "org.stretchcoach.StretchCoach"
AUTHORS = "The Stretch Coach authors"
ADDRESS = ""  # of the authors; as long as there is none, none is shown


def maintainer(address: str = ADDRESS) -> str:
    """Whom a package names: with an address only where there is one."""
    return f"{AUTHORS} <{address}>" if address else AUTHORS
