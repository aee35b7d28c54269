"""The progress page: charts of the diary, its sessions, and what goes in and out of it."""
