"""What exercises and routines are made of, field by field."""
