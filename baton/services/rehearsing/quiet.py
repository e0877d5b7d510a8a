"""What breaks on purpose is not logged: whoever watches the log must not be called for a play."""

import logging
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

_played: ContextVar[bool] = ContextVar("played", default=False)


def _is_real(_: logging.LogRecord) -> bool:
    return not _played.get()


for _name in ("baton.answering", "baton.drafting"):
    logging.getLogger(_name).addFilter(_is_real)


@contextmanager
def unlogged() -> Generator[None]:
    """While it lasts, this task and those that it starts log no failure of an answer."""
    before = _played.set(True)
    try:
        yield
    finally:
        _played.reset(before)
