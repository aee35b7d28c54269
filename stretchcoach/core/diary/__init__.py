"""What the diary tells, of one session or of many."""
