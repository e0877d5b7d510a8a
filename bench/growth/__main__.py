"""Does the desk stay as fast when a million conversations lie behind it?

    uv run python -m bench.growth [--sizes 1000,100000,1000000] [--quick] [--rounds 5]
    uv run python -m bench.growth --sizes 1000,1000000 --plans docs/why/plans.md

A desk of each size stands beside the others, each with 200 operators, 400 conversations held by people and 100 waiting,
and they are measured in turns, so that whatever else the machine does falls on all of them. The last column divides the
largest by the smallest; 1.3 is the most that counts as flat.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

import anyio
import uvloop

from baton.db.engine import Cluster, running
from bench.growth import plans
from bench.growth.desks import aged
from bench.growth.measures import MEASURES

SIZES = [1_000, 100_000, 1_000_000]
QUICK = [1_000, 20_000]
FLAT = 1.3
CALLS = 40

Figures = dict[str, list[list[float]]]
"""For each measure the medians (ms) of each size, round by round."""


def main() -> None:
    """Grow desks and print how they compare."""
    asked = _arguments()
    sizes = QUICK if asked.quick else asked.sizes
    with tempfile.TemporaryDirectory(prefix="baton-growth-") as place:
        Path(place).chmod(0o711)
        with running(Path(place) / "data", say=lambda _: None) as cluster:
            loop = asyncio.Runner(loop_factory=uvloop.new_event_loop)
            with loop as runner:
                found = runner.run(_measure(cluster, sizes, 2 if asked.quick else asked.rounds, asked.plans))
                print(_table(sizes, found))


async def _measure(cluster: Cluster, sizes: list[int], rounds: int, explain: Path | None) -> Figures:
    found: Figures = {name: [[] for _ in sizes] for name in MEASURES}
    async with aged(cluster, sizes) as desks:
        for number in range(rounds + 1):
            print("warming up" if number == 0 else f"round {number} of {rounds}", file=sys.stderr, flush=True)
            for name, measure in MEASURES.items():
                for place, desk in enumerate(desks):
                    times = await measure(desk, CALLS)
                    if number:
                        found[name][place].append(median(times) * 1000)
        if explain:
            await anyio.Path(explain).write_text(await plans.page(cluster, desks))
    return found


def _table(sizes: list[int], found: Figures) -> str:
    head = ["conversations", *(f"{size:,}" for size in sizes), f"{sizes[-1]:,} / {sizes[0]:,}"]
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    for name, by_size in found.items():
        # Round by round: what the machine did in a round falls on both sizes of it.
        ratio = median(large / small for small, large in zip(by_size[0], by_size[-1], strict=True))
        cells = [f"{median(rounds):.2f}" for rounds in by_size]
        mark = "" if ratio <= FLAT else " (not flat)"
        lines.append(f"| {name} | {' | '.join(cells)} | {ratio:.2f}{mark} |")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return "\n".join([*lines, "", f"Medians in ms; load average at the end {load}."])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="conversations, least first (default 1k,100k,1M)")
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured (default 5)")
    parser.add_argument("--quick", action="store_true", help="1,000 and 20,000 conversations, two rounds")
    parser.add_argument("--plans", type=Path, help="a file for the plans of the hot statements at the largest size")
    return parser.parse_args()


def _sizes(said: str) -> list[int]:
    return [int(one) for one in said.split(",")]


if __name__ == "__main__":
    main()
