"""What a bench for routines knows: a line that is read as a step, sums, what a form offers."""
