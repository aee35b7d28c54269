"""What runs a session: the clock, the screen kept awake, what is performed."""
