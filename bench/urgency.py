"""How often urgency and buying intent are noticed, and what is meant by it.

    uv run python bench/urgency.py [--data ../shared/data] [--show 50]

Both are phrases that score 0.9 or nothing. Over other people's messages the command counts those in which they are
noticed, then of messages whose labels mean it how many are, and shows a fixed sample to be read by hand.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.read import read
from baton.services.policy.policies import load_default

FILES = ("04_intents_oos/utterances.dev.jsonl", "03_human_request/utterances.dev.jsonl")
TWEETS = "05_satisfaction/airline_tweets.dev.jsonl"
IN_A_HURRY = frozenset({"report_lost_card", "report_fraud", "freeze_account"})
"""Intents of CLINC150 in which most people want something done at once."""

BUYERS = frozenset({"contact_sales"})
"""The intent of Rasa's own bot whose customers ask for sales."""

POLICY = load_default()


def messages(data: Path) -> Iterator[tuple[str, str, str]]:
    """(source, intent, text) of all that is read."""
    for name in (*FILES, TWEETS):
        path = data / name
        for line in path.read_text().splitlines() if path.exists() else ():
            row = json.loads(line)
            source = row.get("dataset") or row.get("source") or "airline tweets"
            yield source, row.get("intent") or " ".join(row.get("intents") or ()), row["text"]


def noticed(text: str, kind: SignalKind) -> Signal | None:
    """The signal of a kind in a message, None where there is none."""
    signals = read(text, customer=None, track=Track(), policy=POLICY)
    return next((signal for signal in signals if signal.kind is kind), None)


def report(name: str, kind: SignalKind, rows: list[tuple[str, str, str]], meant: frozenset[str], show: int) -> None:
    """Print how many are noticed, how many of those that mean it, and a sample."""
    found = [(row, signal) for row in rows if (signal := noticed(row[2], kind))]
    print(f"\n{name}: noticed in {len(found)} of {len(rows)} ({len(found) / len(rows):.1%})")
    means = [row for row in rows if row[1] in meant]
    heard = sum(row[1] in meant for row, _ in found)
    print(f"  of {len(means)} that are labelled {', '.join(sorted(meant))}: {heard}")
    for (source, intent, text), signal in random.Random(7).sample(found, min(show, len(found))):
        print(f"    {source} {intent}: {text}   {list(signal.evidence)}")


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--show", type=int, default=0, help="noticed ones to show, to be read by hand")
    asked = parser.parse_args()
    rows = list(messages(asked.data))
    if not rows:
        parser.exit(1, f"There are no messages in {asked.data}.\n")
    report("Urgency", SignalKind.URGENCY, rows, IN_A_HURRY, asked.show)
    report("Buying intent", SignalKind.BUYING_INTENT, rows, BUYERS, asked.show)


if __name__ == "__main__":
    main()
