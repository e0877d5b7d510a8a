"""Reading a packet: as it was frozen, in the reader's language, with what their queue may not see masked."""

from dataclasses import replace
from typing import Any

from baton.core.actors import Caller, Role
from baton.core.audience import SourceAudience, reader_of
from baton.core.conversation import Change, Conversation, stale
from baton.core.errors import Forbidden, NotFound
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, HandoffId, TenantId
from baton.core.packet.view import for_customer, shown
from baton.core.policy.masks import hidden_in, reader_in
from baton.core.policy.model import Policy
from baton.core.redaction import NEVER_SHOWN, Kind
from baton.services.access import check_may_see, find, is_team, require
from baton.services.desk import Desk, commit
from baton.services.records import FrozenPacket

View = dict[str, Any]


async def read(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    languages: str | None = None,
    handoff: HandoffId | None = None,
    first: bool = False,
) -> View | None:
    """The packet of one handoff, or else of the open one or the last, as it was when that opened.

    `languages` is what the reader speaks, as an Accept-Language header says it; the team's own language comes next.
    `first` is the version that the program froze, without what a model has made of it. An outside bot speaks to
    customers, so it gets none of the passages that are for operators.
    """
    check_may_see(caller, id)
    found = await desk.store.handoffs.packet(caller.tenant_id, id, handoff=handoff, first=first)
    if found is None:
        await find(desk, caller, id)
        return None
    policy = await desk.policies.of(caller.tenant_id)
    if not is_team(caller):
        return for_customer(found.data)
    view = view_for(found, policy, languages=languages)
    return view if reader_of(caller.role).may_read(SourceAudience.OPERATORS) else view | {"for_operators": []}


async def reveal(desk: Desk, caller: Caller, id: ConversationId, *, languages: str | None = None) -> View:
    """The packet with nothing masked but what nobody is shown. That it was looked at stands in the trail.

    Raises Forbidden for whoever is neither an admin nor the operator who holds the conversation.
    """
    require(caller, Role.ADMIN, Role.OPERATOR)
    before, _ = await find(desk, caller, id)
    found = await desk.store.handoffs.packet(caller.tenant_id, id)
    if found is None:
        raise NotFound("Nothing was handed over here, so there is no packet.", code="no_packet")
    if caller.role is not Role.ADMIN and before.owner_id != caller.actor.operator_id:
        raise Forbidden("Only who holds the conversation, or an admin, may see what is masked. Claim it first.")
    policy = await desk.policies.of(caller.tenant_id)
    await _record(desk, caller, before, sorted(hidden_in(policy, found.queue) - NEVER_SHOWN))
    return view_for(found, policy, languages=languages, hidden=NEVER_SHOWN)


async def enclosed(
    desk: Desk, tenant_id: TenantId, id: ConversationId, *, languages: str | None = None, also_for: str | None = None
) -> View | None:
    """The packet as a letter to somebody of the team carries it, masked as its queue asks; None where there is none.

    `languages` is what they read, where that isn't the team's own. What the queue `also_for` masks is masked as well.
    """
    found = await desk.store.handoffs.packet(tenant_id, id)
    if found is None:
        return None
    policy = await desk.policies.of(tenant_id)
    hidden = hidden_in(policy, found.queue) | (hidden_in(policy, also_for) if also_for else frozenset[Kind]())
    return view_for(found, policy, languages=languages, hidden=hidden)


def view_for(
    found: FrozenPacket, policy: Policy, *, languages: str | None = None, hidden: frozenset[Kind] | None = None
) -> View:
    """A stored packet for a reader who speaks `languages`; `hidden` is what its queue masks where it isn't given."""
    reader = reader_in(policy, found.queue, languages=languages)
    frozen = {"handoff_id": found.handoff, "frozen_at": found.opened_at}
    return shown(found.data, reader if hidden is None else replace(reader, hidden=hidden)) | frozen


async def _record(desk: Desk, caller: Caller, before: Conversation, kinds: list[Kind]) -> None:
    """Write into the trail that it was looked at, before it is shown. Raises Conflict where it can't be written."""
    event = Event(EventKind.PACKET_REVEALED, caller.actor, desk.clock(), {"kinds": [kind.value for kind in kinds]})
    if await commit(desk, Change(before, (event,), before.version)) is None:
        raise stale(before)
