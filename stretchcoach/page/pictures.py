"""The pictures of a page, as its file holds them."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

TYPE = "image/webp"


@dataclass(frozen=True)
class PagePicture:
    """`frames` lead from the start to the hold, each a whole WebP; `thumb` is the hold, small."""

    frames: tuple[bytes, ...]
    thumb: bytes


def as_address(content: bytes) -> str:
    """An address that is the picture itself."""
    return f"data:{TYPE};base64,{b64encode(content).decode('ascii')}"
