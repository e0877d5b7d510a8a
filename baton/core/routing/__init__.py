"""Who takes which conversation, and why: decided from values, for a list that people pick from and for offers."""
