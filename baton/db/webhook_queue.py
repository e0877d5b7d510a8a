"""What webhooks are still to be told: taken from the log by its safe cursor, and told by one node at a time.

How far the log was looked through moves in the statement that keeps what was found, and only from where it stood, so
that of two nodes one finds it. A row names an event and holds none of it: what is erased is told to nobody any more.
"""

from collections.abc import Sequence
from datetime import datetime

from baton.core.ids import TenantId
from baton.core.webhooks import Attempt, Outcome, Pending, Webhook
from baton.db.connection import Database, Handle
from baton.db.events import SETTLED, cursor_of, parse_cursor
from baton.db.webhooks import ATTEMPTED, ENDED, attempt_row, to_webhook

MOST_PENDING = 1_000
"""Events that wait for one webhook at a time. The log is read on when there is room: it is the queue behind them."""

PORTION = 200
"""Events of the log that are looked at in one statement."""

_ROOM = f"""(SELECT count(*) FROM (SELECT 1 FROM webhook_pending p WHERE p.tenant_id = w.tenant_id
    AND p.webhook_id = w.id LIMIT {MOST_PENDING}) full_at) < {MOST_PENDING}"""  # noqa: S608 - a number

_FREE = "(w.leased_until IS NULL OR w.leased_until <= {0}) AND (w.rests_until IS NULL OR w.rests_until <= {0})"

# The first event after the cursor in the order of the log: of one that is far behind no more is read than this.
_DUE = f"""SELECT w.tenant_id, w.id FROM webhooks w
    WHERE w.is_on AND ($4::text[] IS NULL OR w.tenant_id = ANY($4)) AND {_FREE.format("$1")} AND (w.next_at <= $1
        OR (SELECT true FROM events e WHERE e.tenant_id = w.tenant_id
            AND (e.epoch, e.tx, e.id) > (w.epoch, w.tx, w.event_id) AND (e.epoch < $2 OR {SETTLED})
            ORDER BY e.epoch, e.tx, e.id LIMIT 1) AND {_ROOM})
    ORDER BY w.served_at NULLS FIRST, w.id LIMIT $3"""  # noqa: S608 - constants

# Who falls while telling has said when to look again: when the lease is over.
_BEGIN = f"""UPDATE webhooks w SET lease = $3, leased_until = $5, served_at = $4, next_at = $5
    WHERE w.tenant_id = $1 AND w.id = $2 AND w.is_on AND {_FREE.format("$4")} RETURNING w.*, 0 AS waiting"""  # noqa: S608

_SPREAD = f"""WITH at AS (
        SELECT w.* FROM webhooks w WHERE w.tenant_id = $1 AND w.id = $2 AND w.is_on AND {_ROOM}
    ), page AS (
        SELECT e.epoch, e.tx, e.id, e.conversation_id, e.seq, e.kind, e.audience FROM events e, at
        WHERE e.tenant_id = $1 AND (e.epoch, e.tx, e.id) > (at.epoch, at.tx, at.event_id)
            AND (e.epoch < $3 OR {SETTLED}) ORDER BY e.epoch, e.tx, e.id LIMIT {PORTION}
    ), moved AS (
        UPDATE webhooks w SET (epoch, tx, event_id) =
            (SELECT epoch, tx, id FROM page ORDER BY epoch DESC, tx DESC, id DESC LIMIT 1)
        FROM at WHERE w.tenant_id = $1 AND w.id = $2 AND EXISTS (SELECT FROM page)
            AND (w.epoch, w.tx, w.event_id) = (at.epoch, at.tx, at.event_id)
        RETURNING w.kinds, w.audience
    ), kept AS (
        INSERT INTO webhook_pending (tenant_id, webhook_id, epoch, tx, event_id, conversation_id, seq, due_at)
        SELECT $1, $2, page.epoch, page.tx, page.id, page.conversation_id, page.seq, $4 FROM page, moved
        WHERE (moved.kinds IS NULL OR page.kind = ANY(moved.kinds))
            AND (moved.audience = 'team' OR page.audience = 'everyone'))
    SELECT count(*) = {PORTION} FROM page WHERE EXISTS (SELECT FROM moved)"""  # noqa: S608 - constants

# The events of a conversation go one after the other, and so do those of the tenant itself.
_HEADS = """SELECT DISTINCT ON (coalesce(conversation_id, '')) epoch, tx, event_id, conversation_id, tries, due_at
    FROM webhook_pending WHERE tenant_id = $1 AND webhook_id = $2
    ORDER BY coalesce(conversation_id, ''), seq, epoch, tx, event_id"""

_TAKEN = f"SELECT * FROM ({_HEADS}) heads WHERE due_at <= $3 ORDER BY due_at, epoch, tx, event_id LIMIT $4"  # noqa: S608

_AGAIN = """UPDATE webhook_pending SET tries = $6, due_at = $7
    WHERE tenant_id = $1 AND webhook_id = $2 AND epoch = $3 AND tx = $4 AND event_id = $5"""

_ALL_DUE = "UPDATE webhook_pending SET due_at = $3 WHERE tenant_id = $1 AND webhook_id = $2 AND due_at > $3"

_STANDS = """UPDATE webhooks SET failures = $4, failing_since = $5, rests_until = $6, delivered_at = $7,
        is_on = is_on AND $8, why_off = CASE WHEN is_on AND NOT $8 THEN $9 ELSE why_off END, leased_until = $10
    WHERE tenant_id = $1 AND id = $2 AND lease = $3 RETURNING *, 0 AS waiting"""

_GIVE_BACK = f"""UPDATE webhooks SET lease = NULL, leased_until = NULL,
        next_at = (SELECT min(due_at) FROM ({_HEADS}) heads)
    WHERE tenant_id = $1 AND id = $2 AND lease = $3"""  # noqa: S608 - a constant


class WebhookQueue:
    """What the webhooks of every tenant are still to be told."""

    def __init__(self, database: Database, *, epoch: int) -> None:
        self._database = database
        self._epoch = epoch

    async def tenants(self) -> frozenset[TenantId]:
        """The tenants that have a webhook which is on."""
        async with self._database.install() as connection:
            rows = await connection.fetch("SELECT DISTINCT tenant_id FROM webhooks WHERE is_on")
        return frozenset(TenantId(row["tenant_id"]) for row in rows)

    async def due(
        self, at: datetime, limit: int, *, of: Sequence[TenantId] | None = None
    ) -> Sequence[tuple[TenantId, str]]:
        """Webhooks `of` these tenants or of all that there is something to tell, those told longest ago first."""
        async with self._database.install() as connection:
            rows = await connection.fetch(_DUE, at, self._epoch, limit, None if of is None else list(of))
        return [(row["tenant_id"], row["id"]) for row in rows]

    async def begin(self, tenant_id: TenantId, id: str, lease: str, *, at: datetime, until: datetime) -> Webhook | None:
        """Take a webhook to tell it. None where another node has it, it rests, or it is off."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_BEGIN, tenant_id, id, lease, at, until)
        return to_webhook(row) if row else None

    async def spread(self, tenant_id: TenantId, id: str, *, at: datetime) -> bool:
        """Look on in the log and keep what it is to be told, as far as there is room. True where there may be more."""
        async with self._database.tenant(tenant_id) as connection:
            return await connection.fetchval(_SPREAD, tenant_id, id, self._epoch, at)

    async def heads(self, tenant_id: TenantId, id: str, at: datetime, limit: int) -> tuple[Pending, ...]:
        """What is to be told now: of each conversation the first event that waits, where that is due."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(_TAKEN, tenant_id, id, at, limit)
        return tuple(Pending(cursor_of(row), row["conversation_id"], row["tries"]) for row in rows)

    async def settle(
        self,
        tenant_id: TenantId,
        webhook: Webhook,
        attempts: Sequence[Attempt],
        gone: Sequence[str],
        *,
        at: datetime,
        until: datetime,
        is_back: bool,
    ) -> Webhook | None:
        """Keep what a portion of tries came to, and go on under the lease. None where that was lost meanwhile.

        `gone` are cursors of events that are no more; `is_back` makes all that waits due at once.
        """
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            for cursor in gone:
                await connection.execute(ENDED, tenant_id, webhook.id, *parse_cursor(cursor))
            for one in attempts:
                await _keep(connection, tenant_id, webhook.id, one)
            if is_back:
                await connection.execute(_ALL_DUE, tenant_id, webhook.id, at)
            row = await connection.fetchrow(
                _STANDS, tenant_id, webhook.id, webhook.lease, webhook.failures, webhook.failing_since,
                webhook.rests_until, webhook.delivered_at, webhook.is_on, webhook.why_off, until,
            )  # fmt: skip
        return to_webhook(row) if row else None

    async def give_back(self, tenant_id: TenantId, webhook: Webhook) -> None:
        """Leave it to whoever looks next, when the first of what waits falls due."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(_GIVE_BACK, tenant_id, webhook.id, webhook.lease)


async def _keep(connection: Handle, tenant_id: TenantId, id: str, one: Attempt) -> None:
    place = parse_cursor(one.cursor)
    if one.outcome is Outcome.FAILED:
        await connection.execute(_AGAIN, tenant_id, id, *place, one.tries, one.due_at)
    else:
        await connection.execute(ENDED, tenant_id, id, *place)
    await connection.fetchval(ATTEMPTED, *attempt_row(tenant_id, id, one))
