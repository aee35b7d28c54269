"""The page of all routines and its parts."""
