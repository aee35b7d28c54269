"""Pictures: where they are, what showing them may cost, and why one cannot be shown."""
