"""Baton beside what a team would write by hand, in turns on one PostgreSQL.

    uv run --group peer python -m bench.peer [--quick] [--rounds 3] [--trials 200]

The peer is in `app.py`. Both get the same messages from the same customers on the same connections (`load.py`), and an
operator's socket shows both. Then the peer's bot is raced with a takeover, as `bench.races` does it with Baton's.
"""

import argparse
import asyncio
from collections import defaultdict
from statistics import median, quantiles
from typing import Any

import uvloop

from bench import load, setting
from bench.links import HttpLink
from bench.load import Desk, Tally
from bench.peer.race import race
from bench.watch import Watch

WRITERS = (1, 8, 64)
WORK = {"decided": load.turns, "to a person": load.relayed}
HEAD = (
    "| | writers | Baton /s | peer /s | ratio | Baton seen p50 / p99 ms | peer seen p50 / p99 ms | CPU ms a message |"
)

Rounds = defaultdict[tuple[str, int, str], list[Tally]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured (default 3)")
    parser.add_argument("--trials", type=int, default=200, help="of the race (default 200)")
    parser.add_argument("--quick", action="store_true", help="a quarter of the messages, 60 trials")
    asked = parser.parse_args()
    messages, trials = (200, 60) if asked.quick else (800, asked.trials)
    with setting.database() as connection, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_all(connection, asked.rounds, messages, trials))


async def _all(connection: dict[str, Any], rounds: int, messages: int, trials: int) -> None:
    database = await setting.known(connection)
    tenant = await setting.tenant(database, "Harbour & Pine")
    found: Rounds = defaultdict(list)
    for _ in range(rounds):
        async with setting.server(database) as running:
            link = await HttpLink.open(running.place)
            key = await setting.operator(link, tenant.admin_key)
            link.close()
            await _round(
                Desk(running.place, running.meter, Watch(), key, tenant.widget_token), "Baton", messages, found
            )
        async with setting.peer_server(database) as running:
            await _round(Desk(running.place, running.meter, Watch(), "-", "-"), "peer", messages, found)
    print(HEAD, "|" + "---|" * (HEAD.count("|") - 1), sep="\n")
    for what in WORK:
        for writers in WRITERS:
            print(_line(what, writers, found))
    went = await race(database, trials=trials, seed=1)
    print(
        f"\nThe peer's bot against a takeover, {trials} trials: " + ", ".join(f"{k} {n}" for k, n in went.most_common())
    )


async def _round(desk: Desk, name: str, messages: int, found: Rounds) -> None:
    inbox = await desk.watch.open(desk.place, desk.operator_key)
    await load.turns(desk, writers=8, messages=100)
    for what, run in WORK.items():
        for writers in WRITERS:
            count = messages // 4 if writers == 1 else messages
            tally = await run(desk, writers=writers, messages=count)
            if tally.errors:
                raise SystemExit(f"{name}: {tally.errors} of {count} messages failed")
            found[what, writers, name].append(tally)
    inbox.close()


def _line(what: str, writers: int, found: Rounds) -> str:
    ours, theirs = found[what, writers, "Baton"], found[what, writers, "peer"]
    ratio = median(_rate(a) / _rate(b) for a, b in zip(ours, theirs, strict=True))
    rates = [f"{median(map(_rate, one)):.0f}" for one in (ours, theirs)]
    cpu = " / ".join(f"{median(map(_cpu, one)):.2f}" for one in (ours, theirs))
    return f"| {what} | {writers} | {rates[0]} | {rates[1]} | {ratio:.1f} | {_seen(ours)} | {_seen(theirs)} | {cpu} |"


def _rate(tally: Tally) -> float:
    return len(tally.seen) / tally.seconds


def _cpu(tally: Tally) -> float:
    """Of the server and the database, in ms a message."""
    return (tally.used.server + tally.used.database) / len(tally.seen) * 1000


def _seen(rounds: list[Tally]) -> str:
    cuts = [quantiles(one.seen, n=100) for one in rounds]
    return f"{median(cut[49] for cut in cuts) * 1000:.1f} / {median(cut[98] for cut in cuts) * 1000:.1f}"


if __name__ == "__main__":
    main()
