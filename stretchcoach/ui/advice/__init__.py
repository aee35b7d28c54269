"""The pages to read: safety and understanding."""
