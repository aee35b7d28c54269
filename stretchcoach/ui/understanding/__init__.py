"""What lies under the buttock, in a drawing and in words."""
