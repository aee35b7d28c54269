"""Steps with all decided: the order of the sides, the dose of each, the time to get ready."""
