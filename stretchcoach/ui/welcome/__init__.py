"""The three calm pages of the first start."""
