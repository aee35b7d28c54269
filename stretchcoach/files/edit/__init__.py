"""The smallest edits of a file's text: all that an edit does not speak of stays as it is."""
