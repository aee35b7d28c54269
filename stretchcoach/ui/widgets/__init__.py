"""Reusable widgets. Each takes the `Theme` and follows it when it changes."""
