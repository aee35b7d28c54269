"""What a picture may cost to show, looked at before anything of it is decoded.

Pictures come with exercises from anywhere. A file of some kilobytes can hold frames that take
hours and gigabytes, so its header is counted against a budget first.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from stretchcoach.core.language.i18n import tr, trn
from stretchcoach.files.pictures.picture_header import PictureHeader, PictureKind

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
# A still picture may be a photo as it came from a phone. It is decoded once, beside the window.
PHOTO = Budget(
    file_bytes=20 * MEGABYTE,
    side_px=16_384,
    frames=1,
    frame_pixels=51 * MILLION,  # those that are called 50 have a little more
    pass_pixels=612 * MILLION,
    memory_bytes=256 * MEGABYTE,
)
PHOTO_SIDE_PX = 2048  # what is kept of one


def budget_of(header: PictureHeader) -> Budget:
    """The budget that holds for a picture: that of a photo, or of one that moves."""
    return PHOTO if header.frames == 1 else SHOWN


def shrink_of(header: PictureHeader) -> int:
    """By how much a picture is made smaller while it is decoded: 1, 2, 4 or 8 times."""
    if header.kind is not PictureKind.JPEG:
        return 1
    side_px = max(header.width, header.height)
    return next((n for n in (8, 4, 2) if side_px >= n * PHOTO_SIDE_PX), 1)


def excess(header: PictureHeader, budget: Budget | None = None) -> str:
    """What of the picture is over `budget`, by default the one that holds for it, as part of a
    sentence; "" when nothing is."""
    budget = budget or budget_of(header)
    needed = header.decoding_bytes(shrink_of(header))
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
    if header.frames == 1 and header.pixels > budget.frame_pixels:
        return tr(
            "it is too large: {found} megapixels, at most {most} - make a smaller copy",
            found=math.ceil(header.pixels / MILLION),
            most=budget.frame_pixels // MILLION,
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
    if needed > budget.memory_bytes:
        return tr(
            "showing it takes {needed} MB - at most {most}, so make it smaller",
            needed=needed // MEGABYTE,
            most=budget.memory_bytes // MEGABYTE,
        )
    return ""
