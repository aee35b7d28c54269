"""Colours, type, measures and icons."""
