"""A routine of six seconds, and the same with an error."""

from __future__ import annotations

GOOD = """\
format: stretchcoach/1
id: short
title: Short
defaults: {get_ready: 1s, switch: 1s}
steps:
  - exercise: figure-4-supine
    sets: 1
    hold: 2s
"""
BROKEN = GOOD.replace("hold: 2s", "hold: two")
