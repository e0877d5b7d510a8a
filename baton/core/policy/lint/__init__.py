"""What is odd about a policy that can be read."""
