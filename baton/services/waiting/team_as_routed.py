"""The team and the waiting list as routing sees them: the stored values, with what the policy adds to them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from baton.core.policy.model import Policy, Queue
from baton.core.reading.language_tags import primary
from baton.core.routing.available import Available
from baton.core.routing.need import Need
from baton.services.records import Operator


def need_in(need: Need, queue: Queue) -> Need:
    """What a waiting conversation asks for, its queue's skills and steps included."""
    return replace(need, skills=queue.skills, relax=queue.relax)


def available(operators: Iterable[Operator], now: datetime) -> tuple[Available, ...]:
    """The operators who are here and take conversations, full or not."""
    return tuple(as_routed(one) for one in operators if one.is_here(now))


def as_routed(one: Operator) -> Available:
    """An operator as routing sees them, as though they were here."""
    return Available(
        id=one.id,
        name=one.name,
        skills=one.skills,
        languages=one.languages,
        regions=(one.region,) if one.region else (),
        capacity=one.capacity,
        load=one.load,
        idle_since=one.idle_since,
    )


def reads(operator: Operator, policy: Policy) -> str:
    """The language to write to an operator in: what the team works in, or else the first that they speak.

    It is the team's where they speak it, and where they name no language.
    """
    own = [primary(one) for one in operator.languages]
    return policy.language if not own or primary(policy.language) in own else operator.languages[0]
