"""The charts of the progress page."""
