"""What a picture may cost to show, looked at before anything of it is decoded.

Pictures come with exercises from anywhere. A file of some kilobytes can hold frames that take
hours and gigabytes, so its header is counted against a budget first.
"""

from __future__ import annotations

from typing import NamedTuple

from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.files.library.picture_header import PictureHeader

MEGABYTE = 1024 * 1024
MILLION = 1_000_000


class Budget(NamedTuple):
    """The most that one picture may have.

    `frame_pixels` is the sum over all frames, `pass_pixels` that over all passes of one frame.
    The sums are what a slow computer decodes in about a second.
    """

    file_bytes: int = 5 * MEGABYTE
    side_px: int = 4096
    frames: int = 120
    frame_pixels: int = 24 * MILLION
    pass_pixels: int = 340 * MILLION
    memory_bytes: int = 96 * MEGABYTE


SHOWN = Budget()


def excess(header: PictureHeader, budget: Budget = SHOWN, shrink: int = 1) -> str:
    """What of the picture is over the budget, as part of a sentence; "" when nothing is.

    `shrink` is by how much it is made smaller while it is decoded; only JPEG can be.
    """
    size = f"{header.width} x {header.height}"
    if max(header.width, header.height) > budget.side_px:
        return tr(
            "it is {size} pixels large - at most {most} a side", size=size, most=budget.side_px
        )
    if header.frames > budget.frames:
        return trn(
            "it has {n} frame - at most {most}",
            "it has {n} frames - at most {most}",
            header.frames,
            most=budget.frames,
        )
    if header.frames * header.pixels > budget.frame_pixels:
        return tr(
            "it has {frames} x {size} pixels - at most {most} million in all",
            frames=header.frames,
            size=size,
            most=budget.frame_pixels // MILLION,
        )
    if header.passes * header.pixels > budget.pass_pixels:
        return tr(
            "it is saved in {passes} passes over {size} pixels - save it as an ordinary JPEG",
            passes=header.passes,
            size=size,
        )
    if header.decoding_bytes(shrink) > budget.memory_bytes:
        return tr(
            "showing it takes {needed} MB - at most {most}, so make it smaller",
            needed=header.decoding_bytes(shrink) // MEGABYTE,
            most=budget.memory_bytes // MEGABYTE,
        )
    return ""
