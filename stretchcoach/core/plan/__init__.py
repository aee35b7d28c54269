"""Weeks of routines, and where a person is in them."""
