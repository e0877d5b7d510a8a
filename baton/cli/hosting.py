"""What `up` and `serve` share: check, take the port, open the desk, serve it, close in order."""

import socket
from collections.abc import Callable

from baton import app
from baton.observe import logs
from baton.settings import Settings

from . import running
from .address import take
from .output import progress
from .serving import serve
from .stopping import Stop, run

Ready = Callable[[Settings, "app.DemoLinks | None"], None]


def host(settings: Settings, *, demo: bool, ready: Ready) -> None:
    """Serve a desk until asked to stop; `ready` gets the settings as they came out, and the demo's links."""
    logs.configure(settings.log_level)
    running.refuse_second(settings)
    bound = take(settings.host, settings.port)
    settled = settings.listening_on(bound.getsockname()[1])

    async def work(stop: Stop) -> None:
        await _host(settled, bound, stop, demo=demo, ready=ready)

    with bound:
        run(work, lasts=True)


async def _host(settings: Settings, bound: socket.socket, stop: Stop, *, demo: bool, ready: Ready) -> None:
    async with running.database(settings) as database, running.desk(settings, database) as desk:
        links = await app.ensure_demo(desk, progress) if demo else None

        def now_ready() -> None:
            database.announce(settings.public_url)
            ready(settings, links)

        await serve(app.build(desk), bound, stop, ready=now_ready)
