"""A person's own exercises: their text while it is written, their pictures, saving them."""
