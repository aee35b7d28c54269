"""The signs of a still: what moves, turns, presses, goes to and fro or breathes."""
