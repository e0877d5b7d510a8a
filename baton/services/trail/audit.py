"""Reading back: the trail of everything that happened."""

from typing import Any

from baton.core.actors import Caller
from baton.core.errors import Forbidden
from baton.core.ids import ConversationId
from baton.core.policy.masks import reader_in
from baton.core.redaction.reader import Reader
from baton.core.trail.masking import masked_data
from baton.core.views import actor_view, owner_view
from baton.services.access import find, is_team
from baton.services.desk import Desk
from baton.services.records import LoggedEvent


async def trail(desk: Desk, caller: Caller, id: ConversationId, *, after: int, limit: int) -> list[dict[str, Any]]:
    """Every event of a conversation with its actor, reason, rule and standing, for the team."""
    if not is_team(caller):
        raise Forbidden("The trail is for the team.")
    found = await desk.store.events.of_conversation(caller.tenant_id, id, after=after, limit=limit, team=True)
    if not found:
        await find(desk, caller, id)
    policy = await desk.policies.of(caller.tenant_id)
    return [_entry(one, reader_in(policy, one.standing.queue)) for one in found]


def _entry(one: LoggedEvent, reader: Reader) -> dict[str, Any]:
    event, data = one.event, masked_data(one.event.data, reader)
    entry: dict[str, Any] = {
        "seq": event.seq,
        "at": event.at,
        "kind": event.kind.value,
        "actor": actor_view(event.actor),
        "state": one.standing.state,
        "version": one.standing.version,
        "owner": owner_view(one.standing.owner),
        "message": event.message.text if event.message else None,
    }
    for field in ("reason", "rule", "policy_version", "evidence"):
        if data.get(field) is not None:
            entry[field] = data.pop(field)
    return entry | {"data": data}
