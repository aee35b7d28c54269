"""Whether there is a display that a window can be shown on. Linux and its like alone lack one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from stretchcoach.core.language.i18n import tr

if TYPE_CHECKING:
    from socket import socket

ANSWER_S = 3.0
X_PORT = 6000
# The first bytes that an X server is sent: little-endian, version 11.0, no authorization. Also one
# that wants to be shown an authorization answers.
X_HELLO = b"l\0\x0b\0\0\0\0\0\0\0\0\0"


def display_problem(environment: Mapping[str, str] = os.environ) -> str:
    """Why no window can be shown, as a sentence, or "" where nothing speaks against it.

    What Qt is told to use is Qt's to judge. Displays of the desktop are looked for here, and far
    ones asked, for Qt would wait for one that does not answer.
    """
    if sys.platform in ("win32", "darwin"):
        return ""
    platform = environment.get("QT_QPA_PLATFORM", "")
    names = {key: environment.get(key, "") for key in ("WAYLAND_DISPLAY", "DISPLAY")}
    if platform.startswith(("xcb", "wayland")):
        asked = "DISPLAY" if platform.startswith("xcb") else "WAYLAND_DISPLAY"
        names = {asked: names[asked]}
    elif platform:
        return ""
    given = {key: name for key, name in names.items() if name}
    if not given:
        return tr("There is no display.")
    if any(_answers(key, name, environment) for key, name in given.items()):
        return ""
    return tr("The display {name} does not answer.", name=", ".join(given.values()))


def _answers(key: str, name: str, environment: Mapping[str, str]) -> bool:
    is_x = key == "DISPLAY"
    places = list(_x_places(name) if is_x else _wayland_places(name, environment))
    if any(isinstance(place, str) and _is_there(place) for place in places):
        return True  # the usual case, for which nothing more is loaded
    return is_x and any(_x_answers(place) for place in places)


def _is_there(path: str) -> bool:
    try:
        return os.path.exists(path)
    except ValueError:  # the name of an abstract socket is no path
        return False


def _x_answers(place: str | tuple[str, int]) -> bool:
    try:
        with _connected(place) as connection:
            connection.sendall(X_HELLO)
            return bool(connection.recv(1))
    except (OSError, ValueError, OverflowError):
        return False


def _x_places(name: str) -> Iterator[str | tuple[str, int]]:
    """Where the X server `name` may listen: host:number.screen, or the path of a socket."""
    host, _, number = name.rpartition(":")
    number = number.partition(".")[0]
    host = host.rpartition("/")[2] if not host.startswith("/") else host
    if host.startswith("/"):
        yield name
    elif not number.isdecimal():
        return
    elif host in ("", "unix"):
        yield f"/tmp/.X11-unix/X{number}"
        yield f"\0/tmp/.X11-unix/X{number}"
    else:
        yield host.strip("[]"), X_PORT + int(number)


def _wayland_places(name: str, environment: Mapping[str, str]) -> Iterator[str]:
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(name) or folder:
        yield str(Path(folder, name))


def _connected(place: str | tuple[str, int]) -> socket:
    """A connection to `place`. OSError when there is nobody."""
    import socket  # takes milliseconds

    if isinstance(place, tuple):
        return socket.create_connection(place, ANSWER_S)
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(ANSWER_S)
    try:
        connection.connect(place)
    except OSError:
        connection.close()
        raise
    return connection
