"""The tenant's policy: what it says, how it is read from a file, and what follows from it for one message."""
