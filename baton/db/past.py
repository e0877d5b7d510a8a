"""A customer's own conversations, as they find them in the widget's list."""

from collections.abc import Sequence

from baton.core.actors import Actor, ActorKind
from baton.core.conversation import Owner
from baton.core.ids import ConversationId, TenantId
from baton.core.transitions import SPEAKERS, State
from baton.db.connection import Database
from baton.services.ports.past import PastConversation

_SHOWN = 160
"""Characters of the last message: two lines on a phone."""

_OF = f"""SELECT c.id, c.customer_id, c.state, c.owner_id, o.name AS owner_name, c.created_at, said.*
    FROM conversations c
    LEFT JOIN operators o ON o.tenant_id = c.tenant_id AND o.id = c.owner_id
    CROSS JOIN LATERAL (
        SELECT m.seq, m.author_kind, m.author_id, m.author_name, left(m.text, {_SHOWN}) AS text, m.at FROM messages m
        WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id AND m.kind <> 'note' ORDER BY m.seq DESC LIMIT 1
    ) said
    WHERE c.tenant_id = $1 AND (c.id = ANY($2)
        OR c.customer_id = (SELECT u.id FROM customers u WHERE u.tenant_id = $1 AND u.external_id = $3 AND u.verified))
    ORDER BY said.at DESC, c.id LIMIT $4"""  # noqa: S608 - a constant


class PastConversations:
    """The conversations of one customer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(
        self, tenant_id: TenantId, ids: Sequence[ConversationId], *, external_id: str | None, limit: int
    ) -> tuple[PastConversation, ...]:
        """These conversations, and those of the vouched-for customer; see the port."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_OF, tenant_id, list(ids), external_id, limit)
        return tuple(
            PastConversation(
                id=row["id"],
                customer_id=row["customer_id"],
                state=State(row["state"]),
                owner=Owner(SPEAKERS[State(row["state"])], row["owner_id"], row["owner_name"]),
                created_at=row["created_at"],
                author=Actor(ActorKind(row["author_kind"]), row["author_id"], row["author_name"]),
                text=row["text"],
                seq=row["seq"],
                at=row["at"],
            )
            for row in rows
        )
