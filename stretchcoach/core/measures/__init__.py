"""What is measured in a routine: stretched time, changes of position, what its texts say."""
