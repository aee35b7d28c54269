"""The problems of a file, each with its place."""
