"""How often the language of a message is told rightly.

    uv run python bench/spoken.py [--data ../shared/data | --short]

Every message is heard once in a conversation that is held in English so far, and those in English once more in one that
is held in another language. A language that isn't told stays what it was, which costs nothing but time.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from ruamel.yaml import YAML

from baton.core.reading.spoken import spoken

HERE = Path(__file__).parent
OTHERS = ("de", "es", "fr", "pl", "sv", "ja")
STAY = "stay"
"""In the files of short messages: nothing tells, so the language must stay what it was."""


def main() -> None:
    """Print a line for each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--wrong", action="store_true", help="print what was taken for another language")
    parser.add_argument("--short", action="store_true", help="first messages of a few words instead, our own")
    given = parser.parse_args()
    if given.short:
        short()
        return
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


def short() -> None:
    """Print how first messages of one to four words are taken, in a conversation that begins in another language."""
    print("| first messages | rightly | wrongly | stayed |\n|---|---|---|---|")
    for name in ("tried", "heldout"):
        heard: Counter[str] = Counter()
        for code, lines in YAML(typ="safe").load(HERE / f"spoken_short_{name}.yaml").items():
            now = "fr" if code == "en" else "en"
            right = now if code == STAY else code
            for text in lines.strip().splitlines():
                got = spoken(text, now)
                heard["right" if got == right else "stayed" if got == now else "wrong"] += 1
        print(f"| {name}, {heard.total()} | {heard['right']} | {heard['wrong']} | {heard['stayed']} |")


if __name__ == "__main__":
    main()
