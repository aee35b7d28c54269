"""Run before the program: what it starts gets the environment that it was started with itself.

For its own libraries the loader has set the search path anew. This process has read it; a browser
or a file manager that is opened from here must find those of the system.
"""

import os


def _restore() -> None:
    name = "LD_LIBRARY_PATH"
    before = os.environ.pop(f"{name}_ORIG", None)
    if before is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = before


if os.name == "posix":
    _restore()
