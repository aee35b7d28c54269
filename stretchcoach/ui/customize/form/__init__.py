"""The form of the bench: a step, several at once, or the routine as a whole."""
