"""What is pressed or set: buttons, chips, switches, sliders, ratings."""
