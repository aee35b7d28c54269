"""What a session shows of its time: ring, breath, sets, side."""
