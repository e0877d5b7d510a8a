"""Why the one who holds a conversation has it, and why one that was agreed on is asked of nobody yet."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import cast

from baton.core.events import Event, EventKind
from baton.core.routing.explain import Cause, Why

GIVES = frozenset(
    {
        EventKind.HANDOFF_CLAIMED,
        EventKind.TAKEN_OVER,
        EventKind.TRANSFERRED,
        EventKind.REOPENED,
    }
)
"""The events by which somebody comes to hold a conversation."""


def why_held(name: str, log: Sequence[Event], *, chosen: str | None) -> tuple[Cause, ...]:
    """Why `name` holds it, by the last of the log that gave it to them; `chosen`: why they were offered it.

    Empty where the log at hand doesn't reach back so far.
    """
    given = next((event for event in reversed(log) if event.kind in GIVES), None)
    if given is None:
        return ()
    facts = {"at": given.at}
    by = given.actor.name or "The desk"
    match given.kind:
        case EventKind.HANDOFF_CLAIMED if chosen:
            return (Cause(Why.ACCEPTED, f"It was offered to {name}, who accepted. {chosen}", facts),)
        case EventKind.HANDOFF_CLAIMED:
            return (Cause(Why.CLAIMED, f"{name} took it from the list.", facts),)
        case EventKind.TAKEN_OVER:
            return (Cause(Why.TAKEN_OVER, f"{name} took it over from {_whom(given)}.", facts),)
        case EventKind.TRANSFERRED:
            return (Cause(Why.PASSED_ON, f"{by} passed it to {name}.", facts),)
        case _:
            return (Cause(Why.OPENED_AGAIN, f"{by} opened it again, to hold it.", facts),)


def why_at_rest(until: datetime, zone: tzinfo) -> Cause:
    """A call was agreed on: nobody is asked before its time is near."""
    local = until.astimezone(zone)
    time = f"{local:%A} {local.day} {local:%B}, {local:%H:%M}"
    return Cause(Why.AGREED, f"A time was agreed on with the customer: {time}.", {"until": until})


def _whom(taken: Event) -> str:
    whom = cast("Mapping[str, str | None]", taken.data.get("from") or {})
    return "the bot" if whom.get("kind") == "bot" else whom.get("name") or "a colleague"
