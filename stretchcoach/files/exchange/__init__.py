"""The diary out of the program and in again, and gathered for a report."""
