"""What a newer revision of a routine says otherwise."""
