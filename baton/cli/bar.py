"""How far a command is."""

import sys
import time

import click


class Bar:
    """How far it is, on one line of a terminal; nothing where nobody looks."""

    def __init__(self, size: int, what: str) -> None:
        self._size = max(1, size)
        self._what = what
        self._shown = 0.0
        self._is_seen = sys.stderr.isatty()

    def show(self, done: int, counted: int) -> None:
        """Draw it, a few times a second at most: `done` of the size, and how many of them were counted."""
        now = time.monotonic()
        if self._is_seen and now - self._shown > 0.2:
            self._shown = now
            share = min(1.0, done / self._size)
            full = "█" * round(30 * share)
            click.echo(f"\r{full:░<30} {share:4.0%}  {counted:,} {self._what}", nl=False, err=True)

    def clear(self) -> None:
        """Take it away again."""
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)
