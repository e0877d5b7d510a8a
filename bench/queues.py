"""How well the examples of a policy's queues route messages, and whether strangers stay in the default queue.

    uv run python bench/queues.py [--data ../shared/data]

Every answer of the sets of `scope.py` is made a queue here, with as many of its wordings as a policy may hold.
"""

import argparse
import json
import random
import statistics
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from scope import BOTS, HERE, Row, read

from baton.core.policy.decide import where
from baton.core.policy.parse.whole import parse
from baton.knowledge.examples import learn


def queues(rows: Sequence[Row]) -> None:
    """How well a policy's examples route: a queue for each answer, strangers to the default one."""
    strangers = [row.text for row in rows if row.part.startswith("oos")]
    for name, most in (("clinc150", 4_800), ("banking77", 3_000), *((bot, 4_000) for bot in BOTS)):
        mine = [row for row in rows if row.dataset == name and row.intent != "oos" and not row.part.startswith("oos")]
        random.Random(5).shuffle(mine)
        held = [row for row in mine if row.part == "val"] or mine[: 1_500 if name == "banking77" else len(mine) // 5]
        kept = set(map(id, held))
        by: dict[str, list[str]] = {}
        for row in mine:
            if id(row) not in kept:
                by.setdefault(row.intent, []).append(row.text)
        keys = {intent: f"q{at}" for at, intent in enumerate(by)}
        each = most // len(by)
        policy = parse(policy_of({keys[intent]: texts[:each] for intent, texts in by.items()}))
        began = time.perf_counter()
        examples = learn(policy)
        took = time.perf_counter() - began
        assert examples
        right = [where(policy, examples.alike(row.text)) == keys.get(row.intent) for row in held]
        stayed = [where(policy, examples.alike(text)) == "nowhere" for text in strangers]
        print(
            f"\n{name}: {len(by)} queues, {each} examples each at most, learnt in {took:.1f} s\n"
            f"  right queue {statistics.mean(right):.4f} of {len(held)}   strangers in the default queue "
            f"{statistics.mean(stayed):.3f}"
        )


def policy_of(examples: Mapping[str, Sequence[str]]) -> str:
    listed = "".join(
        f"  {key}: {{owner: A, examples: {json.dumps(texts, ensure_ascii=False)}}}\n" for key, texts in examples.items()
    )
    start = "queues:\n  nowhere: {owner: A, default: true}\n"
    return f"{start}{listed}rules:\n  - {{id: asks, when: asks_for_person, then: handoff}}\n"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    queues(read(arguments.parse_args().data / "04_intents_oos"))


if __name__ == "__main__":
    main()
