"""The page on which a person's own exercise is written, with its pictures."""
