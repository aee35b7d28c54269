"""The diary kept safe: opened in any state, written as a session goes, backed up."""
