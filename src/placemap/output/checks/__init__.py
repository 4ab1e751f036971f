"""What is wrong with a file of ours, and how to cure it."""
