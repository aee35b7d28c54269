"""From a body in a room to a picture."""
