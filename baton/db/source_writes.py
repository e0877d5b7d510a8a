"""What an ingest writes, inside the transaction of whoever calls."""

from collections.abc import Sequence

from baton.core.answers.grounding import Passage
from baton.core.ids import DocumentId, SourceId, TenantId
from baton.db import source_sql as sql
from baton.db.connection import Handle
from baton.db.source_rows import rules_of
from baton.services.ports.sources import NewDocument, Source


async def keep_source(connection: Handle, tenant_id: TenantId, source: Source) -> int | None:
    """The knowledge version where a new audience has raised it: that of every document that has none of its own."""
    had = await connection.fetchval(
        "SELECT audience FROM sources WHERE tenant_id = $1 AND id = $2", tenant_id, source.id
    )
    await connection.execute(
        sql.KEEP_SOURCE,
        tenant_id,
        source.id,
        source.name,
        source.kind,
        source.added_by,
        source.created_at,
        source.updated_at,
        source.audience.value,
        rules_of(source),
        source.owner,
        source.review_on,
        source.checked_at or source.updated_at,
    )
    if had in (None, source.audience.value):
        return None
    version = await connection.fetchval(sql.RAISE_VERSION, tenant_id)
    await connection.execute(
        "UPDATE documents SET changed = $3 WHERE tenant_id = $1 AND source_id = $2 AND audience IS NULL",
        tenant_id,
        source.id,
        version,
    )
    return version


async def versions_of(
    connection: Handle, tenant_id: TenantId, ids: list[DocumentId]
) -> dict[DocumentId, tuple[int, bytes]]:
    """The version and digest of each document that is there already."""
    rows = await connection.fetch(
        "SELECT id, version, digest FROM documents WHERE tenant_id = $1 AND id = ANY($2)", tenant_id, ids
    )
    return {row["id"]: (row["version"], bytes(row["digest"])) for row in rows}


async def write_documents(
    connection: Handle,
    tenant_id: TenantId,
    source_id: SourceId,
    fresh: Sequence[NewDocument],
    had: dict[DocumentId, tuple[int, bytes]],
    version: int,
) -> None:
    """Write new documents and changed ones with their passages, in the place of what they had."""
    ids = [new.id for new in fresh]
    await connection.execute(sql.CLEAR_PASSAGES, tenant_id, ids)
    await connection.execute(sql.CALL_BACK, tenant_id, ids)
    await connection.executemany(
        sql.KEEP_DOCUMENT, [_document_row(tenant_id, source_id, new, version) for new in fresh]
    )
    await connection.executemany(
        sql.KEEP_PASSAGE,
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
        new.mark and new.mark.audience.value, new.mark and new.mark.by.value, new.mark.why if new.mark else "",
    )  # fmt: skip


def _passage_row(tenant_id: TenantId, passage: Passage, position: int, version: int) -> tuple[object, ...]:
    return (
        tenant_id, passage.id, passage.document_id, passage.source_id, position, passage.title, passage.heading,
        passage.anchor, passage.question, passage.text, passage.start, passage.end, passage.language, passage.url,
        version, passage.about,
    )  # fmt: skip
