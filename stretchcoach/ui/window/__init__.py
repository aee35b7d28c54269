"""The window itself: rail, pages, and where it was."""
