"""Thousands of sockets held by one node, and a message that all of them get.

    uv run python -m bench.sockets [--sockets 5000] [--quick]

The sockets are inboxes of one company, held by processes of their own, so that reading them is not what is measured.
Each message is timed from its sending until the last of all sockets has it.
"""

import argparse
import asyncio
import json
import resource
import sys
import time
from statistics import median
from typing import Any

import uvloop

from bench import load, setting
from bench.links import HttpLink, Place, SocketLink
from bench.load import Desk
from bench.processes import proportional_bytes
from bench.watch import Watch

HOLDERS = 4
WARM = 100
AT_ONCE = 25
MESSAGES = 20
SETTLE_SECONDS = 2.0


def main() -> None:
    """Measure, or hold sockets for the process that measures."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    asked = _arguments()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        if asked.hold:
            runner.run(_hold(*asked.hold))
            return
        with setting.database() as connection:
            runner.run(_measure(connection, 500 if asked.quick else asked.sockets))


async def _measure(connection: dict[str, Any], sockets: int) -> None:
    database = await setting.known(connection)
    tenant = await setting.tenant(database, "Harbour & Pine")
    async with setting.server(database) as running:
        link = await HttpLink.open(running.place)
        key = await setting.operator(link, tenant.admin_key)
        desk = Desk(running.place, running.meter, Watch(), key, tenant.widget_token)
        customer = (await load.open_conversations(desk, 1))[0]
        await link.ask("POST", f"{customer.path.removesuffix('messages')}takeover", key, b"{}")
        warm = await _holder(running.place, key, WARM)
        await asyncio.sleep(SETTLE_SECONDS)
        before = proportional_bytes(running.pid)
        holders = [await _holder(running.place, key, sockets // HOLDERS) for _ in range(HOLDERS)]
        await asyncio.sleep(SETTLE_SECONDS)
        idle = (proportional_bytes(running.pid) - before) / sockets / 1024
        times: list[float] = []
        for number in range(MESSAGES):
            began = time.perf_counter()
            body = json.dumps({"text": f"Message {number} to everybody"}).encode()
            status, answer = await link.ask("POST", customer.path, customer.token, body)
            assert status == 201, answer
            heard = await asyncio.gather(*(_line(one) for one in (warm, *holders)))
            times.append((max(heard) - began) * 1000)
        for one in (warm, *holders):
            one.terminate()
            await one.wait()
        link.close()
    print(f"{sockets:,} sockets, {idle:.1f} KB each while idle (PSS)")
    print(f"a message to all of them: {median(times):.0f} ms, at the most {max(times):.0f} ms, of {MESSAGES}")


async def _holder(place: Place, key: str, count: int) -> asyncio.subprocess.Process:
    command = (sys.executable, "-m", "bench.sockets", "--hold", place.host, str(place.port), key, str(count))
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    await _line(process)
    return process


async def _line(process: asyncio.subprocess.Process) -> float:
    assert process.stdout
    async with asyncio.timeout(120):
        line = await process.stdout.readline()
    if not line:
        raise SystemExit("a process that holds sockets ended")
    return float(line)


async def _hold(host: str, port: str, key: str, count: str) -> None:
    """Hold sockets; for each message say (by the clock that all processes share) when the last socket had it."""
    wanted, got = int(count), 0

    def heard(frame: bytes) -> None:
        nonlocal got
        if b"message_received" in frame:
            got += 1
            if got % wanted == 0:
                print(time.perf_counter(), flush=True)

    place, links = Place(host, int(port)), []
    for _ in range(0, wanted, AT_ONCE):
        room = range(min(AT_ONCE, wanted - len(links)))
        links += await asyncio.gather(*(SocketLink.open(place, "/v1/live", key, heard) for _ in room))
    print(time.perf_counter(), flush=True)
    await asyncio.Event().wait()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sockets", type=int, default=5000, help="how many are held (default 5000)")
    parser.add_argument("--quick", action="store_true", help="500 sockets")
    parser.add_argument("--hold", nargs=4, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
