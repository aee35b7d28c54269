"""From a pose in words to a body in a room, and what is wrong with it."""
