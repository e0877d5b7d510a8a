"""One of the several processes of `baton serve --processes`; `several` starts it, and it ends with that one."""

import asyncio
import pickle
import socket
import sys
from pathlib import Path
from typing import Any

from baton import app
from baton.core.errors import DeskError
from baton.observe import logs
from baton.observe.beside import Beside
from baton.settings import Settings

from .output import answer, progress
from .pulse import beat
from .serving import serve
from .stopping import Stop, ended


def main() -> None:
    """Serve on the socket that was inherited, with the settings that come over standard input."""
    number, listening, place = sys.argv[1:]
    settings, connection = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    logs.configure(settings.log_level, process=int(number))
    bound, beside = socket.socket(fileno=int(listening)), Beside(Path(place), int(number))

    async def work(stop: Stop) -> None:
        _end_with_our_parent(stop)
        await _serve(settings, connection, bound, beside, stop)

    try:
        ended(work, say=_nothing)
    except DeskError as refusal:
        progress(f"Process {number}: {refusal.detail}")
        sys.exit(1)


async def _serve(
    settings: Settings, connection: dict[str, Any], bound: socket.socket, beside: Beside, stop: Stop
) -> None:
    desk = await app.open_desk(settings, connection)

    def ready() -> None:
        answer("ready")
        beat(sys.stdout.fileno())

    try:
        await serve(app.build(desk, beside), bound, stop, ready=ready)
    finally:
        await desk.close()


def _end_with_our_parent(stop: Stop) -> None:
    """Nothing more comes over standard input: that it can be read means that its other end has gone."""
    loop, lifeline = asyncio.get_running_loop(), sys.stdin.fileno()

    def gone() -> None:
        loop.remove_reader(lifeline)
        stop.ask()

    loop.add_reader(lifeline, gone)


def _nothing(_: str) -> None:
    """What there is to say of the stop says the process that started this one."""


if __name__ == "__main__":
    main()
