"""A routine as one file for a browser: it runs there by itself, and nothing is loaded."""
