"""When the default policy finds that a conversation goes nowhere: `uv run python bench/stuck.py [--errors]`.

Reads the dialogues of `stuck.yaml`. The first handoff is right at the customer's turn with the asterisk, early before
it, late after it or where there is none; where all goes well, none is right.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from ruamel.yaml import YAML

from baton.core.decision import DecisionKind
from baton.services.evaluation.items import read_item
from baton.services.evaluation.judged import Judged, Setting, judged
from baton.services.policy.policies import load_default

ROLES = {"c": "customer", "b": "bot"}


def line(dialogue: list[dict[str, str]]) -> tuple[str, int | None]:
    """A dialogue as `baton evaluate` reads it, and the turn that is marked."""
    turns: list[dict[str, str]] = []
    marked = None
    for at, turn in enumerate(dialogue):
        ((key, said),) = turn.items()
        marked = at if key.startswith("*") else marked
        who = key.lstrip("*")
        turns.append({"role": ROLES[who[0]], "intent" if who.endswith("i") else "text": said})
    return json.dumps({"turns": turns}), marked


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="print the dialogues where it was early or late")
    shows = parser.parse_args().errors
    setting = Setting.of(load_default(), None, lambda: 0.0)
    print("| dialogues | right | early | late |\n|---|---|---|---|")
    for kind, dialogues in YAML(typ="safe").load(Path(__file__).with_suffix(".yaml")).items():
        counts: Counter[str] = Counter()
        for number, dialogue in enumerate(dialogues, start=1):
            text, marked = line(dialogue)
            steps = [one for one in judged(read_item(text, number=number), setting) if isinstance(one, Judged)]
            first = next((one.at for one in steps if one.decision.kind is DecisionKind.HANDOFF), None)
            is_early = first is not None and (marked is None or first < marked)
            verdict = "right" if first == marked else "early" if is_early else "late"
            counts[verdict] += 1
            if shows and verdict != "right":
                print(f"{kind} {number}: {verdict}, handed off at {first}, marked {marked}")
        print(f"| {kind}, {len(dialogues)} | {counts['right']} | {counts['early']} | {counts['late']} |")


if __name__ == "__main__":
    main()
