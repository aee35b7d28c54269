"""The language: translation, letters, units and times in words."""
