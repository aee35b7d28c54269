"""The text on the bench and the file behind it."""
