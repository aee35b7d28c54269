"""From the command line to a window: streams, display, one window a folder, signals."""
