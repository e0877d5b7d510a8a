"""What the team arranges of a conversation without moving the baton: its labels and its priority.

Each change holds only while the log ends where it was read (`quiet_since`), so two who arrange at once are told apart;
the version stays, so no reply that somebody writes meanwhile is refused for it.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from baton.core.actors import Actor
from baton.core.conversation import Change, Conversation, Handoff, holder, standing
from baton.core.errors import Conflict, Invalid
from baton.core.events import Event, EventKind
from baton.core.policy.queue import Routing
from baton.core.policy.rule import PRIORITIES
from baton.core.routing.ranking import credit_s, rank

MOST_LABELS = 20
"""Labels of one conversation. More would say nothing that a list can show."""


def label(before: Conversation, actor: Actor, name: str, *, at: datetime) -> Change | None:
    """Put a label on. None where it is there already. Raises Invalid beyond `MOST_LABELS`."""
    if name in before.labels:
        return None
    if len(before.labels) >= MOST_LABELS:
        raise Invalid(f"A conversation can have {MOST_LABELS} labels. Remove one first.", code="too_many_labels")
    after = replace(before, labels=tuple(sorted((*before.labels, name))))
    return arranged(before, after, Event(EventKind.LABELLED, actor, at, {"label": name}))


def unlabel(before: Conversation, actor: Actor, name: str, *, at: datetime) -> Change | None:
    """Take a label off. None where it is not there."""
    if name not in before.labels:
        return None
    after = replace(before, labels=tuple(one for one in before.labels if one != name))
    return arranged(before, after, Event(EventKind.UNLABELLED, actor, at, {"label": name}))


def prioritise(before: Conversation, actor: Actor, priority: int, *, routing: Routing, at: datetime) -> Change | None:
    """Set the priority, and with it the place in line that the policy gives for it. None where it has it already.

    Raises Conflict `not_waiting` where nobody waits for a person: there is no line for it to stand in.
    """
    handoff = before.handoff
    if handoff is None:
        raise Conflict(
            f"A priority orders those who wait for a person. {holder(before)}", code="not_waiting", **standing(before)
        )
    if handoff.priority == priority and before.priority == priority:
        return None
    ranked = replace(handoff, priority=priority, ranks_at=_ranks_at(handoff, priority, routing))
    data: dict[str, Any] = {"from": _name(handoff.priority), "to": _name(priority), "ranks_at": ranked.ranks_at}
    after = replace(before, priority=priority, handoff=ranked)
    return arranged(before, after, Event(EventKind.PRIORITISED, actor, at, data))


def arranged(before: Conversation, after: Conversation, event: Event) -> Change:
    """The change that stores what was arranged, while nothing else has happened."""
    return Change(after, (event,), before.version, quiet_since=before.seq)


def _ranks_at(handoff: Handoff, priority: int, routing: Routing) -> datetime:
    """Its rank by the policy's credit; one that a broken promise has put forward stays where it is."""
    tier = handoff.needs.get("tier")
    was = rank(handoff.opened_at, credit_s(routing, handoff.priority, tier))
    if handoff.rank < was:
        return handoff.rank
    return rank(handoff.opened_at, credit_s(routing, priority, tier))


def _name(priority: int) -> str:
    return next((name for name, value in PRIORITIES.items() if value == priority), str(priority))
