"""What is legal in a file but surely not meant."""
