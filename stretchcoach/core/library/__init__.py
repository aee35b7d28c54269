"""Finding routines, and looking at one before it is done."""
