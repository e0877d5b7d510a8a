"""Words for the person at the terminal, and lines for programs."""

import contextlib
import json
from typing import Any

import click


def progress(text: str) -> None:
    """What is happening now; on standard error, so that answers on standard output stay apart."""
    # The terminal may have gone (that is what SIGHUP says), and closing in order must go on without it.
    with contextlib.suppress(OSError):
        click.echo(text, err=True)


def answer(text: str) -> None:
    """What was asked for, on standard output, at once even into a pipe."""
    click.echo(text)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 line", "2,000 lines"; `many` where an s is not enough."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def line(values: dict[str, Any]) -> None:
    """One line of JSON, for programs; values that are None are left out."""
    click.echo(json.dumps({name: value for name, value in values.items() if value is not None}))
