"""Websites and their pages: how far a reading is, who reads, and what each address answered last."""

from collections.abc import Sequence
from datetime import datetime

import asyncpg

from baton.core.ids import SourceId, TenantId
from baton.core.sources.schedule import Schedule
from baton.db.connection import Database
from baton.services.ports.sources import Source
from baton.services.ports.websites import Due, PageChange, PageState, Plan, Reading, WebPage, Website

_COUNTED = """(SELECT jsonb_object_agg(counted.{0}, counted.n) FROM (
        SELECT p.{0}, count(*) AS n FROM web_pages p
        WHERE p.tenant_id = w.tenant_id AND p.source_id = w.source_id AND p.run = w.run AND p.{0} IS NOT NULL
        GROUP BY p.{0}) counted)"""

_WEBSITE = f"""SELECT w.*, {_COUNTED.format("state")} AS counts, {_COUNTED.format("change")} AS changes
    FROM websites w WHERE w.tenant_id = $1"""  # noqa: S608 - constants

_ADD = """WITH kept AS (
        INSERT INTO sources (tenant_id, id, name, kind, added_by, created_at, updated_at)
        VALUES ($1, $2, $3, 'website', $4, $5, $5))
    INSERT INTO websites (tenant_id, source_id, url, most_pages, most_depth, state, schedule)
    VALUES ($1, $2, $6, $7, $8, 'waiting', $9)"""

_TO_READ = """(state IN ('waiting', 'reading') AND (leased_until IS NULL OR leased_until <= {0})
        OR state IN ('done', 'failed', 'stopped') AND next_at <= {0})"""

# A reading that was broken off goes on under its number; one that was asked for or is due begins a new one.
_BEGIN = f"""UPDATE websites SET lease = $3, leased_until = $5, note = '', finished_at = NULL,
        run = run + (state <> 'reading')::int, started_at = CASE WHEN state = 'reading' THEN started_at ELSE $4 END,
        by_itself = CASE WHEN state = 'reading' THEN by_itself ELSE state <> 'waiting' END, state = 'reading'
    WHERE tenant_id = $1 AND source_id = $2 AND {_TO_READ.format("$4")}
    RETURNING *, NULL::jsonb AS counts, NULL::jsonb AS changes"""  # noqa: S608 - constants

_DUE = f"""SELECT tenant_id, source_id, state IN ('waiting', 'reading') AS is_asked FROM websites
    WHERE {_TO_READ.format("$1")} ORDER BY is_asked DESC, next_at LIMIT $2"""  # noqa: S608 - constants

_RENEW = """UPDATE websites SET leased_until = $4
    WHERE tenant_id = $1 AND source_id = $2 AND lease = $3 AND state = 'reading'"""

# What stood at an address that is gone or leads elsewhere must not come back as "unchanged" one day.
_KEEP_PAGE = """INSERT INTO web_pages
        (tenant_id, source_id, url, run, depth, state, why, document_id, etag, modified, change)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (tenant_id, source_id, url) DO UPDATE SET run = excluded.run, depth = excluded.depth,
        state = excluded.state, why = excluded.why, change = excluded.change,
        etag = CASE WHEN excluded.state IN ('gone', 'elsewhere') THEN NULL
            ELSE coalesce(excluded.etag, web_pages.etag) END,
        modified = CASE WHEN excluded.state IN ('gone', 'elsewhere') THEN NULL
            ELSE coalesce(excluded.modified, web_pages.modified) END,
        document_id = CASE WHEN excluded.state IN ('gone', 'elsewhere') THEN NULL
            ELSE coalesce(excluded.document_id, web_pages.document_id) END"""

_AGAIN = """UPDATE websites SET state = 'waiting', leased_until = NULL, url = $3, most_pages = $4, most_depth = $5
    WHERE tenant_id = $1 AND source_id = $2 AND state IN ('done', 'failed', 'stopped')"""

_SCHEDULE = "UPDATE websites SET schedule = $3, next_at = $4 WHERE tenant_id = $1 AND source_id = $2"

_STOP = """UPDATE websites SET state = 'stopped', finished_at = $3, next_at = $4, lease = NULL, leased_until = NULL
    WHERE tenant_id = $1 AND source_id = $2 AND state IN ('waiting', 'reading')"""

# A schedule that was changed during the reading has said already when the next one is.
_FINISH = """UPDATE websites SET state = $4, note = $5, finished_at = $6, reader = $7, read_at = $8, failures = $9,
        next_at = CASE WHEN schedule = $10 THEN $11 ELSE next_at END, lease = NULL, leased_until = NULL
    WHERE tenant_id = $1 AND source_id = $2 AND lease = $3 AND state = 'reading'"""


class Websites:
    """The websites of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, tenant_id: TenantId, source: Source, plan: Plan, schedule: Schedule) -> None:
        """Keep a new website, waiting to be read."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                _ADD, tenant_id, source.id, source.name, source.added_by, source.created_at, plan.url,
                plan.most_pages, plan.most_depth, schedule.value,
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
                "SELECT url, run, depth, state, why, document_id, etag, modified, change FROM web_pages "
                "WHERE tenant_id = $1 AND source_id = $2 ORDER BY depth, url",
                tenant_id,
                id,
            )
        return tuple(_to_page(row) for row in rows)

    async def ask_again(self, tenant_id: TenantId, id: SourceId, plan: Plan) -> bool:
        """Have a website read again, by this plan. False where it is being read, or there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(_AGAIN, tenant_id, id, plan.url, plan.most_pages, plan.most_depth)
        return done == "UPDATE 1"

    async def schedule(self, tenant_id: TenantId, id: SourceId, schedule: Schedule, next_at: datetime | None) -> bool:
        """Have a website read by this schedule, the next time from `next_at` on. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.execute(_SCHEDULE, tenant_id, id, schedule.value, next_at) == "UPDATE 1"

    async def stop(self, tenant_id: TenantId, id: SourceId, at: datetime, next_at: datetime | None) -> bool:
        """Stop a reading. Who reads learns of it at the next report. False where nobody does."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.execute(_STOP, tenant_id, id, at, next_at) == "UPDATE 1"

    async def due(self, at: datetime, limit: int) -> Sequence[Due]:
        """Websites of every tenant that wait to be read, whose reader has fallen, or whose time has come."""
        async with self._database.install() as connection:
            rows = await connection.fetch(_DUE, at, limit)
        return [Due(**row) for row in rows]

    async def failing(self) -> int:
        """How many websites of the whole install could not be read at the last attempt."""
        async with self._database.install() as connection:
            return await connection.fetchval("SELECT count(*) FROM websites WHERE failures > 0")

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

    async def finish(self, tenant_id: TenantId, ended: Website) -> None:
        """Keep how a reading ended, unless it was stopped or taken over."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                _FINISH, tenant_id, ended.source_id, ended.lease, ended.state.value, ended.note, ended.finished_at,
                ended.reader, ended.read_at, ended.failures, ended.schedule.value, ended.next_at,
            )  # fmt: skip

    async def give_back(self, tenant_id: TenantId, website: Website, at: datetime) -> None:
        """Leave a reading for whoever looks next: this process ends."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(_RENEW, tenant_id, website.source_id, website.lease, at)


def _page_row(page: WebPage) -> tuple[object, ...]:
    return (
        page.url, page.run, page.depth, page.state.value, page.why, page.document_id, page.etag, page.modified,
        page.change and page.change.value,
    )  # fmt: skip


def _to_page(row: asyncpg.Record) -> WebPage:
    change = row["change"]
    return WebPage(**{**row, "state": PageState(row["state"]), "change": PageChange(change) if change else None})


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
        changes={PageChange(change): count for change, count in (row["changes"] or {}).items()},
        schedule=Schedule(row["schedule"]),
        next_at=row["next_at"],
        read_at=row["read_at"],
        failures=row["failures"],
        by_itself=row["by_itself"],
    )
