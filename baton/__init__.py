"""Baton: a support desk in which exactly one party holds the conversation at any moment."""

__version__ = "0.1.0"
