"""The steps of a routine as a list, and the line that adds to it."""
