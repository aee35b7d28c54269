"""The settings: their page, and what applies them to the running program."""
