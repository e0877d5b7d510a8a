"""What `up` and `serve` share: check, take the port, open the desk, serve it, close in order."""

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from baton.db.migrate import migrate
from baton.db.room import check_room
from baton.observe import logs
from baton.settings import Settings

from . import running
from .address import take
from .output import progress
from .several import serve_several
from .stopping import Stop, run

if TYPE_CHECKING:
    from baton.app import DemoLinks

Ready = Callable[[Settings, "DemoLinks | None"], None]


def host(settings: Settings, *, demo: bool, ready: Ready) -> None:
    """Serve a desk until asked to stop; `ready` gets the settings as they came out, and the demo's links."""
    logs.configure(settings.log_level)
    running.refuse_second(settings)
    bound = take(settings.host, settings.port)
    settled = settings.listening_on(bound.getsockname()[1])
    hosting = _host if settled.processes == 1 else _host_several

    async def work(stop: Stop) -> None:
        await hosting(settled, bound, stop, demo=demo, ready=ready)

    with bound:
        run(work, lasts=True)


async def _host(settings: Settings, bound: socket.socket, stop: Stop, *, demo: bool, ready: Ready) -> None:
    from baton import app

    from .serving import serve

    async with running.database(settings) as database, running.desk(settings, database) as desk:
        links = await app.ensure_demo(desk, progress) if demo else None

        def now_ready() -> None:
            database.announce(settings.public_url)
            ready(settings, links)

        await serve(app.build(desk), bound, stop, ready=now_ready)


async def _host_several(settings: Settings, bound: socket.socket, stop: Stop, *, demo: bool, ready: Ready) -> None:
    async with running.database(settings) as database:
        await check_room(database.connection, settings.processes)
        links = await _prepare(settings, database, demo=demo)

        def now_ready() -> None:
            database.announce(settings.public_url)
            ready(settings, links)

        await serve_several(settings, database.connection, bound, stop, ready=now_ready)


async def _prepare(settings: Settings, database: running.Database, *, demo: bool) -> "DemoLinks | None":
    """The tables, and where asked the demo, before there is any process to use them."""
    if not demo:
        progress("Preparing the tables")
        await migrate(database.connection)
        return None
    from baton import app

    async with running.desk(settings, database) as desk:
        return await app.ensure_demo(desk, progress)
