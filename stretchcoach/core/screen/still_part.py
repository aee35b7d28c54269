"""Where the hold is in a still that shows the start beside it, as a note in its file (XMP).

A small picture shows that part alone.
"""

from __future__ import annotations

import re

StillPart = tuple[float, float, float, float]  # left, top, right, bottom: parts of the picture

_NOTE = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:coach="urn:stretchcoach" coach:hold="{}"/></rdf:RDF></x:xmpmeta>'
)
_HOLD = re.compile(r'coach:hold="([01]\.[0-9]{4}(?: [01]\.[0-9]{4}){3})"')

LEAST = 0.2  # of the picture in each direction: a hold is never so small


def note_of(part: StillPart) -> str:
    """The note that says where the hold is."""
    return _NOTE.format(" ".join(f"{value:.4f}" for value in part))


def part_in(note: str) -> StillPart | None:
    """The part that a note names; None where it names none that can be shown."""
    found = _HOLD.search(note)
    if found is None:
        return None
    left, top, right, bottom = (float(value) for value in found.group(1).split())
    if right > 1.0 or bottom > 1.0 or min(right - left, bottom - top) < LEAST:
        return None
    return left, top, right, bottom
