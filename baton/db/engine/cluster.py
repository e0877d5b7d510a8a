"""The engine's front door: start a cluster under a data directory, or borrow the one that runs there."""

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import AlreadyRunning, EngineError
from .home import PORT, STORE, prepare, settle
from .keeper import Keeper
from .lock import DataLock, holder
from .making import DATABASE, OWNER, SUPERUSER, make
from .programs import choose, reachable

Say = Callable[[str], None]

BORROW_WAIT = 60.0
"""Seconds to wait for the database of a Baton that is still starting."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running PostgreSQL cluster and how to connect to it."""

    data_dir: Path
    socket_dir: str
    keeper: Keeper | None
    """None when another Baton runs the cluster; then `stop` leaves it running."""

    @property
    def connection(self) -> dict[str, Any]:
        """asyncpg arguments for Baton's role, the owner of Baton's database."""
        return self.connection_to(DATABASE)

    def connection_to(self, database: str, *, user: str = OWNER) -> dict[str, Any]:
        """asyncpg arguments for another database of this cluster, or another role."""
        return {"host": self.socket_dir, "port": PORT, "user": user, "database": database}

    @property
    def superuser(self) -> dict[str, Any]:
        """asyncpg arguments for the cluster's superuser, for care of the cluster only."""
        return self.connection_to("postgres", user=SUPERUSER)

    def announce(self, url: str) -> None:
        """Tell a second Baton on the same data where this one serves."""
        if self.keeper:
            self.keeper.announce(url)

    async def stop(self) -> None:
        """Stop what `start` started: in order, with nothing lost."""
        await asyncio.to_thread(self.stop_now)

    def stop_now(self) -> None:
        """The same as `stop`, for code that is not asynchronous."""
        if self.keeper:
            self.keeper.stop()


async def start(data_dir: Path, *, say: Say, programs_dir: Path | None = None) -> Cluster:
    """Start the cluster of a data directory, made when there is none; cancelled, it leaves nothing running.

    Raises AlreadyRunning when another Baton has the directory, EngineError when PostgreSQL can't run.
    """
    give_up = threading.Event()
    work = asyncio.create_task(asyncio.to_thread(start_now, data_dir, say, programs_dir, give_up))
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        give_up.set()
        with contextlib.suppress(EngineError):
            await (await work).stop()
        raise


async def start_or_borrow(data_dir: Path, *, say: Say, programs_dir: Path | None = None) -> Cluster:
    """The cluster of a data directory: the one that another Baton runs, or one started for us."""
    until = time.monotonic() + BORROW_WAIT
    while True:
        try:
            return await start(data_dir, say=say, programs_dir=programs_dir)
        except AlreadyRunning:
            found = holder(prepare(data_dir))
            if found and found.socket_dir:
                return Cluster(data_dir=data_dir, socket_dir=found.socket_dir, keeper=None)
            if time.monotonic() > until:
                raise
            await asyncio.sleep(0.1)


def start_now(
    data_dir: Path, say: Say, programs_dir: Path | None = None, give_up: threading.Event | None = None
) -> Cluster:
    """The same as `start`, for code that is not asynchronous."""
    data = prepare(data_dir)
    lock = DataLock(data)
    try:
        home = settle(data, say)
        programs = reachable(choose(major=home.major, directory=programs_dir), home.account, STORE)
        if not home.is_made:
            make(home, programs, say)
        keeper = Keeper(home, programs, lock, say=say)
        keeper.start(give_up or threading.Event())
    except OSError as error:
        lock.release()
        raise EngineError(f"The database of {data} can't be started: {error}.") from error
    except BaseException:
        lock.release()
        raise
    return Cluster(data_dir=data, socket_dir=keeper.socket_dir, keeper=keeper)


@contextmanager
def running(data_dir: Path, *, say: Say, programs_dir: Path | None = None) -> Iterator[Cluster]:
    """A cluster for the length of a `with` block."""
    cluster = start_now(data_dir, say, programs_dir)
    try:
        yield cluster
    finally:
        cluster.stop_now()
