"""Work that takes a while: how far it is, and leaving it."""
