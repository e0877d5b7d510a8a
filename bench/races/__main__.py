"""Who wins when two act in the same moment.

    uv run python -m bench.races [--trials 1000] [--quick] [--seed 1]

Each race is run so many times on one node and so many across two. What was answered is held against the log, which is
read past Baton. The exit code is 1 where a single trial went wrong.
"""

import argparse
import asyncio
import os
import random
import sys
from collections import Counter
from statistics import quantiles
from typing import Any

import uvloop

from bench import setting
from bench.races.stand import Stand, stands
from bench.races.trials import DRAFT_SECONDS, RACES, Race, Trial
from tests.scripted_model import Asked, good, scripted_model

LANES = 4
HEAD = "| race | nodes | trials | calls answered OK | how it went | wrong | call p50 / p99 ms |"


def main() -> None:
    """Race and print the table."""
    asked = _arguments()
    with setting.database() as connection, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        wrong = runner.run(_all(connection, 40 if asked.quick else asked.trials, asked.seed))
    sys.exit(1 if wrong else 0)


async def _all(connection: dict[str, Any], trials: int, seed: int) -> int:
    async def slowly(asked: Asked) -> bytes:
        await asyncio.sleep(DRAFT_SECONDS)
        return await good(asked)

    print(HEAD, "|" + "---|" * (HEAD.count("|") - 1), sep="\n", flush=True)
    wrong = 0
    async with scripted_model(slowly) as model:
        os.environ |= {"BATON_MODEL_URL": model.url, "BATON_MODEL_NAME": "scripted"}
        for nodes in (1, 2):
            async with stands(connection, nodes=nodes, lanes=LANES) as lanes:
                for name, race in RACES.items():
                    found = await _run(lanes, race, trials, random.Random(seed))
                    wrong += sum(bool(one.flaws) for one in found)
                    print(_line(name, nodes, found), flush=True)
    return wrong


async def _run(lanes: list[Stand], race: Race, trials: int, chance: random.Random) -> list[Trial]:
    found: list[Trial] = []
    left = iter(range(trials))

    async def lane(stand: Stand) -> None:
        found.extend([await race(stand, chance) for _ in left])

    await asyncio.gather(*map(lane, lanes))
    return found


def _line(name: str, nodes: int, found: list[Trial]) -> str:
    calls = Counter(f"{one.accepted} of {len(one.times)}" for one in found)
    accepted = ", ".join(f"{call} in {times:,}" for call, times in calls.most_common())
    went = ", ".join(f"{what} {times:,}" for what, times in Counter(one.went for one in found).most_common())
    cut = quantiles([seconds * 1000 for one in found for seconds in one.times], n=100)
    for flaw in [flaw for one in found for flaw in one.flaws][:5]:
        print(f"  {name}: {flaw}", file=sys.stderr)
    wrong = sum(bool(one.flaws) for one in found)
    return f"| {name} | {nodes} | {len(found):,} | {accepted} | {went} | {wrong} | {cut[49]:.1f} / {cut[98]:.1f} |"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=1000, help="of each race on each number of nodes (default 1000)")
    parser.add_argument("--quick", action="store_true", help="40 trials of each, for a first look")
    parser.add_argument("--seed", type=int, default=1, help="of the moments at which operators take over (default 1)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
