"""The strip of all intervals of a routine."""
