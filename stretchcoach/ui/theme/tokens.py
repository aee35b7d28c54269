"""Colours, type and measures as plain data: what all pages, widgets and papers share.

No Qt in here, so that paper and tests can read the tokens without an application.
"""

from __future__ import annotations

from enum import Enum, unique
from typing import NamedTuple


class Palette(NamedTuple):
    """Every colour by the role it plays, as #RRGGBB. Roles, never hues, are used by widgets.

    `coral` says "here you feel it" and "your affected side", and nothing else; `amber` is for
    problems in files, always beside a triangle.
    """

    dark: bool
    ground: str
    surface: str
    sunken: str
    line: str
    edge: str
    field: str
    ink: str
    ink2: str
    ink3: str
    teal: str
    teal_hover: str
    on_teal: str
    teal_text: str
    teal_tint: str
    teal_mid: str
    coral: str
    coral_text: str
    coral_tint: str
    amber: str
    amber_tint: str
    amber_line: str
    slate: str
    slate_tint: str
    border_px: int = 1


LIGHT = Palette(
    dark=False,
    ground="#F7F6F2",
    surface="#FFFFFF",
    sunken="#EFEDE6",
    line="#E3E0D8",
    edge="#C9C5BA",
    field="#918D83",
    ink="#22262B",
    ink2="#555C64",
    ink3="#6A7077",
    teal="#2F7F7B",
    teal_hover="#286E6A",
    on_teal="#FFFFFF",
    teal_text="#256663",
    teal_tint="#E2EEEC",
    teal_mid="#A9CFCB",
    coral="#E8604C",
    coral_text="#B03C29",
    coral_tint="#F3AEA2",
    amber="#8A6412",
    amber_tint="#FAF2DC",
    amber_line="#E6D3A0",
    slate="#5B6B7B",
    slate_tint="#DDE2E6",
)

DARK = Palette(
    dark=True,
    ground="#191C1F",
    surface="#22262A",
    sunken="#14171A",
    line="#33393F",
    edge="#4A525A",
    field="#7A828A",
    ink="#EDEBE6",
    ink2="#B4BAC0",
    ink3="#969DA4",
    teal="#5FB5AF",
    teal_hover="#78C4BF",
    on_teal="#0E1F1E",
    teal_text="#8ACCC7",
    teal_tint="#20383A",
    teal_mid="#356D69",
    coral="#F07A67",
    coral_text="#F58E7D",
    coral_tint="#7A3E35",
    amber="#E0B95C",
    amber_tint="#332B18",
    amber_line="#5A4A22",
    slate="#9AA8B5",
    slate_tint="#343C44",
)

CONTRAST_LIGHT = Palette(
    dark=False,
    ground="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    line="#000000",
    edge="#000000",
    field="#000000",
    ink="#000000",
    ink2="#000000",
    ink3="#262626",
    teal="#00504C",
    teal_hover="#003B38",
    on_teal="#FFFFFF",
    teal_text="#00504C",
    teal_tint="#C4E6E3",
    teal_mid="#7FC4BE",
    coral="#B3200A",
    coral_text="#9C1A06",
    coral_tint="#FFC9C0",
    amber="#5C3F00",
    amber_tint="#FFF4D1",
    amber_line="#5C3F00",
    slate="#2B3640",
    slate_tint="#DDE2E6",
    border_px=2,
)

CONTRAST_DARK = Palette(
    dark=True,
    ground="#000000",
    surface="#000000",
    sunken="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    field="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#E0E0E0",
    teal="#7FF0E8",
    teal_hover="#B5F8F3",
    on_teal="#000000",
    teal_text="#7FF0E8",
    teal_tint="#003D3A",
    teal_mid="#005954",
    coral="#FF9482",
    coral_text="#FFA898",
    coral_tint="#702114",
    amber="#FFD76A",
    amber_tint="#2E2200",
    amber_line="#FFD76A",
    slate="#D5DEE6",
    slate_tint="#2B3640",
    border_px=2,
)


class TypeSize(NamedTuple):
    """A size of text in px at 100 %, its line height and its weight."""

    size_px: int
    line_px: int
    weight: int


@unique
class TextRole(Enum):
    """The type scale. Nothing on screen is smaller than `SMALL`."""

    SMALL = TypeSize(14, 20, 400)
    SMALL_MEDIUM = TypeSize(14, 20, 500)
    SMALL_STRONG = TypeSize(14, 20, 600)
    BODY = TypeSize(15, 22, 400)
    BODY_STRONG = TypeSize(15, 22, 600)
    LIST_NAME = TypeSize(16, 24, 600)
    CARD_NAME = TypeSize(17, 24, 600)
    SECTION = TypeSize(18, 26, 600)
    NEXT = TypeSize(18, 26, 400)
    SET = TypeSize(22, 28, 600)
    CUE = TypeSize(26, 34, 500)
    TITLE = TypeSize(28, 36, 600)
    EXERCISE = TypeSize(34, 44, 600)
    TOTAL = TypeSize(36, 40, 600)
    SIDE = TypeSize(52, 62, 700)


class Space:
    """Distances in px. They do not grow with the text, so that large text keeps its room."""

    UNIT = 4
    PAGE_MARGIN = 40
    PAGE_TOP = 28
    CARD_GAP = 20
    CARD_PADDING = 20
    FIELD_GAP = 16
    LABEL_GAP = 6
    FOCUS_ROOM = 5  # around what can have the focus, for its ring


class Radius:
    CARD = 12
    CONTROL = 8
    SESSION_BUTTON = 10


class Height:
    """Heights in px at 100 %; `Theme.scaled` makes them follow the size of the text."""

    CONTROL = 40
    SESSION_BUTTON = 52
    START = 56
    CHIP = 34
    TAG = 24
    RESUME_BANNER = 96
    ROUTINE_CARD = 284
    CARD_FIGURE = 136


class Look(Enum):
    """Which colours the person chose; `SYSTEM` follows the system's light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
