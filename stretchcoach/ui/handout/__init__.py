"""A routine on paper, from the window."""
