"""The picker: all exercises as pictures, to add one or to put one in the place of another."""
