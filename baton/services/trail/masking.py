"""Who reads for the team: what the queue of a conversation keeps from its operators, wherever they read of it.

The one place that decides it. The transcript itself stays as it was written, for whoever opens the conversation.
"""

from collections.abc import Sequence
from typing import Any

from baton.core.actors import Caller
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.ids import TenantId
from baton.core.policy.masks import reader_in
from baton.core.redaction.reader import STRICT, Reader
from baton.core.views import conversation_view, event_view
from baton.services.access import is_team
from baton.services.desk import Desk
from baton.services.records import LoggedEvent

View = dict[str, Any]


async def reader_of(desk: Desk, tenant_id: TenantId, queue: str | None) -> Reader:
    """An operator of a queue, in the team's language."""
    return reader_in(await desk.policies.of(tenant_id), queue)


async def conversation_for(
    desk: Desk, caller: Caller, conversation: Conversation, customer: Customer | None = None
) -> View:
    """A conversation as the caller may see it."""
    if not is_team(caller):
        return conversation_view(conversation, customer, team=False)
    reader = await reader_of(desk, caller.tenant_id, conversation.queue)
    return conversation_view(conversation, customer, reader=reader)


async def events_shown(desk: Desk, caller: Caller, logged: Sequence[LoggedEvent]) -> list[View]:
    """Events of the log as the caller may see them, each with the cursor to read on after it."""
    team = is_team(caller)
    policy = await desk.policies.of(caller.tenant_id) if team and logged else None
    return [
        {"cursor": one.cursor}
        | event_view(
            one.event, one.standing, team=team, reader=reader_in(policy, one.standing.queue) if policy else STRICT
        )
        for one in logged
    ]
