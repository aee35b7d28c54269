"""The text of a routine to write in."""
