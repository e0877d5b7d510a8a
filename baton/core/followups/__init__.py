"""What is agreed with a customer instead of waiting in line, and which ways to go on there are."""
