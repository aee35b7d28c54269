"""What a routine says on paper."""
