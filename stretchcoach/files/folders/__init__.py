"""What lies in the folders of the library: files by their names, and a folder a client."""
