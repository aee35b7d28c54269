"""Text that is read: labels, points of a list, tables of words."""
