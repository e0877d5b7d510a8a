"""The line between the database and the network: nothing is fetched while a transaction is open."""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

_inside: ContextVar[bool] = ContextVar("inside_transaction", default=False)


@contextmanager
def transaction() -> Generator[None]:
    """Marks the time in which a database connection is held."""
    token = _inside.set(True)
    try:
        yield
    finally:
        _inside.reset(token)


def before_the_network(what: str) -> None:
    """Called by every adapter that reaches out. Raises RuntimeError when a transaction is open: that is a bug."""
    if _inside.get():
        raise RuntimeError(f"{what} was called while a database transaction was open")
