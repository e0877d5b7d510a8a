"""What a customer's list of their own conversations needs of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from baton.core.actors import Actor
from baton.core.conversation import Owner
from baton.core.ids import ConversationId, CustomerId, TenantId
from baton.core.transitions import State


@dataclass(frozen=True, slots=True, kw_only=True)
class PastConversation:
    """A conversation as its customer finds it in their list: who holds it, and what was said in it last.

    `text` is the beginning of the last message that the customer may see, `seq` its place in the log.
    """

    id: ConversationId
    customer_id: CustomerId
    state: State
    owner: Owner
    created_at: datetime
    author: Actor
    text: str
    seq: int
    at: datetime


class PastConversations(Protocol):
    """The conversations of one customer."""

    async def of(
        self, tenant_id: TenantId, ids: Sequence[ConversationId], *, external_id: str | None, limit: int
    ) -> tuple[PastConversation, ...]:
        """These conversations, and those of the customer whom a server vouched for by `external_id`.

        The one in which something was said last comes first; one in which nothing was said is left out.
        """
        ...
