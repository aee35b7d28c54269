"""Layers: one picture with straight alpha over another."""

from __future__ import annotations

import numpy as np

from stretchcoach.figure.draw.outline import Bytes


def over(below: Bytes, above: Bytes) -> Bytes:
    """One picture over the other, both with straight alpha."""
    top = above[..., 3:].astype(np.float32) / 255.0
    rest = below[..., 3:].astype(np.float32) / 255.0 * (1.0 - top)
    alpha = top + rest
    colour = (above[..., :3] * top + below[..., :3] * rest) / np.maximum(alpha, 1e-6)
    mixed: Bytes = np.concatenate([colour, alpha * 255.0], axis=-1).round().astype(np.uint8)
    mixed[alpha[..., 0] < 1e-3] = below[alpha[..., 0] < 1e-3]
    return mixed
