"""The body: its bones, its flesh, and the things that it holds."""
