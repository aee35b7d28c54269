"""The diary's SQLite file: its tables, what is asked of it, what is deleted."""
