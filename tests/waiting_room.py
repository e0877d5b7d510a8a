"""Waiting conversations and operators for the tests of routing, with what a test does not care about filled in."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from builders import NOW

from baton.core.ids import ConversationId, OperatorId, QueueId
from baton.core.routing.available import Available
from baton.core.routing.need import Need


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def need(name: str = "a", *, waited: float = 0, credit: float = 0, **fields: Any) -> Need:
    """A conversation that has waited so many seconds, with so many of credit."""
    since = fields.pop("waiting_since", ago(waited))
    fields.setdefault("ranks_at", since - timedelta(seconds=credit))
    return Need(conversation=ConversationId(name), queue=QueueId("support"), waiting_since=since, **fields)


def operator(name: str = "dana", *, idle: float = 0, **fields: Any) -> Available:
    """An operator who has been idle for so many seconds."""
    return Available(id=OperatorId(name), name=name.title(), idle_since=ago(idle), **fields)


def names(found: Sequence[Need]) -> list[str]:
    return [one.conversation for one in found]
