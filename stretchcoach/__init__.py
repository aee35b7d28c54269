"""Stretch Coach: timed hip, gluteal and piriformis stretching, one side at a time."""

__version__ = "0.1.0"
