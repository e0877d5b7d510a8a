"""Sources, documents and passages: written by an ingest in one transaction, read by the indexes and the console."""

from collections.abc import Sequence

import asyncpg

from baton.core.grounding import Passage
from baton.core.ids import DocumentId, PassageId, SourceId, TenantId
from baton.db.connection import Database, Handle
from baton.services.source_ports import DocumentEntry, Kept, NewDocument, PassageInPlace, Sketched, Source

_SOURCE = """SELECT s.id, s.name, s.kind, s.added_by, s.created_at, s.updated_at,
        count(d.id)::int AS documents, coalesce(sum(d.passages), 0)::int AS passages
    FROM sources s LEFT JOIN documents d ON d.tenant_id = s.tenant_id AND d.source_id = s.id
    WHERE s.tenant_id = $1"""

_PASSAGE = """p.id, p.source_id, p.document_id, p.title, p.heading, p.anchor, p.question, p.text, p.start_at, p.end_at,
    p.language, p.url, p.version, p.position"""

_RAISE_VERSION = """INSERT INTO knowledge (tenant_id, version) VALUES ($1, 1)
    ON CONFLICT (tenant_id) DO UPDATE SET version = knowledge.version + 1 RETURNING version"""

# Ingests of one tenant take turns, so that what is new is judged by what is there.
_LOCK_VERSION = """INSERT INTO knowledge (tenant_id, version) VALUES ($1, 0)
    ON CONFLICT (tenant_id) DO UPDATE SET version = knowledge.version RETURNING version"""

_KEEP_DOCUMENT = """INSERT INTO documents
        (tenant_id, id, source_id, name, title, url, media_type, bytes, digest, text, passages, changed, origin, sketch)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    ON CONFLICT (tenant_id, id) DO UPDATE SET name = excluded.name, title = excluded.title, url = excluded.url,
        media_type = excluded.media_type, bytes = excluded.bytes, digest = excluded.digest, text = excluded.text,
        passages = excluded.passages, changed = excluded.changed, origin = excluded.origin, sketch = excluded.sketch,
        version = documents.version + 1"""

_KEEP_PASSAGE = """INSERT INTO passages (tenant_id, id, document_id, source_id, position, title, heading, anchor,
        question, text, start_at, end_at, language, url, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"""

_RETIRE = """WITH gone AS (
        DELETE FROM documents WHERE tenant_id = $1 AND source_id = $2 AND id = ANY($3) RETURNING tenant_id, id)
    INSERT INTO gone_documents (tenant_id, id, changed) SELECT tenant_id, id, $4 FROM gone
    ON CONFLICT (tenant_id, id) DO UPDATE SET changed = excluded.changed RETURNING id"""

_IN_PLACE = f"""SELECT {_PASSAGE}, p.position - found.position AS place FROM passages found
    JOIN passages p ON p.tenant_id = found.tenant_id AND p.document_id = found.document_id
        AND p.position BETWEEN found.position - 1 AND found.position + 1
    WHERE found.tenant_id = $1 AND found.id = $2"""  # noqa: S608 - constants

_CHANGED = f"""SELECT {_PASSAGE} FROM passages p
    JOIN documents d ON d.tenant_id = p.tenant_id AND d.id = p.document_id
    WHERE p.tenant_id = $1 AND d.changed > $2 ORDER BY p.document_id, p.position"""  # noqa: S608 - constants


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
            version = int(await connection.fetchval(_LOCK_VERSION, tenant_id) or 0)
            await _keep_source(connection, tenant_id, source)
            had = await _versions(connection, tenant_id, [document.id for document in documents])
            fresh = [new for new in documents if had.get(new.id, (0, b""))[1] != new.digest]
            if fresh:
                version = int(await connection.fetchval(_RAISE_VERSION, tenant_id) or 0)
                await _write(connection, tenant_id, source.id, fresh, had, version)
            row = await connection.fetchrow(f"{_SOURCE} AND s.id = $2 GROUP BY s.tenant_id, s.id", tenant_id, source.id)
        changed = sum(new.id in had for new in fresh)
        return Kept(_to_source(row), len(fresh) - changed, changed, len(documents) - len(fresh), version)

    async def by_name(self, tenant_id: TenantId, name: str) -> Source | None:
        """The source of that name, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(f"{_SOURCE} AND s.name = $2 GROUP BY s.tenant_id, s.id", tenant_id, name)
        return _to_source(row) if row else None

    async def all(self, tenant_id: TenantId) -> tuple[Source, ...]:
        """The tenant's sources by name."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(f"{_SOURCE} GROUP BY s.tenant_id, s.id ORDER BY s.name", tenant_id)
        return tuple(_to_source(row) for row in rows)

    async def find(self, tenant_id: TenantId, id: SourceId) -> tuple[Source, tuple[DocumentEntry, ...]] | None:
        """A source with its documents by name, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(f"{_SOURCE} AND s.id = $2 GROUP BY s.tenant_id, s.id", tenant_id, id)
            rows = await connection.fetch(
                "SELECT id, name, title, url, passages, bytes AS size, version FROM documents "
                "WHERE tenant_id = $1 AND source_id = $2 ORDER BY name",
                tenant_id,
                id,
            )
        return (_to_source(row), tuple(DocumentEntry(**found) for found in rows)) if row else None

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
            version = await connection.fetchval(_RAISE_VERSION, tenant_id)
            gone = await connection.fetch(_RETIRE, tenant_id, id, list(documents), version)
        return len(gone)

    async def remove(self, tenant_id: TenantId, id: SourceId) -> Source | None:
        """Remove a source with all that came of it. None where there is none such."""
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            row = await connection.fetchrow(f"{_SOURCE} AND s.id = $2 GROUP BY s.tenant_id, s.id", tenant_id, id)
            if row is None:
                return None
            version = await connection.fetchval(_RAISE_VERSION, tenant_id)
            await connection.execute(
                "INSERT INTO gone_documents (tenant_id, id, changed) "
                "SELECT tenant_id, id, $3 FROM documents WHERE tenant_id = $1 AND source_id = $2 "
                "ON CONFLICT (tenant_id, id) DO UPDATE SET changed = excluded.changed",
                tenant_id,
                id,
                version,
            )
            await connection.execute("DELETE FROM sources WHERE tenant_id = $1 AND id = $2", tenant_id, id)
        return _to_source(row)

    async def passage(self, tenant_id: TenantId, id: PassageId) -> PassageInPlace | None:
        """A passage with what stands before and after it, or None."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_IN_PLACE, tenant_id, id)
        by_place = {row["place"]: row for row in rows}
        if 0 not in by_place:
            return None
        before, after = (by_place[place]["text"] if place in by_place else "" for place in (-1, 1))
        return PassageInPlace(to_passage(by_place[0]), before, after)

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
            rows = await connection.fetch(_CHANGED, tenant_id, since_version)
        documents: dict[DocumentId, list[Passage]] = {DocumentId(row["id"]): [] for row in gone}
        for row in rows:
            documents.setdefault(DocumentId(row["document_id"]), []).append(to_passage(row))
        return version, documents


async def _keep_source(connection: Handle, tenant_id: TenantId, source: Source) -> None:
    await connection.execute(
        "INSERT INTO sources (tenant_id, id, name, kind, added_by, created_at, updated_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7) "
        "ON CONFLICT (tenant_id, id) DO UPDATE SET updated_at = excluded.updated_at, name = excluded.name",
        tenant_id,
        source.id,
        source.name,
        source.kind,
        source.added_by,
        source.created_at,
        source.updated_at,
    )


async def _version(connection: Handle, tenant_id: TenantId) -> int:
    return await connection.fetchval("SELECT version FROM knowledge WHERE tenant_id = $1", tenant_id) or 0


async def _versions(
    connection: Handle, tenant_id: TenantId, ids: list[DocumentId]
) -> dict[DocumentId, tuple[int, bytes]]:
    rows = await connection.fetch(
        "SELECT id, version, digest FROM documents WHERE tenant_id = $1 AND id = ANY($2)", tenant_id, ids
    )
    return {row["id"]: (row["version"], bytes(row["digest"])) for row in rows}


async def _write(
    connection: Handle,
    tenant_id: TenantId,
    source_id: SourceId,
    fresh: Sequence[NewDocument],
    had: dict[DocumentId, tuple[int, bytes]],
    version: int,
) -> None:
    ids = [new.id for new in fresh]
    await connection.execute("DELETE FROM passages WHERE tenant_id = $1 AND document_id = ANY($2)", tenant_id, ids)
    await connection.execute("DELETE FROM gone_documents WHERE tenant_id = $1 AND id = ANY($2)", tenant_id, ids)
    await connection.executemany(_KEEP_DOCUMENT, [_document_row(tenant_id, source_id, new, version) for new in fresh])
    await connection.executemany(
        _KEEP_PASSAGE,
        [
            _passage_row(tenant_id, passage, position, had.get(new.id, (0, b""))[0] + 1)
            for new in fresh
            for position, passage in enumerate(new.cut.passages)
        ],
    )


def _document_row(tenant_id: TenantId, source_id: SourceId, new: NewDocument, changed: int) -> tuple[object, ...]:
    return (
        tenant_id, new.id, source_id, new.name, new.title, new.url, new.media_type, new.size, new.digest,
        new.cut.text, len(new.cut.passages), changed, new.origin, new.sketch,
    )  # fmt: skip


def _passage_row(tenant_id: TenantId, passage: Passage, position: int, version: int) -> tuple[object, ...]:
    return (
        tenant_id, passage.id, passage.document_id, passage.source_id, position, passage.title, passage.heading,
        passage.anchor, passage.question, passage.text, passage.start, passage.end, passage.language, passage.url,
        version,
    )  # fmt: skip


def _to_source(row: asyncpg.Record | None) -> Source:
    return Source(**(row or {}))


def to_passage(row: asyncpg.Record) -> Passage:
    """A row of `_PASSAGE` columns as a passage."""
    return Passage(
        id=row["id"],
        source_id=row["source_id"],
        document_id=row["document_id"],
        title=row["title"],
        heading=row["heading"],
        text=row["text"],
        question=row["question"],
        url=row["url"],
        anchor=row["anchor"],
        start=row["start_at"],
        end=row["end_at"],
        version=row["version"],
        language=row["language"],
    )
