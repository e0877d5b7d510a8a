"""Offers of waiting conversations, and what there is to be offered.

Whoever ends or makes an offer locks the conversation first, as every move of it does, and then asks anew whether the
offer still stands: so an offer ends once, and nobody waits for somebody who waits for them.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import asyncpg

from baton.core.events import Event
from baton.core.ids import ConversationId, OfferId, OperatorId, QueueId, TenantId
from baton.core.routing.need import Need, Refusal
from baton.core.routing.offers import Offer, OfferState
from baton.db.connection import Database
from baton.db.conversations import numbered
from baton.db.rows import CONVERSATION, JOINED, WAITS_HERE, event_record, to_conversation
from baton.db.statements import logged
from baton.services.ports.routing import KeptOffer, Waiting
from baton.services.records import Saved

_WAITING = """SELECT c.id, c.version, c.queue, c.ranks_at, c.waiting_since, c.weight, c.needs, c.language,
        h.id AS handoff_id,
        (SELECT p.claimed_by FROM conversations pc JOIN handoffs p ON p.tenant_id = $1 AND p.conversation_id = pc.id
         WHERE pc.tenant_id = $1 AND pc.customer_id = c.customer_id AND p.claimed_by IS NOT NULL
         ORDER BY p.claimed_at DESC LIMIT 1) AS knows,
        (SELECT coalesce(jsonb_object_agg(r.operator_id, jsonb_build_array(r.times, r.last)), '{}') FROM (
            SELECT operator_id, count(*) AS times, max(ended_at) AS last FROM offers
            WHERE tenant_id = $1 AND handoff_id = h.id AND state IN ('declined', 'expired') GROUP BY operator_id
         ) r) AS refused
    FROM conversations c
    JOIN handoffs h ON h.tenant_id = c.tenant_id AND h.conversation_id = c.id AND h.closed_at IS NULL
    WHERE c.tenant_id = $1 AND c.state = 'queued'"""

_LINE = "c.queue, coalesce(c.needs ->> 'language', c.language), c.needs ->> 'region', c.weight"
"""What decides who could take a conversation: those who ask for the same stand in one line."""

_FIRST = f"""WITH first AS (
        SELECT id FROM (
            SELECT c.id, row_number() OVER (PARTITION BY {_LINE} ORDER BY c.ranks_at, c.id) AS place
            FROM conversations c
            WHERE c.tenant_id = $1 AND c.state = 'queued' AND c.queue = ANY($2) AND {WAITS_HERE}
              AND (c.not_before IS NULL OR c.not_before <= $3)
              AND NOT EXISTS (SELECT 1 FROM offers t WHERE t.tenant_id = $1 AND t.conversation_id = c.id
                              AND t.state = 'offered')
        ) line WHERE place <= $4
    )
    {_WAITING} AND c.id IN (SELECT id FROM first) ORDER BY c.ranks_at, c.id"""  # noqa: S608 - constants

_MAKE = f"""
WITH touched AS (
    UPDATE conversations c SET seq = c.seq + 1
    FROM jsonb_to_record($3::jsonb) AS x(conversation_id text, version int, operator_id text, weight int,
        offered_at timestamptz)
    WHERE c.tenant_id = $1 AND c.id = x.conversation_id AND c.version = x.version AND c.state = 'queued'
      AND EXISTS (SELECT 1 FROM operators o WHERE o.tenant_id = $1 AND o.id = x.operator_id
                  AND o.availability = 'available' AND o.here_until > x.offered_at)
      AND has_room($1, x.operator_id, x.weight)
    RETURNING c.*, c.seq - 1 AS base
), {logged(events="$4")}, offered AS (
    INSERT INTO offers (tenant_id, id, conversation_id, handoff_id, operator_id, queue, state, why, offered_at,
        expires_at)
    SELECT $1, x.id, touched.id, x.handoff_id, x.operator_id, touched.queue, 'offered', x.why, x.offered_at,
        x.expires_at
    FROM jsonb_to_record($3::jsonb) AS x(id text, conversation_id text, handoff_id text, operator_id text, why jsonb,
        offered_at timestamptz, expires_at timestamptz)
    JOIN touched ON touched.id = x.conversation_id
)
SELECT {CONVERSATION} FROM touched c {JOINED}"""  # noqa: S608 - constants

_END = f"""
WITH touched AS (
    UPDATE conversations c SET seq = c.seq + 1
    FROM offers t
    WHERE t.tenant_id = $1 AND t.id = $3 AND t.state = 'offered' AND c.tenant_id = $1 AND c.id = t.conversation_id
      AND offer_stands($1, $3)
    RETURNING c.*, c.seq - 1 AS base
), {logged(events="$4")}, ended AS (
    UPDATE offers t SET state = $5, ended_at = $6, reason = $7, note = $8
    FROM touched WHERE t.tenant_id = $1 AND t.id = $3 AND t.state = 'offered'
)
SELECT {CONVERSATION} FROM touched c {JOINED}"""  # noqa: S608 - constants

_KEPT = """SELECT t.*, o.name AS operator_name FROM offers t
    JOIN operators o ON o.tenant_id = t.tenant_id AND o.id = t.operator_id"""

_STILL_WAITS = """EXISTS (SELECT 1 FROM conversations c WHERE c.tenant_id = t.tenant_id AND c.id = t.conversation_id
    AND c.state = 'queued')"""


class Offers:
    """The offers of every tenant."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch

    async def waiting(
        self, tenant_id: TenantId, queues: Sequence[QueueId], *, at: datetime, limit: int
    ) -> tuple[Waiting, ...]:
        """Who waits in the queues and is offered to nobody, in the order in which they are served.

        `limit` is for each line, not for all: those at the head whom nobody here can serve hide nobody behind them.
        """
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_FIRST, tenant_id, list(queues), at, limit)
        return tuple(_to_waiting(row) for row in rows)

    async def of_one(self, tenant_id: TenantId, id: ConversationId) -> Waiting | None:
        """One conversation, if it waits."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(f"{_WAITING} AND c.id = $2", tenant_id, id)
        return _to_waiting(row) if row else None

    async def make(self, tenant_id: TenantId, kept: KeptOffer, *, waiting: Waiting, event: Event) -> Saved | None:
        """Offer a conversation. None where it moved, is offered already, or the operator left or has no room."""
        offer = kept.offer
        record = {
            "id": offer.id,
            "conversation_id": offer.conversation,
            "handoff_id": kept.handoff_id,
            "operator_id": offer.operator,
            "version": waiting.version,
            "weight": waiting.need.weight,
            "why": kept.why,
            "offered_at": offer.offered_at,
            "expires_at": offer.expires_at,
        }
        try:
            return await self._write(tenant_id, _MAKE, offer.conversation, event, first=record)
        except asyncpg.UniqueViolationError:
            return None

    async def end(self, tenant_id: TenantId, offer: Offer, *, event: Event) -> Saved | None:
        """Store how an offer ended. None where it has ended before."""
        more = (offer.state.value, offer.ended_at, offer.reason, offer.note)
        return await self._write(tenant_id, _END, offer.conversation, event, first=offer.id, more=more)

    async def find(self, tenant_id: TenantId, id: OfferId) -> KeptOffer | None:
        """One offer."""
        found = await self._kept(tenant_id, f"{_KEPT} WHERE t.tenant_id = $1 AND t.id = $2", id)
        return found[0] if found else None

    async def standing(self, tenant_id: TenantId, operator_id: OperatorId | None = None) -> tuple[KeptOffer, ...]:
        """The offers that stand, to one operator or to all."""
        query = f"{_KEPT} WHERE t.tenant_id = $1 AND t.state = 'offered' AND {_STILL_WAITS}"
        return await self._kept(tenant_id, f"{query} AND ($2::text IS NULL OR t.operator_id = $2)", operator_id)

    async def of_conversation(self, tenant_id: TenantId, id: ConversationId) -> tuple[KeptOffer, ...]:
        """The offers that were ever made of a conversation, the last first."""
        query = f"{_KEPT} WHERE t.tenant_id = $1 AND t.conversation_id = $2 ORDER BY t.offered_at DESC, t.id DESC"
        return await self._kept(tenant_id, query, id)

    async def over(self, at: datetime, limit: int) -> list[tuple[TenantId, OfferId]]:
        """Offers of any tenant that have to be ended: out of time, or of what no longer waits."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                f"SELECT t.tenant_id, t.id FROM offers t WHERE t.state = 'offered' AND (t.expires_at <= $1 "  # noqa: S608
                f"OR NOT {_STILL_WAITS}) ORDER BY t.expires_at LIMIT $2",
                at,
                limit,
            )
        return [(row["tenant_id"], row["id"]) for row in rows]

    async def tenants_with_waiting(self) -> list[TenantId]:
        """The tenants with whom anybody waits."""
        async with self._database.install() as connection:
            rows = await connection.fetch("SELECT DISTINCT tenant_id FROM conversations WHERE state = 'queued'")
        return [row["tenant_id"] for row in rows]

    async def _kept(self, tenant_id: TenantId, query: str, *arguments: Any) -> tuple[KeptOffer, ...]:
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(query, tenant_id, *arguments)
        return tuple(_to_offer(row) for row in rows)

    async def _write(
        self,
        tenant_id: TenantId,
        statement: str,
        id: ConversationId,
        event: Event,
        *,
        first: Any,
        more: tuple[Any, ...] = (),
    ) -> Saved | None:
        events = [event_record(id, event, 1)]
        async with self._database.writing(tenant_id) as connection:
            row = await connection.fetchrow(statement, tenant_id, self._epoch, first, events, *more)
        if row is None:
            return None
        conversation = to_conversation(row)
        return Saved(conversation, (numbered(event, conversation.seq),))


def _to_waiting(row: asyncpg.Record) -> Waiting:
    needs = row["needs"]
    refused = {id: Refusal(times, datetime.fromisoformat(last)) for id, (times, last) in row["refused"].items()}
    need = Need(
        conversation=row["id"],
        queue=row["queue"],
        ranks_at=row["ranks_at"],
        waiting_since=row["waiting_since"],
        language=needs.get("language") or row["language"],
        tier=needs.get("tier"),
        region=needs.get("region"),
        weight=row["weight"],
        knows=row["knows"],
        refused=refused,
    )
    return Waiting(need, row["version"], row["handoff_id"])


def _to_offer(row: asyncpg.Record) -> KeptOffer:
    offer = Offer(
        id=row["id"],
        conversation=row["conversation_id"],
        operator=row["operator_id"],
        offered_at=row["offered_at"],
        expires_at=row["expires_at"],
        state=OfferState(row["state"]),
        ended_at=row["ended_at"],
        reason=row["reason"],
        note=row["note"],
    )
    return KeptOffer(offer, row["operator_name"], row["handoff_id"], row["queue"], row["why"])
