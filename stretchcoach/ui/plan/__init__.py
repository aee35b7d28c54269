"""A plan: its weeks, the one that the person is in, and what is due."""
