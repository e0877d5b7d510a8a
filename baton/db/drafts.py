"""Drafts, by whose they are."""

from dataclasses import asdict

import asyncpg

from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.messages import Mention
from baton.db.connection import Database
from baton.services.ports.drafts import CitedPassage, Draft

_OF = """SELECT d.conversation_id, d.kind, d.text, d.cites, d.mentions, d.written_at FROM drafts d
    WHERE d.tenant_id = $1 AND d.operator_id = $2 AND ($3::text IS NULL OR d.conversation_id = $3)
      AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.tenant_id = d.tenant_id AND m.conversation_id = d.conversation_id
          AND m.author_id = d.operator_id AND m.at >= d.written_at AND m.text = btrim(d.text, E' \\t\\r\\n'))
    ORDER BY d.written_at DESC LIMIT $4"""

_KEEP = """WITH given_way AS (
        DELETE FROM drafts WHERE tenant_id = $1 AND operator_id = $2 AND (conversation_id, kind) IN (
            SELECT conversation_id, kind FROM drafts WHERE tenant_id = $1 AND operator_id = $2
                AND (conversation_id, kind) <> ($3, $4) ORDER BY written_at DESC OFFSET $9))
    INSERT INTO drafts (tenant_id, operator_id, conversation_id, kind, text, cites, mentions, written_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (tenant_id, operator_id, conversation_id, kind) DO UPDATE SET text = EXCLUDED.text,
        cites = EXCLUDED.cites, mentions = EXCLUDED.mentions, written_at = EXCLUDED.written_at
    WHERE drafts.written_at <= EXCLUDED.written_at"""


class Drafts:
    """The drafts of every tenant's operators, each asked for by its owner alone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(
        self, tenant_id: TenantId, operator_id: OperatorId, *, conversation_id: ConversationId | None, limit: int
    ) -> tuple[Draft, ...]:
        """An operator's own, the latest first, without those that they have sent since."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_OF, tenant_id, operator_id, conversation_id, limit)
        return tuple(_draft(row) for row in rows)

    async def keep(self, tenant_id: TenantId, operator_id: OperatorId, draft: Draft, most: int) -> None:
        """Write one over what it was, unless that is newer. The oldest beyond `most` give way."""
        cites, mentions = [asdict(one) for one in draft.cites], [asdict(one) for one in draft.mentions]
        key = (tenant_id, operator_id, draft.conversation_id, draft.kind)
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(_KEEP, *key, draft.text, cites, mentions, draft.written_at, most - 1)

    async def drop(self, tenant_id: TenantId, operator_id: OperatorId, draft: Draft) -> None:
        """Forget one, unless it was written after that."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "DELETE FROM drafts WHERE tenant_id = $1 AND operator_id = $2 AND conversation_id = $3 AND kind = $4 "
                "AND written_at <= $5",
                tenant_id,
                operator_id,
                draft.conversation_id,
                draft.kind,
                draft.written_at,
            )


def _draft(row: asyncpg.Record) -> Draft:
    return Draft(
        conversation_id=row["conversation_id"],
        kind=row["kind"],
        text=row["text"],
        cites=tuple(CitedPassage(**one) for one in row["cites"]),
        mentions=tuple(Mention(**one) for one in row["mentions"]),
        written_at=row["written_at"],
    )
