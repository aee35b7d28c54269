"""Texts that are the same for everyone: safety, and what lies in the buttock."""
