"""How often the language of a message is told rightly: `uv run python bench/spoken.py [--data ../shared/data]`.

Every message is heard once in a conversation that is held in English so far, and those in English once more in one that
is held in another language. A language that isn't told stays what it was, which costs nothing but time.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from baton.core.spoken import spoken

OTHERS = ("de", "es", "fr", "pl", "sv", "ja")


def main() -> None:
    """Print a line for each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--wrong", action="store_true", help="print what was taken for another language")
    given = parser.parse_args()
    source = given.data / "03_human_request/utterances.dev.jsonl"
    rows = [json.loads(line) for line in source.read_text().splitlines()]
    print("| held in | written in | messages | changed rightly | changed wrongly |\n|---|---|---|---|---|")
    for now, written in (
        *(("en", code) for code in sorted({row["lang"] for row in rows})),
        *((o, "en") for o in OTHERS),
    ):
        texts = [row["text"] for row in rows if row["lang"] == written]
        heard = Counter(spoken(text, now) for text in texts)
        right = heard[written] if written != now else 0
        wrong = sum(heard.values()) - heard[now] - right
        print(f"| {now} | {written} | {len(texts):,} | {right / len(texts):.1%} | {wrong / len(texts):.2%} |")
        if given.wrong:
            print(*(f"{spoken(t, now)}: {t[:90]}" for t in texts if spoken(t, now) not in (now, written)), sep="\n")


if __name__ == "__main__":
    main()
