"""Finding routines and exercises: by words, by filters, and what to begin with."""
