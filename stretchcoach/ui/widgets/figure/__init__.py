"""The figure of an exercise, still or moving."""
