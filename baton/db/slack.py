"""A company's Slack: its connection, and whose the accounts are."""

from datetime import datetime

import asyncpg

from baton.core.ids import OperatorId, TenantId
from baton.core.slack.connection import Connection, Person
from baton.core.webhooks import Webhook
from baton.db.connection import Database
from baton.db.events import parse_cursor

_OUTLET = """INSERT INTO webhooks (tenant_id, id, url, label, kinds, audience, created_at, created_by, epoch, tx,
        event_id, channel) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'slack')
    ON CONFLICT (tenant_id) WHERE channel = 'slack' DO NOTHING"""

_KEEP = """INSERT INTO slack_connections (tenant_id, outlet_id, bot_token, signing_secret, team_id, team_name,
        bot_user_id, channel, channels)
    SELECT $1, w.id, $2, $3, $4, $5, $6, $7, $8 FROM webhooks w WHERE w.tenant_id = $1 AND w.channel = 'slack'
    ON CONFLICT (tenant_id) DO UPDATE SET bot_token = $2, signing_secret = $3, team_id = $4, team_name = $5,
        bot_user_id = $6, channel = $7, channels = $8"""

# People and threads go with the connection; what is still to be told begins with the next handoff there.
_OTHER_TEAM = "DELETE FROM slack_connections WHERE tenant_id = $1 AND team_id <> $2"

# What an admin said stays, whatever an address of e-mail says.
_PERSON = """INSERT INTO slack_people (tenant_id, user_id, operator_id, name, looked_at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (tenant_id, user_id) DO UPDATE SET name = $4, looked_at = $5, operator_id = CASE
        WHEN slack_people.is_linked THEN slack_people.operator_id ELSE $3 END"""

_LINK = """UPDATE slack_people SET operator_id = $3, is_linked = $3::text IS NOT NULL, looked_at = $4
    WHERE tenant_id = $1 AND user_id = $2 RETURNING *"""


class SlackSettings:
    """The connections of every tenant, one each, and their people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, tenant_id: TenantId) -> Connection | None:
        """The tenant's connection, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow("SELECT * FROM slack_connections WHERE tenant_id = $1", tenant_id)
        return _connection(row) if row else None

    async def keep(self, tenant_id: TenantId, one: Connection, outlet: Webhook, cursor: str) -> None:
        """Keep a connection, a new one with the outlet by which it reads the log after the cursor. Another workspace
        has other people and other threads.
        """
        kinds = [kind.value for kind in outlet.kinds or ()]
        async with self._database.tenant(tenant_id) as connection, connection.transaction():
            await connection.execute(
                _OUTLET, tenant_id, outlet.id, outlet.url, outlet.label, kinds, outlet.audience.value,
                outlet.created_at, outlet.created_by, *parse_cursor(cursor),
            )  # fmt: skip
            await connection.execute(_OTHER_TEAM, tenant_id, one.team_id)
            await connection.execute(
                _KEEP, tenant_id, one.bot_token, one.signing_secret, one.team_id, one.team_name, one.bot_user_id,
                one.channel, dict(one.channels),
            )  # fmt: skip

    async def people(self, tenant_id: TenantId) -> tuple[Person, ...]:
        """Everybody who has pressed or written something, by name."""
        async with self._database.tenant(tenant_id) as connection:
            rows = await connection.fetch(
                "SELECT * FROM slack_people WHERE tenant_id = $1 ORDER BY lower(name), user_id LIMIT 1000", tenant_id
            )
        return tuple(_person(row) for row in rows)

    async def person(self, tenant_id: TenantId, user_id: str) -> Person | None:
        """What is known of an account, or None."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(
                "SELECT * FROM slack_people WHERE tenant_id = $1 AND user_id = $2", tenant_id, user_id
            )
        return _person(row) if row else None

    async def keep_person(self, tenant_id: TenantId, one: Person) -> None:
        """Keep what Slack says of an account."""
        async with self._database.tenant(tenant_id) as connection:
            await connection.execute(_PERSON, tenant_id, one.user_id, one.operator_id, one.name, one.looked_at)

    async def link(
        self, tenant_id: TenantId, user_id: str, operator_id: OperatorId | None, at: datetime
    ) -> Person | None:
        """Say whose an account is; None leaves it to its address again. None comes back where it is unknown."""
        async with self._database.tenant(tenant_id) as connection:
            row = await connection.fetchrow(_LINK, tenant_id, user_id, operator_id, at)
        return _person(row) if row else None


def _connection(row: asyncpg.Record) -> Connection:
    same = ("bot_token", "signing_secret", "team_id", "team_name", "bot_user_id", "channel", "channels")
    return Connection(outlet=row["outlet_id"], **{name: row[name] for name in same})


def _person(row: asyncpg.Record) -> Person:
    return Person(
        user_id=row["user_id"],
        operator_id=row["operator_id"],
        name=row["name"],
        looked_at=row["looked_at"],
        is_linked=row["is_linked"],
    )
