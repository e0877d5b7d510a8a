"""Files that are sent with messages, and their bytes in portions."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any

from baton.core.attachments import Attachment, FileState
from baton.core.ids import AttachmentId, ConversationId, MessageId, TenantId
from baton.db.connection import Database
from baton.services.ports.attachments import KeptFile, Taken

_FILE = "id, uploader, conversation_id, message_id, for_team, name, media_type, bytes, width, height, state, created_at"

_UNSENT = """(NOT EXISTS (SELECT FROM messages m WHERE m.tenant_id = a.tenant_id AND m.id = a.message_id)
    AND NOT EXISTS (SELECT FROM scheduled_replies s WHERE s.tenant_id = a.tenant_id AND s.id = a.message_id))"""
"""That its message was never stored: whoever meant to send it, now or later, failed in between."""

_SEND = f"""
WITH wanted AS (
    SELECT a.id FROM attachments a
    WHERE a.tenant_id = $1 AND a.id = ANY($2) AND a.uploader = $3 AND a.state IN ('ready', 'held')
      AND (a.message_id IS NULL OR (a.sent_at < $7::timestamptz - interval '1 minute' AND {_UNSENT}))
    ORDER BY a.id FOR UPDATE
)
UPDATE attachments a SET message_id = $4, conversation_id = $5, for_team = $6, sent_at = $7
FROM wanted WHERE a.tenant_id = $1 AND a.id = wanted.id
RETURNING a.id, a.name, a.media_type, a.bytes, a.width, a.height"""  # noqa: S608


class Attachments:
    """The files of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def taken(self, tenant_id: TenantId, uploader: str) -> Taken:
        """What the tenant's files take in all, and how many of an uploader wait to be sent."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                "SELECT coalesce(sum(bytes), 0) AS bytes, "
                "count(*) FILTER (WHERE message_id IS NULL AND uploader = $2) AS waiting "
                "FROM attachments WHERE tenant_id = $1",
                tenant_id,
                uploader,
            )
        return Taken(int(row["bytes"]), row["waiting"])

    async def begin(self, tenant_id: TenantId, file: KeptFile) -> None:
        """Write a file whose bytes are about to come."""
        one = file.attachment
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "INSERT INTO attachments (tenant_id, id, uploader, conversation_id, name, media_type, width, height, "
                "state, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                tenant_id,
                one.id,
                file.uploader,
                file.conversation_id,
                one.name,
                one.media_type,
                one.width,
                one.height,
                file.state.value,
                file.created_at,
            )

    async def put(self, tenant_id: TenantId, id: AttachmentId, n: int, portion: bytes) -> None:
        """Keep the portion `n` of a file's bytes, counted from 0."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "INSERT INTO attachment_portions (tenant_id, attachment_id, n, body) VALUES ($1, $2, $3, $4)",
                tenant_id,
                id,
                n,
                portion,
            )

    async def finish(self, tenant_id: TenantId, id: AttachmentId, size: int, state: FileState) -> None:
        """All bytes have come, or a scanner has looked at them."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE attachments SET bytes = $3, state = $4 WHERE tenant_id = $1 AND id = $2",
                tenant_id,
                id,
                size,
                state.value,
            )

    async def find(self, tenant_id: TenantId, id: AttachmentId) -> KeptFile | None:
        """A file, without its bytes."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                f"SELECT {_FILE} FROM attachments WHERE tenant_id = $1 AND id = $2",  # noqa: S608
                tenant_id,
                id,
            )
        return _to_file(row) if row else None

    async def portions(self, tenant_id: TenantId, id: AttachmentId) -> AsyncIterator[bytes]:
        """A file's bytes, portion by portion; no connection is held between two of them."""
        n = 0
        while True:
            async with self._database.tenant(tenant_id) as connection:
                body = await connection.fetchval(
                    "SELECT body FROM attachment_portions WHERE tenant_id = $1 AND attachment_id = $2 AND n = $3",
                    tenant_id,
                    id,
                    n,
                )
            if body is None:
                return
            yield body
            n += 1

    async def send(
        self,
        tenant_id: TenantId,
        ids: Sequence[str],
        *,
        uploader: str,
        message_id: MessageId,
        conversation_id: ConversationId,
        for_team: bool,
        at: datetime,
    ) -> tuple[Attachment, ...]:
        """Give files to a message that is about to be stored: those of `ids` that are the uploader's and not sent."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                _SEND, tenant_id, list(ids), uploader, message_id, conversation_id, for_team, at
            )
        return tuple(_to_attachment(row) for row in rows)

    async def unsend(self, tenant_id: TenantId, message_id: MessageId, *, at: datetime) -> None:
        """Take files back from a message that was not stored. Where it was, nothing happens.

        The day in which they can be sent again begins at `at`: with a reply for later they may have waited for weeks.
        """
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE attachments a SET message_id = NULL, sent_at = NULL, for_team = false, "  # noqa: S608
                f"created_at = GREATEST(a.created_at, $3) WHERE a.tenant_id = $1 AND a.message_id = $2 AND {_UNSENT}",
                tenant_id,
                message_id,
                at,
            )

    async def go_on(self, tenant_id: TenantId, message_id: MessageId, into: ConversationId) -> None:
        """The files of a message belong to the conversation in which the one that it was written in goes on."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE attachments SET conversation_id = $3 WHERE tenant_id = $1 AND message_id = $2",
                tenant_id,
                message_id,
                into,
            )

    async def drop(self, tenant_id: TenantId, id: AttachmentId, uploader: str) -> bool:
        """Delete a file that its uploader has not sent. False where there is none such."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "DELETE FROM attachments WHERE tenant_id = $1 AND id = $2 AND uploader = $3 AND message_id IS NULL",
                tenant_id,
                id,
                uploader,
            )
        return done == "DELETE 1"

    async def refuse(self, tenant_id: TenantId, id: AttachmentId) -> None:
        """A scanner found something: the bytes go, and what is left says so."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "WITH gone AS (DELETE FROM attachment_portions WHERE tenant_id = $1 AND attachment_id = $2) "
                "UPDATE attachments SET state = 'refused', bytes = 0 WHERE tenant_id = $1 AND id = $2",
                tenant_id,
                id,
            )

    async def held(self, limit: int) -> Sequence[tuple[TenantId, AttachmentId]]:
        """Files of any tenant that no scanner has looked at yet, the oldest first."""
        async with self._database.install() as connection:
            rows = await connection.fetch(
                "SELECT tenant_id, id FROM attachments WHERE state = 'held' ORDER BY created_at LIMIT $1", limit
            )
        return [(row["tenant_id"], row["id"]) for row in rows]

    async def forget_before(self, at: datetime, limit: int) -> int:
        """Delete files of any tenant that came before then and were never sent, at most so many. Returns how many."""
        async with self._database.install() as connection:
            done = await connection.execute(
                "DELETE FROM attachments WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM attachments "
                "WHERE message_id IS NULL AND created_at < $1 ORDER BY created_at LIMIT $2)",
                at,
                limit,
            )
        return int(done.removeprefix("DELETE "))


def _to_attachment(row: Any) -> Attachment:
    return Attachment(row["id"], row["name"], row["media_type"], row["bytes"], row["width"], row["height"])


def _to_file(row: Any) -> KeptFile:
    return KeptFile(
        attachment=_to_attachment(row),
        uploader=row["uploader"],
        state=FileState(row["state"]),
        created_at=row["created_at"],
        conversation_id=row["conversation_id"],
        message_id=row["message_id"],
        for_team=row["for_team"],
    )
