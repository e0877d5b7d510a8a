"""How well distress is heard: `uv run python bench/mood.py --data ../shared/data [--errors 10]`.

Airline tweets are for measuring only. GoEmotions is what the model learned from, so only the part that it did not is
read here. In dialogues (USS) a turn counts as unhappy where those who read it gave 2 or less of 5 in the middle.
"""

import argparse
import json
import statistics
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from scoring import auroc

from baton.core.triggers.heard import listen
from baton.core.triggers.mood import strength

STEPS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01)
STRONG = 0.8
"""From here on the default policy hands over at once."""


def rows(data: Path, name: str) -> Iterator[dict[str, object]]:
    """The rows of a file, none where it is absent."""
    path = data / "05_satisfaction" / f"{name}.dev.jsonl"
    yield from (json.loads(line) for line in (path.read_text().splitlines() if path.exists() else ()))


def tweets(data: Path) -> Iterator[tuple[str, bool]]:
    """(text, whether it is a complaint); the @name in front is left out."""
    for row in rows(data, "airline_tweets"):
        yield str(row["text"]), row["sentiment"] == "negative"


def comments(data: Path) -> Iterator[tuple[str, bool]]:
    """(text, whether it shows anger, annoyance, disappointment, disapproval or disgust), those kept apart."""
    for row in rows(data, "goemotions"):
        if crc32(str(row["id"]).encode()) % 5 == 0:
            yield str(row["text"]), bool(row["frustration"])


def turns(data: Path) -> Iterator[tuple[str, bool]]:
    """(text, whether the reader found the customer unhappy at that turn)."""
    for row in rows(data, "uss_dialogs"):
        for turn in row["turns"]:  # type: ignore[attr-defined]
            if turn["role"] == "user" and turn.get("sat"):
                yield turn["text"], statistics.median(turn["sat"]) <= 2


def score(text: str) -> float:
    """How distressed it sounds, 0 where nothing is heard."""
    return strength(listen(text))[0]


def report(name: str, labelled: Iterator[tuple[str, bool]], errors: int) -> None:
    """Print AUROC, what each score means, and the first strong ones that are wrong."""
    scored = [(score(text), unhappy, text) for text, unhappy in labelled]
    if not scored:
        return
    unhappy = [value for value, is_unhappy, _ in scored if is_unhappy]
    others = [value for value, is_unhappy, _ in scored if not is_unhappy]
    print(f"\n{name}: {len(scored)} texts, {len(unhappy)} unhappy   AUROC {auroc(unhappy, others):.3f}")
    print("  score -> unhappy: ", end="")
    for low, high in pairwise(STEPS):
        inside = [is_unhappy for value, is_unhappy, _ in scored if low <= value < high]
        if inside:
            print(f"{low:.1f}: {sum(inside) / len(inside):.2f} ({len(inside)})", end="  ")
    strong = [(is_unhappy, text) for value, is_unhappy, text in scored if value >= STRONG]
    right = sum(is_unhappy for is_unhappy, _ in strong)
    print(f"\n  strong: {len(strong)} ({len(strong) / len(scored):.1%}), {right} of them unhappy")
    for text in [text for is_unhappy, text in strong if not is_unhappy][:errors]:
        print(f"    {text[:140]}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--errors", type=int, default=0, help="strong ones that are not unhappy, to show")
    asked = parser.parse_args()
    for name, labelled in (("Airline tweets", tweets), ("GoEmotions", comments), ("USS turns", turns)):
        report(name, labelled(asked.data), asked.errors)


if __name__ == "__main__":
    main()
