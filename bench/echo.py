"""The floor of a socket: an echo on the very server configuration that `baton serve` uses, and nothing else."""

import json
from collections.abc import Awaitable, Callable, MutableMapping
from types import SimpleNamespace
from typing import Any

from baton.cli.address import take
from baton.cli.serving import serve
from baton.cli.stopping import Stop, run

Message = MutableMapping[str, Any]


class Echo:
    """Says what it hears."""

    def __init__(self) -> None:
        self.state = SimpleNamespace(is_closing=False)

    async def __call__(
        self, _: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        """Serve one socket, or the server's own start and end."""
        while True:
            match (message := await receive())["type"]:
                case "websocket.connect":
                    await send({"type": "websocket.accept"})
                case "websocket.receive":
                    await send({"type": "websocket.send", "text": message["text"]})
                case "lifespan.startup":
                    await send({"type": "lifespan.startup.complete"})
                case "lifespan.shutdown":
                    await send({"type": "lifespan.shutdown.complete"})
                    return
                case _:
                    return


def alone(application: Any) -> None:
    """Serve on a free port and say which, until asked to stop. `serve` uses no more of an application than Echo has."""
    bound = take("127.0.0.1", 0)

    async def work(stop: Stop) -> None:
        said = json.dumps({"url": f"http://127.0.0.1:{bound.getsockname()[1]}"})
        await serve(application, bound, stop, ready=lambda: print(said, flush=True))

    with bound:
        run(work)


if __name__ == "__main__":
    alone(Echo())
