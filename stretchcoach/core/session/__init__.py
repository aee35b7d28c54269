"""A routine written out in time, and one performance of it."""
