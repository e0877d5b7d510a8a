"""`python -m bench`: start a desk of its own, measure it, say what was found."""

import argparse
import asyncio
import json
import resource
import sys
from collections import Counter
from dataclasses import replace
from typing import Any

import uvloop

from bench import report, round, setting
from bench.round import Round, Size


def main() -> None:
    """Measure and print. The exit code is 1 where any message failed."""
    asked = _arguments()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    size = Size(messages=800, sockets=200, idle_seconds=1.0) if asked.quick else Size()
    with setting.database() as connection, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        found = runner.run(_measure(connection, replace(size, processes=asked.processes), asked.rounds))
    print(json.dumps(found) if asked.json else _text(found))
    sys.exit(1 if any(sum(row.get("errors", ())) for row in found["figures"].values()) else 0)


async def _measure(connection: dict[str, Any], size: Size, rounds: int) -> dict[str, Any]:
    database = await setting.known(connection)
    tenant = await setting.tenant(database, "Harbour & Pine")
    done: list[Round] = []
    decided: Counter[str] = Counter()
    for number in range(1, rounds + 1):
        figures, decisions = await round.run(
            database, tenant, size, lambda what, number=number: _progress(f"round {number} of {rounds}: {what}")
        )
        done.append(figures)
        decided.update(decisions)
    return {
        "machine": report.machine(database.version),
        "rounds": rounds,
        "passages": tenant.passages,
        "decisions": dict(decided.most_common()),
        "figures": report.merged(done),
    }


def _text(found: dict[str, Any]) -> str:
    at, figures = found["machine"], found["figures"]
    load = ", ".join(f"{value:.1f}" for value in at["load_average"])
    total = sum(found["decisions"].values())
    shares = ", ".join(f"{kind} {count / total:.0%}" for kind, count in found["decisions"].items())
    return f"""
{at["cpu"]}, {at["cores"]} cores, {at["system"]}, Python {at["python"]}, PostgreSQL {at["postgresql"]}
Load average at the end {load}. {found["rounds"]} rounds: the middle one, then the least and the most.
Times in ms, CPU in ms per message. {found["passages"]} passages. What the bot decided: {shares}.

{report.table(figures)}

{report.sockets(figures)}

{report.ratios(figures)}"""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured (default 3)")
    parser.add_argument("--quick", action="store_true", help="a fifth of the messages, for a first look")
    parser.add_argument("--processes", type=int, default=1, help="processes that serve the address (default 1)")
    parser.add_argument("--json", action="store_true", help="print every figure of every round")
    return parser.parse_args()


def _progress(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
