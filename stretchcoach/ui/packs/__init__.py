"""Packs: looking into one, taking it in, and handing a routine over."""
