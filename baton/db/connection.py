"""Connections, each opened for one tenant at a time.

The tenant is a session setting that row-level security reads. A connection keeps it between uses, and is lent last in
first out, so in the common case of one busy tenant it costs no round trip.
"""

from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol, cast

import asyncpg
import msgspec

from baton.core.errors import Invalid, Unavailable
from baton.core.ids import TenantId
from baton.db.kept import Kept
from baton.services.boundaries import transaction

APP_ROLE = "baton_desk"
"""The role that queries run as where the login is a superuser, whom row-level security would not bind."""

LOST = (
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
    asyncpg.InterfaceError,
    TimeoutError,
    # A connection that was told of its end and is used before its socket has closed.
    asyncpg.InternalClientError,
)
"""What a lost or overloaded database looks like from here."""

UNFIT = (asyncpg.DataError, asyncpg.CharacterNotInRepertoireError, asyncpg.UntranslatableCharacterError)
"""A value that no column holds. The first of them is an interface error too, and must not pass for a lost database."""


class Connection(asyncpg.Connection):
    """A connection that knows whom it was last opened for."""

    opened_for: tuple[str, str] = ("", "")

    async def open_for(self, tenant: str, scope: str) -> None:
        """Set the tenant and scope that row-level security reads, unless they are set already."""
        if self.opened_for == (tenant, scope):
            return
        self.opened_for = ("", "")
        await self.execute(
            "SELECT set_config('baton.tenant', $1, false), set_config('baton.scope', $2, false)",
            tenant,
            scope,
        )
        self.opened_for = (tenant, scope)


class Handle(Protocol):
    """What a query needs of a connection. Rows are asyncpg's records."""

    async def fetch(self, query: str, *arguments: Any) -> list[Any]: ...
    async def fetchrow(self, query: str, *arguments: Any) -> Any: ...
    async def fetchval(self, query: str, *arguments: Any) -> Any: ...
    async def execute(self, query: str, *arguments: Any) -> str: ...
    async def executemany(self, command: str, args: Any) -> None: ...
    def transaction(self, *, isolation: Any = None, readonly: bool = False) -> Any: ...


READERS = 8
"""Connections for queries and odd jobs, opened as they are needed."""

WRITERS = 3
"""Connections that write conversations: each statement carries all that is there to be written for its tenant."""

BY_KEY = {
    "enable_seqscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "plan_cache_mode": "force_generic_plan",
}
"""How the writing connections plan: every row by its key, decided once. A plan made while a tenant was small would
otherwise be kept, and walk through all its conversations for each message.
"""


class Database:
    """The connections to one PostgreSQL database: a pool for reading and odd jobs, a small one for conversations."""

    def __init__(self, pool: Kept, writers: Kept) -> None:
        self._pool = pool
        self._writers = writers

    @classmethod
    async def open(cls, connect: dict[str, Any], *, size: int = READERS, writers: int = WRITERS) -> "Database":
        """Connect. `connect` are asyncpg's arguments: `dsn`, or `host`, `port`, `user` and `database`."""
        pool = await _pool(connect, size, {})
        return cls(pool, await _pool(connect, writers, BY_KEY))

    def tenant(self, tenant_id: TenantId) -> AbstractAsyncContextManager[Handle]:
        """A connection behind the wall of one tenant. Raises Unavailable where the database can't be reached."""
        return _opened(self._pool, tenant_id, "")

    def writing(self, tenant_id: TenantId) -> AbstractAsyncContextManager[Handle]:
        """The same, for the statements that write conversations: what they touch is found by its key alone."""
        return _opened(self._writers, tenant_id, "")

    def install(self) -> AbstractAsyncContextManager[Handle]:
        """A connection of the install itself: credentials, tenants, and looking for due work in every tenant."""
        return _opened(self._pool, "", "every_tenant")

    async def close(self) -> None:
        """Close every connection, after the statements that are running."""
        await self._writers.close()
        await self._pool.close()


@asynccontextmanager
async def _opened(pool: Kept, tenant: str, scope: str) -> AsyncGenerator[Handle]:
    with transaction():
        connection, unharmed = await _taken(pool), False
        try:
            await connection.open_for(tenant, scope)
            yield cast("Handle", connection)
            unharmed = True
        except UNFIT as unfit:
            raise _unfit() from unfit
        except LOST as lost:
            raise _unavailable() from lost
        finally:
            await pool.give_back(connection, unharmed=unharmed)


async def _taken(pool: Kept) -> Any:
    try:
        return await pool.take()
    except (*LOST, asyncpg.PostgresError) as lost:
        raise _unavailable() from lost


async def _pool(connect: dict[str, Any], size: int, planning: dict[str, str]) -> Kept:
    made = await asyncpg.create_pool(
        **connect,
        min_size=min(2, size),
        max_size=size,
        max_inactive_connection_lifetime=0,
        command_timeout=30,
        connection_class=Connection,
        init=_prepare,
        reset=_keep,
        server_settings={"application_name": "baton"} | planning,
    )
    return Kept(made)


def _unavailable() -> Unavailable:
    # Says nothing of what was stored: a line that breaks under a write leaves that open.
    return Unavailable("The database can't be reached now. Please try again in a moment.")


def _unfit() -> Invalid:
    return Invalid(
        "The request has a value that can't be stored, such as a zero character or a far too large number. "
        "Nothing was changed; take it out and send it again.",
        code="unfit_value",
    )


async def _prepare(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec(
        "jsonb", schema="pg_catalog", encoder=_to_json, decoder=msgspec.json.decode, format="text"
    )
    is_bound = await connection.fetchval(
        "SELECT NOT rolsuper AND NOT rolbypassrls FROM pg_roles WHERE rolname = session_user"
    )
    if not is_bound:
        await connection.execute(f"SET ROLE {APP_ROLE}")


async def _keep(connection: asyncpg.Connection) -> None:
    """Nothing to reset: no cursor, listener or lock outlives a use, and the tenant is checked at the next one."""


def _to_json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
