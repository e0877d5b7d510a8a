"""What is heard of distress, urgency and value in sentences by hand.

    uv run python bench/feelings.py [--set tried] [--errors]

Calm is a distress under 0.4, where the default policy does nothing; annoyed from there to 0.8, where it offers a
person; strong from 0.8 on, where it calls one.
"""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from ruamel.yaml import YAML

from baton.core.triggers.heard import Heard, listen
from baton.core.triggers.mood import buying_intent, distress, urgency

HERE = Path(__file__).parent
OFFERS, CALLS = 0.4, 0.8
"""From which distress the default policy offers a person, and calls one."""

LEVELS = ("calm", "annoyed", "strong")


def level(heard: Heard) -> str:
    """How distressed a message is heard to be."""
    signal = distress(heard)
    score = signal.score if signal else 0.0
    return LEVELS[(score >= OFFERS) + (score >= CALLS)]


def main() -> None:
    """Print the tables, and what was taken for something else."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="heldout", choices=("heldout", "tried"))
    parser.add_argument("--errors", action="store_true", help="print what was taken for something else")
    given = parser.parse_args()
    felt: dict[str, Counter[str]] = defaultdict(Counter)
    noticed: Counter[tuple[str, str, bool]] = Counter()
    for language, kinds in YAML(typ="safe").load(HERE / f"feelings_{given.set}.yaml").items():
        for kind, lines in kinds.items():
            for text in lines.strip().splitlines():
                heard = listen(text)
                got = level(heard)
                hears = {"urgent": urgency(heard) is not None, "value": buying_intent(heard) is not None}
                if kind in LEVELS:
                    felt[kind][got] += 1
                for name, was in hears.items():
                    noticed[name, "meant" if name == kind else "others", was] += 1
                is_wrong = got != kind if kind in LEVELS else not hears[kind]
                if given.errors and (is_wrong or any(was and name != kind for name, was in hears.items())):
                    print(f"{language} {kind} -> {got} {[name for name, was in hears.items() if was]}: {text}")
    print("| meant | calm | annoyed | strong |\n|---|---|---|---|")
    for kind in LEVELS:
        print(f"| {kind} | " + " | ".join(str(felt[kind][got]) for got in LEVELS) + " |")
    print("\n| | meant: noticed | others: noticed |\n|---|---|---|")
    for name in ("urgent", "value"):
        cells = ((noticed[name, who, True], noticed[name, who, False]) for who in ("meant", "others"))
        print(f"| {name} | " + " | ".join(f"{yes} of {yes + no}" for yes, no in cells) + " |")


if __name__ == "__main__":
    main()
