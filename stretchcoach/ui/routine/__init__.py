"""The page of one routine: its steps, the time and the side one has, and the way to start."""
