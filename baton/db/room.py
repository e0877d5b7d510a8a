"""Whether a database takes all the connections that the processes of one command may open."""

from typing import Any

import asyncpg

from baton.core.errors import Invalid
from baton.db.connection import READERS, WRITERS

EACH = READERS + WRITERS + 1
"""Connections of one process; the last hears the others."""


async def check_room(connect: dict[str, Any], processes: int) -> None:
    """Raises Invalid where so many processes could not all have their connections."""
    connection = await asyncpg.connect(**connect, timeout=15)
    try:
        most: int = await connection.fetchval(
            "SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int"
        )
    finally:
        await connection.close()
    if processes * EACH > most:
        raise Invalid(
            f"{processes} processes may open {processes * EACH} connections, and this database has room for {most}. "
            f"Start {most // EACH} at the most, or raise max_connections in PostgreSQL."
        )
