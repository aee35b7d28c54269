"""Pose: what the picture of an exercise is drawn from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Pose:
    """The keyframes, props and camera of a picture."""
