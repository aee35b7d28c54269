"""The routines, exercises and plans of the bundled folder and of the person."""
