"""A PostgreSQL server that somebody else runs, given by its address."""

import asyncpg

from .errors import EngineError
from .programs import OLDEST

TIMEOUT = 10
"""Seconds to wait for a server to answer."""


async def check(url: str, *, shown: str) -> None:
    """Connect once to see that the server answers, lets us in and is new enough.

    Raises EngineError with the reason; `shown` is the address without its password.
    """
    try:
        connection = await asyncpg.connect(url, timeout=TIMEOUT)
    except TimeoutError:
        raise EngineError(_refused(shown, f"no answer within {TIMEOUT} seconds")) from None
    except OSError as error:
        raise EngineError(_refused(shown, error.strerror or str(error))) from None
    except (ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise EngineError(_refused(shown, str(error))) from None
    try:
        version = connection.get_server_version()
    finally:
        await connection.close()
    if version.major < OLDEST:
        raise EngineError(f"The server at {shown} runs PostgreSQL {version.major}; Baton needs {OLDEST} or newer.")


def _refused(shown: str, reason: str) -> str:
    return (
        f"The database at {shown} can't be used: {reason.rstrip('.')}. Check that the server runs there, "
        "that this machine may reach it, and that the user, password and database name are right."
    )
