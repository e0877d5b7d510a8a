"""`python -m faults`: nodes fall under load, and nothing that was acknowledged is lost, doubled or said out of turn."""

import argparse
import asyncio
import sys

import uvloop

from faults.planted import FAULTS
from faults.run import Outcome, run


def main() -> None:
    """Run, print what happened and what was wrong. The exit code is 1 where something was, or a plant was missed."""
    asked = _arguments()
    storms = {kind: getattr(asked, kind) for kind in ("kill", "pause", "cut", "hold", "roll", "database")}
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        outcome = runner.run(
            run(
                seed=asked.seed,
                nodes=2 if asked.proxy else asked.nodes,
                storms=storms,
                say=print,
                fault=asked.fault,
                behind_proxy=asked.proxy,
            )
        )
        _print(outcome)
    if asked.fault:
        print(f"\nPlanted: {FAULTS[asked.fault][0]}. {'Found.' if outcome.flaws else 'NOT FOUND.'}")
    sys.exit(bool(outcome.flaws) != bool(asked.fault))


def _print(outcome: Outcome) -> None:
    print(f"\n{outcome.seconds:.0f} s; storms: {_counted(outcome.storms)}")
    print(f"Requests sent again: {_counted(outcome.retries) or 'none'}")
    print(f"Operations: {_counted(outcome.operations)}")
    print(f"Events: {_counted(outcome.events)}")
    print(f"\n{len(outcome.flaws)} flaws" if outcome.flaws else "\nNothing lost, doubled, or said out of turn.")
    for flaw in outcome.flaws[:20]:
        print(f"  {flaw}")


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in sorted(counts.items()))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="of the storms and of what callers want (default 1)")
    parser.add_argument("--nodes", type=int, default=3, help="how many share the database (default 3)")
    parser.add_argument("--kill", type=int, default=10, help="times that a node is killed (default 10)")
    parser.add_argument("--pause", type=int, default=2, help="times that a node is stopped for 5 s (default 2)")
    parser.add_argument("--cut", type=int, default=2, help="times that a node is cut off from the database (default 2)")
    parser.add_argument("--hold", type=int, default=1, help="times that a node's line holds everything up (default 1)")
    parser.add_argument("--roll", type=int, default=1, help="times that all nodes are restarted in turn (default 1)")
    parser.add_argument("--database", type=int, default=1, help="times that the database is killed (default 1)")
    parser.add_argument("--fault", choices=FAULTS, help="take this guard out of the nodes; the run must find it")
    parser.add_argument(
        "--proxy", action="store_true", help="two nodes behind the nginx of deploy/; callers know it alone"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
