"""Mail: which conversations are followed by it, what came in, and how far each mailbox has been read."""

from collections.abc import Sequence
from datetime import datetime

from baton.core.ids import ConversationId, TenantId
from baton.core.mail.deliveries import Delivery
from baton.core.mail.mail import Arrival, Mail
from baton.db.connection import Database
from baton.db.letters import MAIL_ON
from baton.db.writes import letter_record
from baton.services.ports.mail import KeptMail, Mailbox, MailThread

HEARD = 20
"""Message-IDs of a customer's mails that a thread keeps; `References` needs the last ones."""

_HEARD = f"""INSERT INTO mail_threads AS t (tenant_id, conversation_id, address, name, subject, mailed_seq, heard_ids,
        created_at)
    VALUES ($1, $2, $3, $4, $5, $6, ARRAY[$7::text], $8)
    ON CONFLICT (tenant_id, conversation_id) DO UPDATE SET
        heard_ids = CASE WHEN $7 = ANY(t.heard_ids) THEN t.heard_ids
            ELSE (t.heard_ids || $7::text)[greatest(1, cardinality(t.heard_ids) - {HEARD - 2}):] END,
        subject = CASE WHEN t.subject = '' THEN excluded.subject ELSE t.subject END,
        name = coalesce(t.name, excluded.name),
        is_stopped = t.is_stopped AND lower(t.address) <> lower(excluded.address)"""  # noqa: S608

_BEHIND = """SELECT t.tenant_id, t.conversation_id FROM mail_threads t
    JOIN conversations c ON c.tenant_id = t.tenant_id AND c.id = t.conversation_id
    WHERE t.tenant_id = ANY($3) AND c.seq > t.mailed_seq AND NOT t.is_stopped
        AND ($1::timestamptz IS NULL OR c.updated_in >= $1)
    ORDER BY c.updated_in LIMIT $2"""

_KEEP = """WITH kept AS (
        INSERT INTO mails (tenant_id, id, message_id, sender, subject, outcome, conversation_id, raw, received_at)
        VALUES ($1, $2, $3, $4, $5, 'taking', $6, $7, $8) ON CONFLICT (tenant_id, id) DO NOTHING
        RETURNING outcome, conversation_id)
    SELECT outcome, conversation_id FROM kept
    UNION ALL SELECT outcome, conversation_id FROM mails WHERE tenant_id = $1 AND id = $2
        AND NOT EXISTS (SELECT FROM kept)"""

_READ_MAILBOX = """INSERT INTO mailboxes AS m (tenant_id, address, lease, leased_until) VALUES ($1, $2, $3, $5)
    ON CONFLICT (tenant_id, address) DO UPDATE SET lease = excluded.lease, leased_until = excluded.leased_until
        WHERE m.leased_until IS NULL OR m.leased_until <= $4
    RETURNING *"""


class MailThreads:
    """The conversations that are followed by mail."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, tenant_id: TenantId, id: ConversationId) -> MailThread | None:
        """A conversation's thread, or None where it has none."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                "SELECT * FROM mail_threads WHERE tenant_id = $1 AND conversation_id = $2", tenant_id, id
            )
        return (
            MailThread(
                conversation_id=row["conversation_id"],
                address=row["address"],
                name=row["name"],
                subject=row["subject"],
                mailed_seq=row["mailed_seq"],
                heard_ids=tuple(row["heard_ids"]),
                is_stopped=row["is_stopped"],
            )
            if row
            else None
        )

    async def heard(self, tenant_id: TenantId, thread: MailThread, message_id: str, at: datetime) -> None:
        """A mail came into a conversation: begin its thread, or add the mail to it. The address stays the first one."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                _HEARD, tenant_id, thread.conversation_id, thread.address, thread.name, thread.subject,
                thread.mailed_seq, message_id, at,
            )  # fmt: skip

    async def behind(
        self, tenants: Sequence[TenantId], *, since: datetime | None, limit: int
    ) -> Sequence[tuple[TenantId, ConversationId]]:
        """Threads of these tenants in whose conversation something happened that no mail has told yet."""
        async with self._database.install() as connection:
            rows = await connection.fetch(_BEHIND, since, limit, list(tenants))
        return [(row["tenant_id"], row["conversation_id"]) for row in rows]

    async def mailed(self, tenant_id: TenantId, thread: MailThread, upto: int, delivery: Delivery | None) -> bool:
        """Keep the letter that tells of everything up to a seq. False, and nothing kept, where that was done."""
        letters = [letter_record(delivery, thread.conversation_id)] if delivery else []
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.fetchval(
                MAIL_ON, tenant_id, letters, thread.conversation_id, thread.mailed_seq, upto
            )
        return done == 1

    async def stop(self, tenant_id: TenantId, id: ConversationId, address: str) -> None:
        """Send no more to an address that refuses mail. One that was given meanwhile is not meant."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE mail_threads SET is_stopped = true "
                "WHERE tenant_id = $1 AND conversation_id = $2 AND lower(address) = lower($3)",
                tenant_id,
                id,
                address,
            )


class Mails:
    """What came in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(
        self, tenant_id: TenantId, id: str, mail: Mail, conversation_id: ConversationId | None, at: datetime
    ) -> KeptMail:
        """Keep a mail with the conversation that it is to come into; or what is known of it, where it came before."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                _KEEP, tenant_id, id, mail.message_id, mail.sender, mail.subject, conversation_id, mail.raw, at
            )
            if row is None:
                # Another node kept it between the two halves of the statement; by now it can be read.
                row = await connection.fetchrow(
                    "SELECT outcome, conversation_id FROM mails WHERE tenant_id = $1 AND id = $2", tenant_id, id
                )
        return KeptMail(Arrival(row["outcome"]), row["conversation_id"])

    async def end(self, tenant_id: TenantId, id: str, outcome: Arrival, conversation_id: ConversationId | None) -> None:
        """Write down what became of a mail."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE mails SET outcome = $3, conversation_id = $4 WHERE tenant_id = $1 AND id = $2",
                tenant_id,
                id,
                outcome.value,
                conversation_id,
            )

    async def conversation_of(self, tenant_id: TenantId, ids: Sequence[str], sender: str) -> ConversationId | None:
        """The conversation that the same sender's earlier mails, one of these, came into."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(
                "SELECT conversation_id FROM mails WHERE tenant_id = $1 AND id = ANY($2) AND lower(sender) = lower($3) "
                "AND outcome = 'taken' AND conversation_id IS NOT NULL ORDER BY received_at DESC LIMIT 1",
                tenant_id,
                list(ids),
                sender,
            )

    async def of_sender(self, tenant_id: TenantId, sender: str, since: datetime) -> int:
        """How many mails of a sender were taken since then."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(
                "SELECT count(*) FROM mails WHERE tenant_id = $1 AND lower(sender) = lower($2) AND received_at >= $3 "
                "AND outcome IN ('taken', 'automatic')",
                tenant_id,
                sender,
                since,
            )

    async def forget_before(self, at: datetime, limit: int) -> int:
        """Delete mails of any tenant that came before then, at most so many. Returns how many."""
        async with self._database.install() as connection:
            done = await connection.execute(
                "DELETE FROM mails WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM mails "
                "WHERE received_at < $1 ORDER BY received_at LIMIT $2)",
                at,
                limit,
            )
        return int(done.removeprefix("DELETE "))


class Mailboxes:
    """How far the mailboxes have been read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(
        self, tenant_id: TenantId, address: str, lease: str, *, at: datetime, until: datetime
    ) -> Mailbox | None:
        """Take a mailbox to read it. None where another node does."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_READ_MAILBOX, tenant_id, address, lease, at, until)
        if row is None:
            return None
        return Mailbox(address, row["uid_validity"], row["last_uid"], row["checked_at"], lease)

    async def read(self, tenant_id: TenantId, mailbox: Mailbox, *, uid_validity: int, last_uid: int) -> bool:
        """Write down how far it has been read. False where another node has taken it over."""
        async with self._database.tenant(tenant_id) as connection:
            done = await connection.execute(
                "UPDATE mailboxes SET uid_validity = $4, last_uid = $5 "
                "WHERE tenant_id = $1 AND address = $2 AND lease = $3",
                tenant_id,
                mailbox.address,
                mailbox.lease,
                uid_validity,
                last_uid,
            )
        return done == "UPDATE 1"

    async def rest(self, tenant_id: TenantId, mailbox: Mailbox, *, problem: str, at: datetime) -> None:
        """Give a mailbox back, with what was wrong ("" for nothing). It counts as checked where nothing was."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(
                "UPDATE mailboxes SET lease = NULL, leased_until = NULL, problem = $4, "
                "checked_at = CASE WHEN $4 = '' THEN $5 ELSE checked_at END "
                "WHERE tenant_id = $1 AND address = $2 AND lease = $3",
                tenant_id,
                mailbox.address,
                mailbox.lease,
                problem,
                at,
            )
