"""Files of a movement: one animation that plays once, and a still of its last moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from stretchcoach.figure.movement import Movement
from stretchcoach.figure.outline import Bytes

SIZE_PX = (960, 720)
STILL_SCALE = 2  # the still is that much larger than the animation
MOVE_MS = 1600
QUALITY = 72
STILL_QUALITY = 76
STILL_SAMPLES = 4  # a pixel: it is shown smaller than it is
ALPHA_QUALITY = 80

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
    path.parent.mkdir(parents=True, exist_ok=True)
    images[0].save(
        path,
        save_all=True,
        append_images=images[1:],
        duration=MOVE_MS // len(images),
        loop=1,
        quality=QUALITY,
        alpha_quality=ALPHA_QUALITY,
        method=4,
    )


def save_still(movement: Movement, number: int, path: Path, size: tuple[int, int]) -> None:
    """The moment `number` (-1: the hold) as a WebP."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = picture(movement.picture(number, *size, samples=STILL_SAMPLES))
    image.save(path, quality=STILL_QUALITY, alpha_quality=ALPHA_QUALITY, method=6)


def still_size(size: tuple[int, int]) -> tuple[int, int]:
    """The size of the still that goes with an animation of `size`."""
    return size[0] * STILL_SCALE, size[1] * STILL_SCALE
