"""Websites and their pages: how far a reading is, who reads, and what each address answered last."""

from collections.abc import Sequence
from datetime import datetime

import asyncpg

from baton.core.ids import SourceId, TenantId
from baton.db.connection import Database
from baton.services.source_ports import Source
from baton.services.website_ports import PageState, Plan, Reading, WebPage, Website

_WEBSITE = """SELECT w.*, (SELECT jsonb_object_agg(counted.state, counted.n) FROM (
        SELECT p.state, count(*) AS n FROM web_pages p
        WHERE p.tenant_id = w.tenant_id AND p.source_id = w.source_id AND p.run = w.run GROUP BY p.state) counted
    ) AS counts FROM websites w WHERE w.tenant_id = $1"""

_ADD = """WITH kept AS (
        INSERT INTO sources (tenant_id, id, name, kind, added_by, created_at, updated_at)
        VALUES ($1, $2, $3, 'website', $4, $5, $5))
    INSERT INTO websites (tenant_id, source_id, url, most_pages, most_depth, state)
    VALUES ($1, $2, $6, $7, $8, 'waiting')"""

# A reading that was broken off goes on under its number; one that was asked for begins a new one.
_BEGIN = """UPDATE websites SET lease = $3, leased_until = $5, note = '', finished_at = NULL,
        run = run + (state = 'waiting')::int, started_at = CASE WHEN state = 'waiting' THEN $4 ELSE started_at END,
        state = 'reading'
    WHERE tenant_id = $1 AND source_id = $2 AND state IN ('waiting', 'reading')
        AND (leased_until IS NULL OR leased_until <= $4)
    RETURNING *, NULL::jsonb AS counts"""

_RENEW = """UPDATE websites SET leased_until = $4
    WHERE tenant_id = $1 AND source_id = $2 AND lease = $3 AND state = 'reading'"""

# What stood at an address that is gone or leads elsewhere must not come back as "unchanged" one day.
_KEEP_PAGE = """INSERT INTO web_pages (tenant_id, source_id, url, run, depth, state, why, document_id, etag, modified)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (tenant_id, source_id, url) DO UPDATE SET run = excluded.run, depth = excluded.depth,
        state = excluded.state, why = excluded.why,
        etag = CASE WHEN excluded.state IN ('gone', 'elsewhere') THEN NULL
            ELSE coalesce(excluded.etag, web_pages.etag) END,
        modified = CASE WHEN excluded.state IN ('gone', 'elsewhere') THEN NULL
            ELSE coalesce(excluded.modified, web_pages.modified) END,
        document_id = CASE WHEN excluded.state IN ('gone', 'elsewhere') THEN NULL
            ELSE coalesce(excluded.document_id, web_pages.document_id) END"""

_AGAIN = """UPDATE websites SET state = 'waiting', leased_until = NULL, most_pages = $3, most_depth = $4
    WHERE tenant_id = $1 AND source_id = $2 AND state IN ('done', 'failed', 'stopped')"""

_STOP = """UPDATE websites SET state = 'stopped', finished_at = $3, lease = NULL, leased_until = NULL
    WHERE tenant_id = $1 AND source_id = $2 AND state IN ('waiting', 'reading')"""

_FINISH = """UPDATE websites SET state = $4, note = $5, finished_at = $6, lease = NULL, leased_until = NULL,
        reader = CASE WHEN $4 = 'done' THEN $7 ELSE reader END
    WHERE tenant_id = $1 AND source_id = $2 AND lease = $3 AND state = 'reading'"""


class Websites:
    """The websites of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, tenant_id: TenantId, source: Source, plan: Plan) -> None:
        """Keep a new website, waiting to be read."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                _ADD, tenant_id, source.id, source.name, source.added_by, source.created_at, plan.url,
                plan.most_pages, plan.most_depth,
            )  # fmt: skip

    async def find(self, tenant_id: TenantId, id: SourceId) -> Website | None:
        """A website with the counts of its last reading, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(f"{_WEBSITE} AND w.source_id = $2", tenant_id, id)
        return _to_website(row) if row else None

    async def all(self, tenant_id: TenantId) -> tuple[Website, ...]:
        """The tenant's websites."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_WEBSITE, tenant_id)
        return tuple(_to_website(row) for row in rows)

    async def pages(self, tenant_id: TenantId, id: SourceId) -> tuple[WebPage, ...]:
        """Every address that was met, those nearest to the first page first."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT url, run, depth, state, why, document_id, etag, modified FROM web_pages "
                "WHERE tenant_id = $1 AND source_id = $2 ORDER BY depth, url",
                tenant_id,
                id,
            )
        return tuple(WebPage(**{**row, "state": PageState(row["state"])}) for row in rows)

    async def ask_again(self, tenant_id: TenantId, id: SourceId, plan: Plan) -> bool:
        """Have a website read again, within these limits. False where it is being read, or there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.execute(_AGAIN, tenant_id, id, plan.most_pages, plan.most_depth) == "UPDATE 1"

    async def stop(self, tenant_id: TenantId, id: SourceId, at: datetime) -> bool:
        """Stop a reading. Who reads learns of it at the next report. False where nobody does."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.execute(_STOP, tenant_id, id, at) == "UPDATE 1"

    async def due(self, at: datetime, limit: int) -> Sequence[tuple[TenantId, SourceId]]:
        """Websites of every tenant that wait to be read, or whose reader has fallen."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                "SELECT tenant_id, source_id FROM websites WHERE state IN ('waiting', 'reading') "
                "AND (leased_until IS NULL OR leased_until <= $1) LIMIT $2",
                at,
                limit,
            )
        return [(row["tenant_id"], row["source_id"]) for row in rows]

    async def begin(
        self, tenant_id: TenantId, id: SourceId, lease: str, *, at: datetime, until: datetime
    ) -> Website | None:
        """Take a website to read it. None where somebody else has it, or it is not to be read."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_BEGIN, tenant_id, id, lease, at, until)
        return _to_website(row) if row else None

    async def report(self, tenant_id: TenantId, website: Website, pages: Sequence[WebPage], *, until: datetime) -> bool:
        """Keep what was visited and renew the lease. False, and nothing kept, where the reading was stopped."""
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            renewed = await connection.execute(_RENEW, tenant_id, website.source_id, website.lease, until)
            if renewed != "UPDATE 1":
                return False
            rows = [(tenant_id, website.source_id, *_page_row(page)) for page in pages]
            await connection.executemany(_KEEP_PAGE, rows)
        return True

    async def finish(
        self, tenant_id: TenantId, website: Website, state: Reading, *, note: str, reader: int, at: datetime
    ) -> None:
        """End a reading, unless it was stopped or taken over."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                _FINISH, tenant_id, website.source_id, website.lease, state.value, note, at, reader
            )

    async def give_back(self, tenant_id: TenantId, website: Website, at: datetime) -> None:
        """Leave a reading for whoever looks next: this process ends."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(_RENEW, tenant_id, website.source_id, website.lease, at)


def _page_row(page: WebPage) -> tuple[object, ...]:
    return (page.url, page.run, page.depth, page.state.value, page.why, page.document_id, page.etag, page.modified)


def _to_website(row: asyncpg.Record) -> Website:
    return Website(
        source_id=row["source_id"],
        plan=Plan(row["url"], row["most_pages"], row["most_depth"]),
        state=Reading(row["state"]),
        run=row["run"],
        reader=row["reader"],
        note=row["note"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        lease=row["lease"],
        counts={PageState(state): count for state, count in (row["counts"] or {}).items()},
    )
