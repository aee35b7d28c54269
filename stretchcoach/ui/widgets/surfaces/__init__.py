"""What things stand on: cards, notices, tables."""
