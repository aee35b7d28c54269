"""The session: the page that leads a person through a routine, and what drives it."""
