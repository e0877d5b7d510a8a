"""The web server, run inside our own event loop with our own signals."""

import gc
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from baton.core.errors import Unavailable

from .address import BACKLOG, open_up
from .one_write import OneWrite
from .stopping import Stop

COLLECT = (20_000, 20, 20)
"""New objects until the collector looks at the young ones, and its rounds until it looks at older ones."""

KEPT_ALIVE = 75
"""Seconds that a connection may be idle between requests: longer than clients and proxies keep theirs, so that it is
they who hang up, and not we in the moment of their next request."""

GRACE = 10
"""Seconds that open requests get to finish once the server was asked to stop."""


class Server(uvicorn.Server):
    """uvicorn that leaves the signals to us and says when it is ready."""

    def __init__(self, application: FastAPI, ready: Callable[[], None]) -> None:
        super().__init__(_config(application))
        self._application = application
        self._ready = ready

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take no signals; `stopping` has them."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start the application, accept connections, then say so."""
        await super().startup(sockets)
        spare_what_stays()
        if self.started and not self.should_exit:
            self._ready()

    def leave(self) -> None:
        """Stop accepting, let requests finish, end streams, close the sockets."""
        self._application.state.is_closing = True
        self.should_exit = True


async def serve(application: FastAPI, bound: socket.socket, stop: Stop, *, ready: Callable[[], None]) -> None:
    """Serve the application on a bound socket until asked to stop; `ready` is called once it answers."""
    server = Server(application, ready)
    open_up(bound, backlog=BACKLOG)
    with stop.by(server.leave):
        await server.serve(sockets=[bound])
    if not server.started and not stop.was_asked:
        raise Unavailable("The web server did not start. The lines above say why.")


def spare_what_stays() -> None:
    """Take what was loaded (lexicons, policies, indexes) out of the collector's rounds, and make these rarer.

    A round that walks through everything stops every conversation for as long as it takes.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT)


def _config(application: FastAPI) -> uvicorn.Config:
    return uvicorn.Config(
        application,
        http=OneWrite,
        ws="websockets-sansio",
        # 26 KB an idle socket instead of 119.
        ws_per_message_deflate=False,
        ws_max_size=1 << 20,
        access_log=False,
        server_header=False,
        log_config=None,
        log_level="warning",
        backlog=BACKLOG,
        timeout_keep_alive=KEPT_ALIVE,
        timeout_graceful_shutdown=GRACE,
    )
