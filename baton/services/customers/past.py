"""A customer's own conversations: those that their browser holds a token of, and those of whom a server vouches for.

A token still opens one conversation and no other. The list gives nothing to whoever holds no token and no proof, so
a return link that was passed on shows one conversation and not the history behind it.
"""

from collections.abc import Sequence

from baton.core.actors import Caller, Role
from baton.services.access import require
from baton.services.conversations.conversations import Claims
from baton.services.customers.vouching import vouched
from baton.services.desk import Desk
from baton.services.ports.past import PastConversation
from baton.services.secrets import customer_token, read_customer_token

MOST = 30
"""Conversations that are listed; whoever has had more looks for the last ones."""


async def own_conversations(
    desk: Desk, caller: Caller, *, tokens: Sequence[str], claims: Claims
) -> tuple[tuple[PastConversation, str], ...]:
    """The caller's conversations, each with its customer's token, the latest first.

    A token that this desk has not signed, or another tenant's, opens nothing. Raises Unauthorized
    `identity_not_proved` where the claims carry a proof that doesn't hold.
    """
    require(caller, Role.WIDGET)
    # An external id that nobody vouches for is only said, and opens nothing.
    vouched_for = (await vouched(desk, caller, claims)).external_id if claims.proof else None
    read = [read_customer_token(desk.store.secret, token) for token in tokens]
    ids = [id for tenant_id, id, _ in filter(None, read) if tenant_id == caller.tenant_id]
    found = await desk.store.past.of(caller.tenant_id, ids, external_id=vouched_for, limit=MOST)
    key = desk.store.secret
    return tuple((one, customer_token(key, caller.tenant_id, one.id, one.customer_id)) for one in found)
