"""Where sockets come in: one object serves them all."""

from baton.live.hub import Hub
from baton.live.socket import Socket
from baton.live.upgrade import Receive, Scope, Send, secret_of
from baton.services.desk import Desk
from baton.services.team.identity import Doorkeeper


class Endpoint:
    """The ASGI application of `/v1/live`."""

    def __init__(self, desk: Desk, doorkeeper: Doorkeeper, hub: Hub) -> None:
        self._desk = desk
        self._doorkeeper = doorkeeper
        self._hub = hub

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one socket until it ends."""
        socket = Socket(self._desk, self._doorkeeper, self._hub, send)
        await receive()
        await socket.run(receive, secret_of(scope))
