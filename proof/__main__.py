"""`python -m proof`: explore the protocol, then break it on purpose and see that each break is found."""

import argparse
import sys
import time
from dataclasses import fields, replace

from proof.explore import explore
from proof.rules import Rules

FAULTS = {
    "fence": "changes are stored whatever the version",
    "notice_in_the_change": "the notice is stored after the handoff, in a statement of its own",
    "claim_asks_the_state": "a claim does not ask whether the conversation waits",
    "one_decision": "nobody checks whether a message was decided already",
    "receipts": "a repeated request is carried out again",
    "sweep": "nobody looks for turns that a crash left behind",
    "offers_stand": "an offer is accepted without a look whether it stands",
    "moves_end_offers": "a move leaves the offer of the conversation standing",
    "moves_settle": "what happens settles no promise",
    "timer_asks": "a timer says a scheduled reply without a look whether anything happened since it looked",
    "quiet": "the desk owns up to a promise without a look whether anything happened meanwhile",
}


def main() -> None:
    """Print what was explored. The exit code is 1 where the protocol breaks, or a planted fault is not found."""
    asked = _arguments()
    began = time.perf_counter()
    found = explore(at_once=asked.at_once, messages=asked.messages)
    print(
        f"{found.worlds:,} worlds, {found.steps:,} steps, {found.depth} deep, {time.perf_counter() - began:.0f} s: ",
        end="",
    )
    print(found.broken or "nothing is broken, and every conversation can come to rest")
    print(*(f"    {line}" for line in found.trace), sep="\n", end="\n" if found.trace else "")
    timed = explore(at_once=1, messages=asked.messages, later=True)
    print(f"With replies for later, one thing at once: {timed.worlds:,} worlds: {timed.broken or 'nothing is broken'}")
    missed = 0
    for fault in fields(Rules):
        planted = explore(
            replace(Rules(), **{fault.name: False}), at_once=2, messages=2, later=fault.name == "timer_asks"
        )
        missed += planted.broken is None
        print(f"\nPlanted: {FAULTS[fault.name]}.\n  Found: {planted.broken or 'NOTHING'}")
        print(*(f"    {line}" for line in planted.trace), sep="\n")
    sys.exit(1 if found.broken or timed.broken or missed else 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m proof", description=__doc__)
    parser.add_argument("--at-once", type=int, default=2, help="how many things are under way at once (default 2)")
    parser.add_argument("--messages", type=int, default=2, help="how many messages the customer writes (default 2)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
