"""Receipts: one row per Idempotency-Key, written by the very statement that does the command."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import asyncpg

from baton.core.ids import TenantId
from baton.db.connection import Database
from baton.services.records import AlreadyDone, AlreadySaid, AlreadyTaken, Receipt, StoredReceipt


@contextmanager
def insert_conflict() -> Generator[None]:
    """Turns unique violations into what they mean: this was done before, or somebody else was quicker."""
    try:
        yield
    except asyncpg.UniqueViolationError as violated:
        constraint = violated.as_dict().get("constraint_name")
        if constraint == "receipts_pkey":
            raise AlreadyDone from violated
        if constraint == "a_retry_is_the_same_message":
            raise AlreadySaid from violated
        if constraint in ("one_call_per_seat", "one_followup_per_reference"):
            raise AlreadyTaken from violated
        raise


class Receipts:
    """What was done under which Idempotency-Key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, tenant_id: TenantId, caller: str, key: str) -> StoredReceipt | None:
        """The receipt of an earlier command with this key, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                "SELECT fingerprint, status, body FROM receipts WHERE tenant_id = $1 AND caller = $2 AND key = $3",
                tenant_id,
                caller,
                key,
            )
        return StoredReceipt(row["fingerprint"], row["status"], row["body"]) if row else None

    async def reserve(self, tenant_id: TenantId, receipt: Receipt) -> None:
        """Take a key before the command that it is for. Raises AlreadyDone where it is taken."""
        async with self._database.tenant(tenant_id) as connection:
            with insert_conflict():
                await connection.execute(
                    "INSERT INTO receipts (tenant_id, caller, key, fingerprint) VALUES ($1, $2, $3, $4)",
                    tenant_id,
                    receipt.caller,
                    receipt.key,
                    receipt.fingerprint,
                )

    async def forget(self, tenant_id: TenantId, receipt: Receipt) -> None:
        """Give a key back: the command was refused, so it may be tried again."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "DELETE FROM receipts WHERE tenant_id = $1 AND caller = $2 AND key = $3 AND status IS NULL",
                tenant_id,
                receipt.caller,
                receipt.key,
            )

    async def forget_before(self, at: datetime, limit: int) -> int:
        """Delete receipts of any tenant that are older than `at`, at most so many. Returns how many."""
        async with self._database.install() as connection:
            done = await connection.execute(
                "DELETE FROM receipts WHERE (tenant_id, caller, key) IN "
                "(SELECT tenant_id, caller, key FROM receipts WHERE at < $1 ORDER BY at LIMIT $2)",
                at,
                limit,
            )
        return int(done.removeprefix("DELETE "))

    async def keep(self, tenant_id: TenantId, receipt: Receipt, *, status: int, body: Any) -> None:
        """Keep the answer that was given, so that a retry gets the same one."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "INSERT INTO receipts (tenant_id, caller, key, fingerprint, status, body) "
                "VALUES ($1, $2, $3, $4, $5, $6) "
                "ON CONFLICT (tenant_id, caller, key) DO UPDATE SET status = EXCLUDED.status, body = EXCLUDED.body",
                tenant_id,
                receipt.caller,
                receipt.key,
                receipt.fingerprint,
                status,
                body,
            )
