"""Webhooks as their admins see and change them, and the attempts that were made."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import asyncpg

from baton.core.events import EventKind
from baton.core.ids import TenantId
from baton.core.messages import Audience
from baton.core.webhooks import Attempt, Cause, Channel, Outcome, Webhook
from baton.db.connection import Database
from baton.db.events import parse_cursor

_WEBHOOK = """SELECT w.*, (SELECT count(*) FROM webhook_pending p WHERE p.tenant_id = w.tenant_id
    AND p.webhook_id = w.id) AS waiting FROM webhooks w WHERE w.tenant_id = $1 AND w.channel = $2"""

_ADD = """INSERT INTO webhooks (tenant_id, id, url, label, kinds, audience, created_at, created_by, epoch, tx, event_id)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
    WHERE (SELECT count(*) FROM webhooks WHERE tenant_id = $1 AND channel = 'webhook') < $12"""

_CHANGE = "UPDATE webhooks SET url = $3, label = $4, kinds = $5, audience = $6 WHERE tenant_id = $1 AND id = $2"

# What waits is tried at once when it is switched on again, and the address is judged anew.
_SWITCH = """WITH due AS (
        UPDATE webhook_pending SET due_at = $4 WHERE tenant_id = $1 AND webhook_id = $2 AND $3 RETURNING 1)
    UPDATE webhooks SET is_on = $3, why_off = '', failures = 0, failing_since = NULL, rests_until = NULL,
        next_at = CASE WHEN EXISTS (SELECT FROM due) THEN $4 ELSE next_at END
    WHERE tenant_id = $1 AND id = $2 AND is_on <> $3"""

_SKIP = """WITH gone AS (DELETE FROM webhook_pending WHERE tenant_id = $1 AND webhook_id = $2)
    UPDATE webhooks SET epoch = $3, tx = $4, event_id = $5, next_at = NULL WHERE tenant_id = $1 AND id = $2"""

# The old secret counts for a day after it was renewed: the version before is all that has to be known of it.
_RENEW = """UPDATE webhooks SET secret_version = secret_version + 1, renewed_at = $3
    WHERE tenant_id = $1 AND id = $2 RETURNING secret_version"""

# Somebody has seen to it that things arrive again: what waits goes at once, and not when its pause is over.
_IS_BACK = """WITH due AS (
        UPDATE webhook_pending SET due_at = $3 WHERE tenant_id = $1 AND webhook_id = $2 AND due_at > $3)
    UPDATE webhooks SET failures = 0, failing_since = NULL, rests_until = NULL, delivered_at = $3, next_at = $3
    WHERE tenant_id = $1 AND id = $2"""

ENDED = """DELETE FROM webhook_pending
    WHERE tenant_id = $1 AND webhook_id = $2 AND epoch = $3 AND tx = $4 AND event_id = $5"""

# An attempt at an event that was erased meanwhile is not kept: what the receiver answered may name the customer.
ATTEMPTED = """INSERT INTO webhook_attempts (tenant_id, webhook_id, cursor, kind, conversation_id, seq, cause, tries,
        at, ms, status, answer, why, outcome)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
    WHERE $5::text IS NULL OR EXISTS (SELECT FROM conversations WHERE tenant_id = $1 AND id = $5) RETURNING id"""


class Webhooks:
    """The webhooks of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self, tenant_id: TenantId, channel: Channel = Channel.WEBHOOK) -> tuple[Webhook, ...]:
        """The tenant's webhooks, or what is told in another way, the oldest first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(f"{_WEBHOOK} ORDER BY w.created_at, w.id", tenant_id, channel.value)
        return tuple(to_webhook(row) for row in rows)

    async def find(self, tenant_id: TenantId, id: str) -> Webhook | None:
        """One of them, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(f"{_WEBHOOK} AND w.id = $3", tenant_id, Channel.WEBHOOK.value, id)
        return to_webhook(row) if row else None

    async def add(self, tenant_id: TenantId, one: Webhook, cursor: str, most: int) -> bool:
        """Keep a new one, to be told of what comes after the cursor. False where the tenant has `most` of them."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                _ADD, tenant_id, one.id, one.url, one.label, _kinds(one), one.audience.value, one.created_at,
                one.created_by, *parse_cursor(cursor), most,
            )  # fmt: skip
        return done == "INSERT 0 1"

    async def change(self, tenant_id: TenantId, one: Webhook) -> bool:
        """Keep its address, label, kinds and audience. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                _CHANGE, tenant_id, one.id, one.url, one.label, _kinds(one), one.audience.value
            )
        return done == "UPDATE 1"

    async def switch(self, tenant_id: TenantId, id: str, *, is_on: bool, at: datetime) -> bool:
        """Switch it on or off. False where it is so already."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.execute(_SWITCH, tenant_id, id, is_on, at) == "UPDATE 1"

    async def skip(self, tenant_id: TenantId, id: str, cursor: str) -> None:
        """Forget what it is still to be told, up to the cursor."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(_SKIP, tenant_id, id, *parse_cursor(cursor))

    async def renew_secret(self, tenant_id: TenantId, id: str, at: datetime) -> int | None:
        """The version of a new secret; None where there is no such webhook."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(_RENEW, tenant_id, id, at)

    async def remove(self, tenant_id: TenantId, id: str) -> bool:
        """Forget it, with what waits for it and what was tried. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute("DELETE FROM webhooks WHERE tenant_id = $1 AND id = $2", tenant_id, id)
        return done == "DELETE 1"

    async def attempts(self, tenant_id: TenantId, id: str, *, before: int | None, limit: int) -> tuple[Attempt, ...]:
        """What was tried, the latest first, as far as it is kept; `before` is the id of the last one had."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT * FROM webhook_attempts WHERE tenant_id = $1 AND webhook_id = $2 AND ($3::bigint IS NULL OR "
                "id < $3) ORDER BY id DESC LIMIT $4",
                tenant_id,
                id,
                before,
                limit,
            )
        return tuple(_to_attempt(row) for row in rows)

    async def attempted(self, tenant_id: TenantId, id: str, attempt: Attempt) -> int:
        """Keep a try that was asked for. What arrived is not told again, and what waits follows it at once.

        Returns the attempt's id, 0 if it isn't kept.
        """
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            if attempt.has_arrived:
                await connection.execute(_IS_BACK, tenant_id, id, attempt.at)
            if attempt.has_arrived and attempt.cursor:
                await connection.execute(ENDED, tenant_id, id, *parse_cursor(attempt.cursor))
            return await connection.fetchval(ATTEMPTED, *attempt_row(tenant_id, id, attempt)) or 0

    async def forget_before(self, at: datetime, limit: int) -> int:
        """Delete attempts that were made before then, at most so many. Returns how many."""
        async with self._database.install() as connection:
            done = await connection.execute(
                "DELETE FROM webhook_attempts WHERE (tenant_id, webhook_id, id) IN (SELECT tenant_id, webhook_id, id "
                "FROM webhook_attempts WHERE at < $1 ORDER BY at LIMIT $2)",
                at,
                limit,
            )
        return int(done.removeprefix("DELETE "))


def attempt_row(tenant_id: TenantId, id: str, one: Attempt) -> tuple[Any, ...]:
    """The values of ATTEMPTED."""
    return (
        tenant_id, id, one.cursor, one.kind, one.conversation_id, one.seq, one.cause.value, one.tries, one.at, one.ms,
        one.status, one.answer, one.why, one.outcome.value,
    )  # fmt: skip


def to_webhook(row: asyncpg.Record) -> Webhook:
    """A row of `webhooks`, with `waiting`."""
    kinds: Sequence[str] | None = row["kinds"]
    same = ("id", "url", "label", "secret_version", "renewed_at", "is_on", "why_off", "failures", "failing_since",
            "rests_until", "delivered_at", "created_at", "created_by", "waiting", "lease")  # fmt: skip
    return Webhook(
        kinds=None if kinds is None else tuple(EventKind(one) for one in kinds),
        audience=Audience(row["audience"]),
        channel=Channel(row["channel"]),
        **{name: row[name] for name in same},
    )


def _kinds(one: Webhook) -> list[str] | None:
    return None if one.kinds is None else [kind.value for kind in one.kinds]


def _to_attempt(row: asyncpg.Record) -> Attempt:
    named = {name: row[name] for name in row.keys() if name not in ("tenant_id", "webhook_id")}  # noqa: SIM118
    return Attempt(**{**named, "cause": Cause(row["cause"]), "outcome": Outcome(row["outcome"])})
