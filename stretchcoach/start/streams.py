"""Standard streams that were closed by whoever started the program."""

from __future__ import annotations

import os
import sys

STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def mend_streams() -> bool:
    """Let closed standard streams lead nowhere; False when that is standard output.

    Without this the next file that is opened takes their place, and what is printed goes into
    it: into the diary, for one.
    """
    was_open = sys.stdout is not None
    for descriptor, (name, mode) in enumerate(STREAMS):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != descriptor:
                os.dup2(nowhere, descriptor)
                os.close(nowhere)
            setattr(sys, name, open(descriptor, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
    return was_open
