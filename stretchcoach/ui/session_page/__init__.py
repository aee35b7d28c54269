"""The page that leads a person through a routine."""
