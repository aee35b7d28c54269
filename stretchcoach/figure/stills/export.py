"""Files of a movement: one animation that plays once, and a still of its last moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from stretchcoach.core.screen.still_part import note_of
from stretchcoach.figure.draw.movement import Movement
from stretchcoach.figure.draw.outline import Bytes
from stretchcoach.figure.draw.render import WHOLE
from stretchcoach.figure.stills.beside import panels
from stretchcoach.figure.stills.still import still_picture

SIZE_PX = (960, 720)
STILL_SCALE = 1.3  # the still is that much larger than the animation
MOVE_MS = 1600
QUALITY = 65
STILL_EFFORT = 100
STILL_STEP = 5  # of 256: finer steps of colour are not seen, and cost half of the bytes
ALPHA_STEP = 8  # of 256: for soft shadows
ALPHA_QUALITY = 60

Progress = Callable[[int, int], None]  # moments drawn, moments in all


def picture(pixels: Bytes) -> Image.Image:
    """The rendered bytes as an image."""
    return Image.fromarray(pixels, "RGBA")


def save_animation(
    movement: Movement,
    path: Path,
    size: tuple[int, int] = SIZE_PX,
    progress: Progress | None = None,
) -> None:
    """All moments, evenly timed, as an animated WebP that stays on the last one."""
    images = []
    for number in range(len(movement.shots)):
        images.append(picture(movement.picture(number, *size)))
        if progress is not None:
            progress(number + 1, len(movement.shots))
    _write(
        images[0],
        path,
        save_all=True,
        append_images=images[1:],
        duration=MOVE_MS // len(images),
        loop=1,
        quality=QUALITY,
        alpha_quality=ALPHA_QUALITY,
        method=4,
    )


def save_still(movement: Movement, path: Path, size: tuple[int, int]) -> None:
    """The hold, with the start and the signs, as a WebP; with a note where the hold is, if the
    start is beside it."""
    part = panels(movement, size[0] / size[1])[1].window
    save_picture(still_picture(movement, *size), path, "" if part == WHOLE else note_of(part))


def save_picture(pixels: Bytes, path: Path, note: str = "") -> None:
    """The pixels as a WebP.

    Without loss: that is decoded a third faster than a picture with loss and a see-through ground.
    """
    options = {"xmp": note.encode()} if note else {}
    _write(
        picture(in_steps(pixels)), path, lossless=True, quality=STILL_EFFORT, method=6, **options
    )


def _write(image: Image.Image, path: Path, **options: object) -> None:
    """Whole or not at all: who stops a drawing keeps the picture that was there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    image.save(part, format="WEBP", **options)
    part.replace(path)


def in_steps(pixels: Bytes) -> Bytes:
    """The pixels with colours and alpha rounded to steps, and none where nothing is seen."""
    rounded: Bytes = pixels.copy()
    rounded[..., :3] = np.minimum(pixels[..., :3], 255 - STILL_STEP // 2) + STILL_STEP // 2
    rounded[..., :3] -= rounded[..., :3] % STILL_STEP
    alpha = np.minimum(pixels[..., 3], 255 - ALPHA_STEP // 2) + ALPHA_STEP // 2
    rounded[..., 3] = np.where(pixels[..., 3] == 255, 255, alpha - alpha % ALPHA_STEP)
    rounded[rounded[..., 3] == 0] = 0
    return rounded


def still_size(size: tuple[int, int]) -> tuple[int, int]:
    """The size of the still that goes with an animation of `size`."""
    return round(size[0] * STILL_SCALE), round(size[1] * STILL_SCALE)
