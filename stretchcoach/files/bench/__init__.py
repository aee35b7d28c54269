"""A routine on the bench: its text read while it is written, drafts, saving, completion."""
