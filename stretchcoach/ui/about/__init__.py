"""What the program is: version, files, licences, and what a report of a fault needs."""
