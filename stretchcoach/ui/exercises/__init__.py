"""All exercises to browse, and the page of one."""
