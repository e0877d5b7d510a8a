"""Trying the bot out on a file: what it would decide on each message, and how that compares with what was expected."""
