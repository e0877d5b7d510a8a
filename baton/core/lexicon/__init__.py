"""What the desk listens for, one file per language: words as data, no rules."""
