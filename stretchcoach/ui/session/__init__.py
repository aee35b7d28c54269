"""The ways into a session, through it, and out again."""
