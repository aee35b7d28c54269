"""What is heard: voice, chimes, and screen readers."""
