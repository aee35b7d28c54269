"""The subcommands of the command line, a module each with `add_arguments` and `run`."""

from __future__ import annotations

EXIT_OK = 0
EXIT_PROBLEMS = 1
EXIT_USAGE = 2
EXIT_STOPPED = 130
