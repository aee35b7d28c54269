"""The contact sheet: every exercise, start and hold side by side, with its name."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

GROUND = (247, 246, 242)
INK = (34, 38, 43)
CELL_PX = (420, 315)
NAME_PX = 40
GAP_PX = 14
COLUMNS = 3  # exercises in a row, two pictures each

Row = tuple[str, Image.Image, Image.Image]  # name, start, hold


def contact_sheet(rows: Sequence[Row], columns: int = COLUMNS) -> Image.Image:
    """All exercises on one picture. Each of them is scaled to its cell."""
    width, height = CELL_PX
    block = (2 * width + GAP_PX, height + NAME_PX + GAP_PX)
    lines = (len(rows) + columns - 1) // columns
    size = (columns * (block[0] + GAP_PX) + GAP_PX, lines * block[1] + GAP_PX)
    sheet = Image.new("RGB", size, GROUND)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(20)
    for number, (name, start, hold) in enumerate(rows):
        x = GAP_PX + number % columns * (block[0] + GAP_PX)
        y = GAP_PX + number // columns * block[1]
        draw.text((x + 4, y + 8), name, fill=INK, font=font)
        for place, image in enumerate((start, hold)):
            small = image.resize(CELL_PX, Image.Resampling.LANCZOS)
            sheet.paste(small, (x + place * (width + GAP_PX // 2), y + NAME_PX), small)
    return sheet
