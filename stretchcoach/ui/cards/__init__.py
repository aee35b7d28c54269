"""Cards of routines and exercises: what they say, where they stand, how they are painted."""
