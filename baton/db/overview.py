"""The counts of the overview, made of the conversations as they stand."""

from datetime import datetime

from baton.core.ids import TenantId
from baton.core.journeys.overview import Overview, Share
from baton.core.verbs.resolutions import NO_REPLY
from baton.db.connection import Database
from baton.db.selection import UPDATED_IN

# What began since then was changed since then: that has an index.
_BEGUN = f"""WITH begun AS (
    SELECT c.id, c.state, c.disposition, (c.created_at AT TIME ZONE $3)::date AS day, h.reason, h.opened_at,
        (SELECT min(m.at) FROM messages m WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id
            AND m.author_kind = 'operator' AND m.kind = 'text') AS replied_at
    FROM conversations c LEFT JOIN LATERAL (
        SELECT h.reason, h.opened_at FROM handoffs h WHERE h.tenant_id = c.tenant_id AND h.conversation_id = c.id
        ORDER BY h.opened_at LIMIT 1) h ON true
    WHERE c.tenant_id = $1 AND c.created_at >= $2 AND c.updated_in >= {UPDATED_IN.format("$2::timestamptz")}
        AND c.asked_seq > 0 AND c.merged_into IS NULL)"""  # noqa: S608 - a constant

_SHARES = f"""{_BEGUN} SELECT day, reason, count(*) AS count,
    count(*) FILTER (WHERE state = 'resolved' AND reason IS NULL AND replied_at IS NULL) AS by_bot,
    count(*) FILTER (WHERE state = 'resolved' AND reason IS NULL AND replied_at IS NULL AND disposition = '{NO_REPLY}')
        AS left,
    count(*) FILTER (WHERE state = 'resolved' AND replied_at IS NOT NULL) AS by_person,
    count(*) FILTER (WHERE state = 'resolved' AND reason IS NOT NULL AND replied_at IS NULL) AS unanswered,
    count(*) FILTER (WHERE state <> 'resolved') AS open
    FROM begun GROUP BY day, reason"""  # noqa: S608 - constants

_REPLIES = f"""{_BEGUN} SELECT count(*) AS replies, percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP
    (ORDER BY extract(epoch FROM greatest(replied_at - opened_at, interval '0'))::float8) AS waits
    FROM begun WHERE replied_at >= opened_at AND $3 <> ''"""  # noqa: S608 - constants

_NOW = "SELECT state, count(*) AS n FROM conversations WHERE tenant_id = $1 AND state <> 'resolved' GROUP BY state"


class Overviews:
    """The overviews of every tenant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, tenant_id: TenantId, since: datetime, zone: str) -> Overview:
        """What began since then, by days of that zone. What nobody wrote in, or went on elsewhere, doesn't count."""
        async with self._database.tenant(tenant_id) as connection:
            shares = await connection.fetch(_SHARES, tenant_id, since, zone)
            replies = await connection.fetchrow(_REPLIES, tenant_id, since, zone)
            now = await connection.fetch(_NOW, tenant_id)
        median, ninetieth = replies["waits"] or (None, None)
        return Overview(
            tuple(Share(**row) for row in shares),
            replies["replies"],
            median,
            ninetieth,
            {row["state"]: row["n"] for row in now},
        )
