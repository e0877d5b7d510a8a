"""Asking for a sign-in link: how often somebody did, and whose an address is."""

from datetime import datetime

from baton.core.ids import OperatorId, TenantId
from baton.db.connection import Database

_ASK = """INSERT INTO sign_in_requests (address, source, at) SELECT $1, $2, $3
    WHERE (SELECT count(*) FROM sign_in_requests WHERE address = $1 AND at > $4) < $5
        AND (SELECT count(*) FROM sign_in_requests WHERE source = $2 AND at > $4) < $6"""


class SignIns:
    """Requests for links, of the whole install: who asks names no company."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ask(
        self, address: bytes, source: bytes, *, at: datetime, since: datetime, of_address: int, of_source: int
    ) -> bool:
        """Count a request. False, and not counted, where the address or the source had its fill since then."""
        async with self._database.install() as connection:
            done = await connection.execute(_ASK, address, source, at, since, of_address, of_source)
        return done == "INSERT 0 1"

    async def operators_at(self, email: str) -> tuple[tuple[TenantId, OperatorId], ...]:
        """Those with this address who are of a team now, in every company, in whatever letters it is written."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                "SELECT tenant_id, id FROM operators WHERE lower(email) = lower($1) AND left_at IS NULL "
                "ORDER BY tenant_id",
                email,
            )
        return tuple((row["tenant_id"], row["id"]) for row in rows)

    async def forget_before(self, at: datetime, limit: int) -> int:
        """Delete what was asked before then, at most so many rows. Returns how many."""
        async with self._database.install() as connection:
            done = await connection.execute(
                "DELETE FROM sign_in_requests WHERE id IN "
                "(SELECT id FROM sign_in_requests WHERE at < $1 ORDER BY id LIMIT $2)",
                at,
                limit,
            )
        return int(done.removeprefix("DELETE "))
