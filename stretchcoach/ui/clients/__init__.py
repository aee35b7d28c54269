"""Clients: their folders, and what they have sent, to be read."""
