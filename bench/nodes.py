"""What a second node on the same machine keeps of one node's throughput.

    uv run python -m bench.nodes [--quick] [--rounds 5]

One node, then two on the same database with the writers spread over both and the operator's socket on the first, in
turns. On a machine of two cores a second process can add nothing: what is measured is what sharing costs.
"""

import argparse
import asyncio
from collections import defaultdict
from contextlib import AsyncExitStack
from dataclasses import replace
from statistics import median
from typing import Any

import uvloop

from bench import load, setting
from bench.links import HttpLink
from bench.load import Desk
from bench.watch import Watch

WRITERS = 96
"""So many that neither is waiting for its writers: between nodes a message is seen some milliseconds later."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default 5)")
    parser.add_argument("--quick", action="store_true", help="two rounds with a fifth of the messages")
    asked = parser.parse_args()
    with setting.database() as connection, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        messages, rounds = (800, 2) if asked.quick else (4000, asked.rounds)
        runner.run(_measure(connection, messages, rounds))


async def _measure(connection: dict[str, Any], messages: int, rounds: int) -> None:
    rates: defaultdict[tuple[str, int], list[float]] = defaultdict(list)
    async with AsyncExitStack() as stack:
        one = await _desk(stack, connection)
        for number in range(rounds + 1):
            for what, run in (("to a person", load.relayed), ("decided", load.turns)):
                for desk in (one, replace(one, beside=())):
                    tally = await run(desk, writers=WRITERS, messages=messages)
                    if tally.errors:
                        raise SystemExit(f"{tally.errors} messages failed")
                    if number:  # the first round warms up
                        rates[what, 1 + len(desk.beside)].append(len(tally.seen) / tally.seconds)
    if one.watch.behind:
        print(
            f"the operator's socket was told to catch up {one.watch.behind} times: the reader is too slow for this rate"
        )
    for what in ("to a person", "decided"):
        single, double = rates[what, 1], rates[what, 2]
        share = median(two / one for two, one in zip(double, single, strict=True))
        print(f"{what} x{WRITERS}: {median(single):.0f}/s on one node, {median(double):.0f}/s on two: {share:.2f}")


async def _desk(stack: AsyncExitStack, connection: dict[str, Any]) -> Desk:
    database = await setting.known(connection)
    tenant = await setting.tenant(database, "Harbour & Pine")
    first, second = [await stack.enter_async_context(setting.server(database)) for _ in range(2)]
    link, watch = await HttpLink.open(first.place), Watch()
    key = await setting.operator(link, tenant.admin_key)
    inbox = await watch.open(first.place, key)
    stack.callback(inbox.close)
    return Desk(first.place, first.meter, watch, key, tenant.widget_token, beside=(second.place,))


if __name__ == "__main__":
    main()
