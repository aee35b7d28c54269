"""The bench: a routine shaped step by step, beside its text."""
