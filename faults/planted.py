"""Baton with one of its guards taken out, to see that the checker misses it."""

from collections.abc import Callable, Mapping

from baton.db import statements


def _without(part: str) -> Callable[[], None]:
    def take_out() -> None:
        for name in ("SAVE", "SAY"):
            statement = getattr(statements, name)
            assert part in statement, f"the guard {part!r} is not where it was"
            setattr(statements, name, statement.replace(part, ""))

    return take_out


FAULTS: Mapping[str, tuple[str, Callable[[], None]]] = {
    "fence": ("moves and replies are stored whatever the version", _without("AND c.version = x.fence")),
    "decided": (
        "a message may be decided on any number of times",
        _without("AND (x.decides IS NULL OR c.decided_seq < x.decides)"),
    ),
}
"""Each with what it means. They are planted before the store is loaded, which takes its statements once."""


def plant(fault: str) -> None:
    """Take the guard out of this process."""
    FAULTS[fault][1]()
