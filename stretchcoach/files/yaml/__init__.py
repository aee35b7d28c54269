"""From the text of a file to a dataclass of `core`, with the place of every problem."""
