"""The coach without a screen: the same session and the same cues, in a terminal or a pipe."""
