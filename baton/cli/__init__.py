"""The command `baton`."""

from .group import main

__all__ = ["main"]
