"""The window: Qt Widgets. Pages one a file, reusable widgets in `widgets`."""
