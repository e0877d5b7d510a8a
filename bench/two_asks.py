"""Messages that ask two things: whether both answers come, and whether a half without a source is told as such.

uv run python bench/two_asks.py [--errors]
"""

import argparse
import re
from collections import Counter
from pathlib import Path

from knowledge import index_of
from ruamel.yaml import YAML
from tenants import THRESHOLD, clinic, shop

from baton.core.answers.grounding import Grounding
from baton.core.judging.two_asks import lookups, together
from baton.knowledge.search import Index

HERE = Path(__file__).parent


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--errors", action="store_true", help="list what was not right")
    given = arguments.parse_args()
    companies = {"shop": index_of(shop()), "clinic": index_of(clinic())}
    table: Counter[tuple[str, bool, str]] = Counter()
    for company, asked in YAML(typ="safe").load(HERE / "questions_two.yaml").items():
        for one in asked:
            for road in ("whole", "apart"):
                found, lacking = _asked(companies[company], one["ask"], is_apart=road == "apart")
                came = _outcome(one, found, lacking)
                table[road, "lacks" in one, came] += 1
                if given.errors and road == "apart" and came != "right":
                    print(f"{came}: {one['ask']}\n    {found.confidence:.2f} {found.text[:160]!r} lacking {lacking!r}")
    outcomes = ("right", "half, without a word", "offered", "wrong")
    print(f"{'':34}" + "".join(f"{name:>22}" for name in outcomes))
    for road in ("whole", "apart"):
        for lacks, name in ((True, "one has no source"), (False, "both have one")):
            print(f"{road:8}{name:26}" + "".join(f"{table[road, lacks, name]:22}" for name in outcomes))


def _asked(index: Index, question: str, *, is_apart: bool) -> tuple[Grounding, str]:
    ways = lookups(question, "", "en")
    found = [index.ground(way.question, language="en", before=way.before) for way in ways[: 3 if is_apart else 1]]
    said, signals = together(found, ways, THRESHOLD, "en")
    return said, signals[0].evidence[0] if signals else ""


def _outcome(one: dict[str, object], found: Grounding, lacking: str) -> str:
    """What came of it, for a customer of whose two questions `lacks` says which has no source."""
    if found.confidence < THRESHOLD or found.alternatives or not found.statements:
        return "offered"
    wanted = [str(pattern) for pattern in one["expect"]]  # type: ignore[attr-defined]
    has = [re.search(pattern, found.text) is not None for pattern in wanted]
    lacks = str(one.get("lacks", ""))
    if not any(has) or (lacking and lacks not in lacking.casefold()) or (lacking and not lacks):
        return "half, without a word" if any(has) and not lacking else "wrong"
    return "right" if all(has) and bool(lacks) == bool(lacking) else "half, without a word"


if __name__ == "__main__":
    main()
