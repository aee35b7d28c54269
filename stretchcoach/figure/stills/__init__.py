"""Stills and the files of pictures, and what the check asks of them."""
