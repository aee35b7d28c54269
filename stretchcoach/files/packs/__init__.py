"""Routines handed over as one file: making it, and taking it in."""
