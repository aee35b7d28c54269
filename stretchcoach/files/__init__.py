"""Reading and writing of files: standard library and PyYAML, no Qt."""
