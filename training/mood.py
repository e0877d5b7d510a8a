"""Trains `mood`: does a message sound annoyed, angry or disappointed?

    uv run --group training python -m training.mood --data ../shared/data

Learns from four fifths of GoEmotions' development rows (the others are what `bench/mood.py` reads) and from calm
messages of BANKING77 and CLINC150.
"""

import argparse
import json
import random
from pathlib import Path
from zlib import crc32

from baton.core.triggers.heard import listen
from baton.core.triggers.mood import UPSET, features
from training.fit import SEED, fit, ship

CALM = 500
"""Calm messages beside the comments, so that ordinary talk about money is not taken for anger."""


def is_kept_apart(row: str) -> bool:
    """Whether a row is for measuring only, by its id. `bench/mood.py` asks the same."""
    return crc32(row.encode()) % 5 == 0


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data
    comments = [json.loads(line) for line in (data / "05_satisfaction/goemotions.dev.jsonl").read_text().splitlines()]
    messages = [json.loads(line) for line in (data / "04_intents_oos/utterances.dev.jsonl").read_text().splitlines()]
    rows = [(row["text"], bool(row["frustration"])) for row in comments if not is_kept_apart(row["id"])]
    calm = [row["text"] for row in messages if row["dataset"] in ("banking77", "clinc150")]
    chance = random.Random(SEED)  # noqa: S311 - the same choice each time is what is wanted
    rows += [(text, False) for text in chance.sample(calm, CALM)]
    learned = [features(listen(text)) for text, _ in rows]
    print(ship("mood", fit(learned, {UPSET: [upset for _, upset in rows]}, buckets=1 << 14, strength=1)))


if __name__ == "__main__":
    main()
