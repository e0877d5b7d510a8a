"""Asking a virus scanner about the files that people send."""
