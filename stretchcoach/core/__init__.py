"""The rules of the product, pure: no Qt, no files, no clock, no YAML."""
