"""A desk from its database up: opened in order, closed in the opposite order.

This is the one place where the command line meets the database engine and the application.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from baton.db import engine
from baton.db.engine import outside
from baton.settings import Settings, without_password

from .output import progress

if TYPE_CHECKING:
    from baton.app import OpenDesk


@dataclass(frozen=True, slots=True)
class Database:
    """A database to open the desk on; `cluster` is None when somebody else runs the server."""

    connection: dict[str, Any]
    cluster: engine.Cluster | None = None

    def announce(self, url: str) -> None:
        """Tell a second Baton on the same data where this one serves."""
        if self.cluster:
            self.cluster.announce(url)


def refuse_second(settings: Settings) -> None:
    """Raises AlreadyRunning when another Baton has the data directory; nothing is started or made."""
    found = None if settings.database_url else engine.holder(settings.data)
    if found:
        raise engine.AlreadyRunning(found.pid, found.url)


@asynccontextmanager
async def database(settings: Settings, *, may_borrow: bool = False) -> AsyncGenerator[Database]:
    """The database of these settings, running; what was started here is stopped at the end."""
    if settings.database_url:
        shown = without_password(settings.database_url)
        progress(f"Connecting to the database at {shown}")
        await outside.check(settings.database_url, shown=shown)
        yield Database(connection={"dsn": settings.database_url})
        return
    progress(f"{'Opening' if may_borrow else 'Starting'} the database in {settings.data}")
    begin = engine.start_or_borrow if may_borrow else engine.start
    cluster = await begin(settings.data, say=progress, programs_dir=settings.postgres_bin)
    try:
        yield Database(connection=cluster.connection, cluster=cluster)
    finally:
        if cluster.keeper:
            progress("Stopping the database.")
        await cluster.stop()


@asynccontextmanager
async def desk(settings: Settings, database: Database) -> AsyncGenerator["OpenDesk"]:
    """The desk on a database, with its tables brought up to date; closed at the end."""
    # Only here: the process that starts others opens no desk, and does without the memory.
    from baton import app

    progress("Preparing the tables")
    opened = await app.open_desk(settings, database.connection)
    try:
        yield opened
    finally:
        await opened.close()
