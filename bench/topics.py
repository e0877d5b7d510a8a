"""How well policy topics are told apart.

    uv run python bench/topics.py [--set everyday|tuning] [--errors 10] [--data ../shared/data]

Reads the messages of `topics_heldout.yaml`, which were kept apart while the detector was made (or of
`topics_everyday.yaml`, where customers tell what happened and the documents may help, or of
`training/messages/topics/`, which it has learned from), and prints per topic and per language how many of those that
need somebody were stopped, and how many of those that only ask were. With `--data`, also how often other people's
everyday messages are; of sources that the detector learned from, only the third that it did not see.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from ruamel.yaml import YAML

from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.needs import TOPICS
from baton.core.triggers.read import read
from baton.services.policy.policies import load_default

HERE = Path(__file__).parent
SETS = {
    "heldout": [HERE / "topics_heldout.yaml"],
    "everyday": [HERE / "topics_everyday.yaml"],
    "tuning": sorted((HERE.parent / "training" / "messages" / "topics").glob("*.yaml")),
}
COMPANIES = (HERE / "companies_heldout.yaml", HERE / "companies_tried.yaml")
"""Messages that `bench/companies.py` asks about, and that are kept apart like those here."""

POLICY = load_default()
LEARNED = {
    *("banking77", "clinc150", "nlupp", "botframework"),
    *("rasa-financial-demo", "rasa-helpdesk-assistant", "rasa-guimvmatos"),
}
"""Sources of everyday messages of which `training/topics.py` learns."""


@dataclass(frozen=True)
class Case:
    """A message on a topic: whether it needs somebody, and what was noticed about it."""

    topic: str
    language: str
    needs: bool
    text: str
    stopped_by: tuple[Signal, ...]


def stopping(text: str) -> tuple[Signal, ...]:
    """The signals of a message that hand it over under the default policy, of topics and sensitive data."""
    signals = read(text, customer=None, track=Track(), policy=POLICY)
    kinds = (SignalKind.POLICY_TOPIC, SignalKind.SENSITIVE_DATA)
    return tuple(signal for signal in signals if signal.kind in kinds and signal.needs_judgement)


def messages(path: Path) -> Iterator[tuple[str, str, bool, str]]:
    """(topic, language, whether it needs somebody, text) of each message in a file of them."""
    for topic, ways in YAML(typ="safe").load(path).items():
        for way, languages in ways.items():
            for language, lines in languages.items():
                yield from ((topic, language, way == "needs", line) for line in lines.strip().splitlines())


def table(name: str, cases: Sequence[Case], key: Callable[[Case], str]) -> None:
    """Print one row for each value of `key`, and one for all."""
    print(f"\n{name:20}{'stopped, in need':>24}{'by that topic':>24}{'stopped, only asking':>24}")
    rows: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        rows[key(case)].append(case)
    for row, some in (*rows.items(), ("all", list(cases))):
        needs = [case for case in some if case.needs]
        asks = [case for case in some if not case.needs]
        caught = [case for case in needs if case.stopped_by]
        known = [case for case in caught if case.topic in TOPICS]
        named = [case for case in known if case.topic in {signal.topic for signal in case.stopped_by}]
        blocked = sum(bool(case.stopped_by) for case in asks)
        shares = (_share(len(caught), len(needs)), _share(len(named), len(known)), _share(blocked, len(asks)))
        print(f"{row:20}" + "".join(f"{share:>24}" for share in shares))


def _share(some: int, whole: int) -> str:
    return f"{some} of {whole} ({some / whole:.1%})" if whole else "-"


def errors(cases: Sequence[Case], most: int) -> None:
    """Print the first wrong ones of each kind, with the words that were taken as the sign."""
    missed = [case for case in cases if case.needs and not case.stopped_by]
    blocked = [case for case in cases if not case.needs and case.stopped_by]
    for name, some in (("Missed", missed), ("Stopped though they only ask", blocked)):
        print(f"\n{name}: {len(some)}")
        for case in some[:most]:
            signs = "; ".join(
                f"{signal.topic} {signal.score:.2f} {list(signal.evidence)}" for signal in case.stopped_by
            )
            print(f"  {case.topic} {case.language}: {case.text}   {signs}")


def is_apart(text: str) -> bool:
    """Whether a message of a source that is learned from is kept apart to be asked about: one in three is."""
    return crc32(text.encode()) % 3 == 0


def is_kept_apart(text: str) -> bool:
    """Whether a message of ours is kept apart, word for word, so that nothing is asked that was taught."""
    return _bare(text) in _kept_apart()


@cache
def _kept_apart() -> frozenset[str]:
    apart = (*SETS["heldout"], *SETS["everyday"], *COMPANIES)
    return frozenset(_bare(row[3]) for path in apart for row in messages(path))


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def everyday(data: Path) -> Iterator[tuple[str, str, str]]:
    """(source, intent, text) of other people's labelled messages, none that was learned from."""
    for file in ("04_intents_oos", "03_human_request"):
        path = data / file / "utterances.dev.jsonl"
        for line in path.read_text().splitlines() if path.exists() else ():
            row = json.loads(line)
            intent = row.get("intent") or " ".join(row.get("intents") or ()) or "-"
            source = row.get("dataset") or row["source"]
            if source not in LEARNED or is_apart(row["text"]):
                yield source, intent, row["text"]
    yield from told(data)


def told(data: Path) -> Iterator[tuple[str, str, str]]:
    """(source, act, text) of one in three turns of people who book, ask for films and tell what they like: hardly any
    of them needs somebody."""
    path = data / "05_satisfaction" / "uss_dialogs.dev.jsonl"
    for line in path.read_text().splitlines() if path.exists() else ():
        dialog = json.loads(line)
        for turn in dialog["turns"]:
            if turn["role"] == "user" and is_apart(turn["text"]):
                yield f"uss-{dialog['dataset'].lower()}", turn.get("act") or "-", turn["text"]


def false_alarms(rows: Iterable[tuple[str, str, str]], most: int) -> None:
    """Print how many messages of each source are stopped, and the intents that they are of."""
    seen: dict[str, int] = defaultdict(int)
    stopped: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    sizes: dict[tuple[str, str], int] = defaultdict(int)
    for source, intent, text in rows:
        seen[source] += 1
        sizes[source, intent] += 1
        if signals := stopping(text):
            stopped[source][intent].append(f"{text}   {signals[0].topic} {signals[0].score:.2f}")
    for source, count in seen.items():
        print(f"\n{source}: {_share(sum(map(len, stopped[source].values())), count)} stopped")
        for intent, texts in sorted(stopped[source].items(), key=lambda item: -len(item[1]))[:most]:
            print(f"  {intent}: {len(texts)} of {sizes[source, intent]}, such as: {texts[len(texts) // 2]}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", default="heldout", choices=tuple(SETS))
    parser.add_argument("--errors", type=int, default=10, help="wrong ones of each kind to show")
    parser.add_argument("--data", type=Path, help="other people's messages; left out where absent")
    asked = parser.parse_args()
    rows = [row for path in SETS[asked.set] for row in messages(path)]
    cases = [Case(topic, language, needs, text, stopping(text)) for topic, language, needs, text in rows]
    table("topic", cases, lambda case: case.topic)
    table("language", cases, lambda case: case.language)
    errors(cases, asked.errors)
    if asked.data:
        false_alarms(everyday(asked.data), asked.errors)


if __name__ == "__main__":
    main()
