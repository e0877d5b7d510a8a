"""Somebody leaves the team, and may come back. What they said keeps their name; what they carry is given to others.

The order makes it safe at any moment, on any node. First what they answer for is given away, which harms nobody if
the removal is refused after it. Then one transaction ends all that they could sign in with: whoever gives them a
conversation or a session at that moment either commits before, and it is seen below, or is refused. What they hold
goes on last; if this process falls before, the sweep of `presence` does the rest.
"""

from dataclasses import dataclass
from datetime import datetime

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.copy import said
from baton.core.errors import Conflict, IllegalMove, NotFound
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, OperatorId
from baton.core.policy.model import Queue
from baton.core.policy.staffing import names_of
from baton.core.verbs.leaving import inherit
from baton.services.access import require
from baton.services.desk import Desk, commit
from baton.services.moves import notice, words_of
from baton.services.ports.followups import OwnedFollowUp
from baton.services.ports.people import Lost
from baton.services.records import Operator
from baton.services.team.ownership import give_followups, give_queues, owned_followups, owned_queues
from baton.services.team.people import of_the_team
from baton.services.waiting.offers import withdraw_of
from baton.services.waiting.presence import put_back

ROUNDS = 3
"""Looks at what they hold. A move that was on its way may fail the first; what is left then is the sweep's."""


@dataclass(frozen=True, slots=True)
class Duties:
    """What somebody carries: conversations in their hands, and what has their name as owner."""

    person: Operator
    conversations: tuple[ConversationId, ...]
    queues: tuple[Queue, ...]
    followups: tuple[OwnedFollowUp, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """Who was removed, and where what they carried went: conversations to a colleague or back in line."""

    person: Operator
    left_at: datetime
    given: int
    requeued: int
    queues: tuple[Queue, ...]
    followups: int


async def duties(desk: Desk, caller: Caller, id: str) -> Duties:
    """What somebody of the team carries, to be looked at before they are removed."""
    require(caller, Role.ADMIN)
    person = await of_the_team(desk, caller, id)
    return Duties(
        person,
        await desk.store.people.held(caller.tenant_id, person.id),
        await owned_queues(desk, caller, person),
        await owned_followups(desk, caller.tenant_id, person),
    )


async def remove(
    desk: Desk, caller: Caller, id: str, *, conversations_to: str | None = None, duties_to: str | None = None
) -> Removed:
    """Somebody is no longer of the team, from this moment. What they hold goes to the colleague `conversations_to`, as
    far as there is room, or back to its queue; `duties_to` is who owns their queues and follow-ups from now on.

    Raises Conflict `yourself`, `last_admin`, and `still_owns` with the queues that nobody was named for.
    """
    require(caller, Role.ADMIN)
    if caller.actor.operator_id == id:
        raise Conflict("You can't remove yourself. Ask another admin to do it.", code="yourself")
    carried = await duties(desk, caller, id)
    person = carried.person
    heir = await _colleague(desk, caller, person, conversations_to)
    owner = await _colleague(desk, caller, person, duties_to)
    _check_given(carried, owner)
    if owner is not None:
        await give_queues(desk, caller, carried.queues, dict.fromkeys(names_of(person), owner.name))
    now = desk.clock()
    event = Event(EventKind.OPERATOR_REMOVED, caller.actor, now, _told(carried, heir, owner))
    if not await desk.store.colleagues.leave(caller.tenant_id, person.id, event):
        raise Conflict(f"{person.name} has left already.", code="has_left")
    desk.live.recheck(caller.tenant_id, person.id)
    await withdraw_of(desk, caller, person.id)
    followups = await give_followups(desk, caller.tenant_id, person)
    given, requeued = await _give_up(desk, caller, person, heir, now)
    return Removed(person, now, given, requeued, carried.queues, followups)


async def restore(desk: Desk, caller: Caller, id: str) -> Operator:
    """Take somebody back who has left. They are offline, and need a new sign-in link: what they had is revoked."""
    require(caller, Role.ADMIN)
    found = await desk.store.people.operator(caller.tenant_id, OperatorId(id))
    if found is None:
        raise NotFound(f"There is no operator {id}.")
    event = Event(
        EventKind.OPERATOR_RESTORED, caller.actor, desk.clock(), {"operator_id": found.id, "name": found.name}
    )
    if not await desk.store.colleagues.come_back(caller.tenant_id, found.id, event):
        raise Conflict(f"{found.name} is of the team.", code="has_not_left")
    return await of_the_team(desk, caller, id)


async def former(desk: Desk, caller: Caller) -> tuple[Operator, ...]:
    """Those who have left, the last first."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.store.people.former(caller.tenant_id)


async def _colleague(desk: Desk, caller: Caller, person: Operator, id: str | None) -> Operator | None:
    """Who gets something. It has to be somebody else of the team."""
    if id == person.id:
        raise Conflict(f"{person.name} leaves. Name somebody else.", code="has_left")
    return None if id is None else await of_the_team(desk, caller, id)


def _check_given(carried: Duties, owner: Operator | None) -> None:
    if carried.queues and owner is None:
        named = ", ".join(one.name for one in carried.queues)
        raise Conflict(
            f"{carried.person.name} is the owner of: {named}. Say who owns that from now on, in `duties_to`, "
            "or change the owner in the policy first.",
            code="still_owns",
            queues=[{"id": one.id, "name": one.name} for one in carried.queues],
        )


def _told(carried: Duties, heir: Operator | None, owner: Operator | None) -> dict[str, object]:
    return {
        "operator_id": carried.person.id,
        "name": carried.person.name,
        "conversations": list(carried.conversations),
        "conversations_to": heir.name if heir else None,
        "queues": [one.id for one in carried.queues],
        "followups": [one.reference for one in carried.followups],
        "duties_to": owner.name if owner else None,
    }


async def _give_up(
    desk: Desk, caller: Caller, person: Operator, heir: Operator | None, now: datetime
) -> tuple[int, int]:
    """Give what they hold to the heir or back to its queue. Returns how many of each."""
    lost = Lost(caller.tenant_id, person.id, person.name, now, has_left=True, is_removed=True)
    given = requeued = 0
    for _ in range(ROUNDS):
        held = await desk.store.people.held(caller.tenant_id, person.id)
        for id in held:
            if heir is not None and await _give(desk, caller, person, heir, id):
                given += 1
            else:
                requeued += await put_back(desk, lost, id, actor=caller.actor)
        if not held:
            break
    return given, requeued


async def _give(desk: Desk, caller: Caller, person: Operator, heir: Operator, id: ConversationId) -> bool:
    loaded = await desk.store.conversations.load(caller.tenant_id, id)
    if loaded is None:
        return False
    before, customer = loaded
    now, words = desk.clock(), await words_of(desk, before, customer)
    to = Actor(ActorKind.OPERATOR, heir.id, heir.name)
    told = notice(desk, said.transferred(person.name, words, to=heir.name), now)
    try:
        change = inherit(before, person.id, caller.actor, at=now, to=to, notice=told)
    except IllegalMove:
        return False
    return await commit(desk, change) is not None
