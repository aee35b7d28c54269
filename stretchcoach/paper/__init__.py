"""What is printed: pages painted onto PDF, with text that can be selected."""
