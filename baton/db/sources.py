"""Sources, documents and passages: written by an ingest in one transaction, read by the indexes and the console."""

from collections.abc import Mapping, Sequence

from baton.core.answers.grounding import Passage
from baton.core.audience import Mark
from baton.core.ids import DocumentId, PassageId, SourceId, TenantId
from baton.core.sources.freshness import Dates
from baton.db import source_sql as sql
from baton.db.connection import Database, Handle
from baton.db.source_rows import to_entry, to_passage, to_source
from baton.db.source_writes import keep_source, versions_of, write_documents
from baton.services.ports.sources import DocumentEntry, Kept, NewDocument, PassageInPlace, Sketched, Source


class Sources:
    """The sources of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, tenant_id: TenantId, source: Source, documents: Sequence[NewDocument]) -> Kept:
        """Keep a source and documents of it, all or none, raising the knowledge version once.

        A document with the digest that it had is left alone; a changed one gets the next version and its passages
        are replaced.
        """
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            version = int(await connection.fetchval(sql.LOCK_VERSION, tenant_id) or 0)
            had = await versions_of(connection, tenant_id, [document.id for document in documents])
            fresh = [new for new in documents if had.get(new.id, (0, b""))[1] != new.digest]
            # Before the source is changed: what it said until now was for those who could read it until now.
            await connection.execute(sql.KEEP_PAST, tenant_id, [new.id for new in fresh if new.id in had])
            version = await keep_source(connection, tenant_id, source) or version
            if fresh:
                version = int(await connection.fetchval(sql.RAISE_VERSION, tenant_id) or 0)
                await write_documents(connection, tenant_id, source.id, fresh, had, version)
            row = await connection.fetchrow(
                f"{sql.SOURCE} AND s.id = $2 GROUP BY s.tenant_id, s.id", tenant_id, source.id
            )
        changed = sum(new.id in had for new in fresh)
        return Kept(to_source(row), len(fresh) - changed, changed, len(documents) - len(fresh), version)

    async def by_name(self, tenant_id: TenantId, name: str) -> Source | None:
        """The source of that name, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(f"{sql.SOURCE} AND s.name = $2 GROUP BY s.tenant_id, s.id", tenant_id, name)
        return to_source(row) if row else None

    async def all(self, tenant_id: TenantId) -> tuple[Source, ...]:
        """The tenant's sources by name."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(f"{sql.SOURCE} GROUP BY s.tenant_id, s.id ORDER BY s.name", tenant_id)
        return tuple(to_source(row) for row in rows)

    async def find(self, tenant_id: TenantId, id: SourceId) -> tuple[Source, tuple[DocumentEntry, ...]] | None:
        """A source with its documents by name, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(f"{sql.SOURCE} AND s.id = $2 GROUP BY s.tenant_id, s.id", tenant_id, id)
            rows = await connection.fetch(
                "SELECT id, name, title, url, passages, bytes AS size, version, audience, audience_by, audience_why "
                "FROM documents WHERE tenant_id = $1 AND source_id = $2 ORDER BY name",
                tenant_id,
                id,
            )
        return (to_source(row), tuple(to_entry(found) for found in rows)) if row else None

    async def digests(self, tenant_id: TenantId, id: SourceId) -> dict[DocumentId, bytes]:
        """The digests of a source's documents, so that unchanged ones need not be read again."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT id, digest FROM documents WHERE tenant_id = $1 AND source_id = $2", tenant_id, id
            )
        return {row["id"]: bytes(row["digest"]) for row in rows}

    async def sketches(self, tenant_id: TenantId) -> tuple[Sketched, ...]:
        """What every document of the tenant is compared by; those too short to be compared are left out."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT id, name, sketch FROM documents WHERE tenant_id = $1 AND sketch <> ''", tenant_id
            )
        return tuple(Sketched(row["id"], row["name"], bytes(row["sketch"])) for row in rows)

    async def from_origin(self, tenant_id: TenantId, id: SourceId, origin: str) -> tuple[DocumentId, ...]:
        """A source's documents that came out of one folder or archive."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT id FROM documents WHERE tenant_id = $1 AND source_id = $2 AND origin = $3",
                tenant_id,
                id,
                origin,
            )
        return tuple(row["id"] for row in rows)

    async def retire(self, tenant_id: TenantId, id: SourceId, documents: Sequence[DocumentId]) -> int:
        """Take documents out of a source; nothing is quoted from them any more. Returns how many were there."""
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            version = await connection.fetchval(sql.RAISE_VERSION, tenant_id)
            await connection.execute(sql.KEEP_PAST, tenant_id, list(documents))
            gone = await connection.fetch(sql.RETIRE, tenant_id, id, list(documents), version)
        return len(gone)

    async def remove(self, tenant_id: TenantId, id: SourceId) -> Source | None:
        """Remove a source with all that came of it. None where there is none such."""
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            row = await connection.fetchrow(f"{sql.SOURCE} AND s.id = $2 GROUP BY s.tenant_id, s.id", tenant_id, id)
            if row is None:
                return None
            version = await connection.fetchval(sql.RAISE_VERSION, tenant_id)
            await connection.execute(
                "INSERT INTO gone_documents (tenant_id, id, changed) "
                "SELECT tenant_id, id, $3 FROM documents WHERE tenant_id = $1 AND source_id = $2 "
                "ON CONFLICT (tenant_id, id) DO UPDATE SET changed = excluded.changed",
                tenant_id,
                id,
                version,
            )
            await connection.execute("DELETE FROM sources WHERE tenant_id = $1 AND id = $2", tenant_id, id)
        return to_source(row)

    async def change(self, tenant_id: TenantId, source: Source) -> None:
        """Keep what a person may change of a source. A new audience reaches the indexes at once."""
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            await connection.fetchval(sql.LOCK_VERSION, tenant_id)
            await keep_source(connection, tenant_id, source)

    async def mark(self, tenant_id: TenantId, id: SourceId, marks: Mapping[DocumentId, Mark | None]) -> int:
        """Give documents of a source an audience of their own, or (None) their source's again; how many were found."""
        if not marks:
            return 0
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            version = await connection.fetchval(sql.RAISE_VERSION, tenant_id)
            found = await connection.fetch(
                "UPDATE documents d SET audience = m.audience, audience_by = m.by, audience_why = coalesce(m.why, ''), "
                "changed = $4 FROM unnest($3::text[], $5::text[], $6::text[], $7::text[]) AS m(id, audience, by, why) "
                "WHERE d.tenant_id = $1 AND d.source_id = $2 AND d.id = m.id RETURNING d.id",
                tenant_id,
                id,
                list(marks),
                version,
                [mark and mark.audience.value for mark in marks.values()],
                [mark and mark.by.value for mark in marks.values()],
                [mark and mark.why for mark in marks.values()],
            )
        return len(found)

    async def passage(self, tenant_id: TenantId, id: PassageId, *, version: int | None = None) -> PassageInPlace | None:
        """A passage with what stands before and after it, or None. `version` is the document's that was cited."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(sql.IN_PLACE, tenant_id, id)
            there = next((row["version"] for row in rows if row["place"] == 0), None)
            if version is not None and version != there:
                rows = await connection.fetch(sql.IN_THE_PAST, tenant_id, id, version)
                there = next((row["current_version"] for row in rows), None)
        by_place = {row["place"]: row for row in rows}
        if 0 not in by_place:
            return None
        before, after = (by_place[place]["text"] if place in by_place else "" for place in (-1, 1))
        return PassageInPlace(to_passage(by_place[0]), before, after, there)

    async def dates(self, tenant_id: TenantId) -> dict[SourceId, Dates]:
        """When each source was last looked at, and is to be."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT id, name, checked_at, review_on FROM sources WHERE tenant_id = $1", tenant_id
            )
        return {SourceId(row["id"]): Dates(row["name"], row["checked_at"], row["review_on"]) for row in rows}

    async def knowledge_version(self, tenant_id: TenantId) -> int:
        """The number that grows with every change of the tenant's sources, 0 before the first."""
        async with self._database.tenant(tenant_id) as connection:
            return await _version(connection, tenant_id)

    async def changes(self, tenant_id: TenantId, since_version: int) -> tuple[int, dict[DocumentId, list[Passage]]]:
        """(version now, document -> its passages) of what changed after a version; a gone document has none."""
        async with (
            self._database.tenant(tenant_id) as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            version = await _version(connection, tenant_id)
            gone = await connection.fetch(
                "SELECT id FROM gone_documents WHERE tenant_id = $1 AND changed > $2",
                tenant_id,
                since_version,
            )
            rows = await connection.fetch(sql.CHANGED, tenant_id, since_version)
        documents: dict[DocumentId, list[Passage]] = {DocumentId(row["id"]): [] for row in gone}
        for row in rows:
            documents.setdefault(DocumentId(row["document_id"]), []).append(to_passage(row))
        return version, documents


async def _version(connection: Handle, tenant_id: TenantId) -> int:
    return await connection.fetchval("SELECT version FROM knowledge WHERE tenant_id = $1", tenant_id) or 0
