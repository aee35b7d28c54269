"""What a screen shows of a routine, whether a window or a phone."""
