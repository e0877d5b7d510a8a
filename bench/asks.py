"""How well a request for a person is heard: `uv run python bench/asks.py --data ../shared/data`.

Two tables. The first is of our own sentences, per language (`tests/core/triggers/asks/`): those that the detector was
fitted to, and those held out. The second, with `--data`, is of utterances that other people wrote, per source and
language. `--errors N` prints the first N sentences that were judged wrongly, `--json` everything for a machine.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML

from baton.core.track import Track
from baton.core.triggers.heard import listen
from baton.core.triggers.person import ASKS, asks_for_person

OWN = Path(__file__).parents[1] / "tests" / "core" / "triggers" / "asks"


class Row(NamedTuple):
    """A sentence, where it comes from, and whether it asks for a person."""

    source: str
    language: str
    text: str
    asks: bool


class Error(NamedTuple):
    """A row that was judged wrongly, and the words that were taken for a request."""

    row: Row
    evidence: str


@dataclass(slots=True)
class Table:
    """Requests heard, and other sentences taken for one, by source and language."""

    asked: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    heard: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    others: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    false: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    errors: list[Error] = field(default_factory=list)

    def count(self, row: Row) -> None:
        """Judge a row and count it, under its language and in all."""
        signal = asks_for_person(listen(row.text), track=Track())
        is_heard = signal is not None and signal.score >= ASKS
        for name in (f"{row.source} {row.language}", f"{row.source} ALL"):
            (self.asked if row.asks else self.others)[name] += 1
            if is_heard:
                (self.heard if row.asks else self.false)[name] += 1
        if is_heard is not row.asks:
            self.errors.append(Error(row, " / ".join(signal.evidence) if signal else ""))

    def names(self) -> list[str]:
        """Every source and language that was counted."""
        return sorted({*self.asked, *self.others})


def own_rows() -> Iterator[Row]:
    """Our own sentences."""
    for file in sorted(OWN.glob("*.yaml")):
        rows = YAML(typ="safe", pure=True).load(file)
        for source, part in (("fitted", rows), ("held out", rows["held_out"])):
            yield from (Row(source, rows["language"], text, True) for text in part["asks"])
            yield from (Row(source, rows["language"], text, False) for text in part["traps"])


def measured_rows(data: Path) -> Iterator[Row]:
    """Other people's utterances."""
    file = data / "03_human_request" / "utterances.dev.jsonl"
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Row(row["source"], row["lang"], row["text"], row["label"] == 1)


def measure(rows: Iterable[Row]) -> Table:
    """Judge them all."""
    table = Table()
    for row in rows:
        table.count(row)
    return table


def show(table: Table, *, errors: int) -> None:
    """Print a table, and some of what went wrong."""
    print(f"{'':32}{'asked':>7}{'heard':>7}{'recall':>8}{'others':>8}{'false':>7}{'share':>8}")
    for name in table.names():
        asked, heard, others, false = (part[name] for part in (table.asked, table.heard, table.others, table.false))
        recall, share = (f"{heard / asked:.3f}" if asked else "-"), (f"{false / others:.2%}" if others else "-")
        print(f"{name:32}{asked:7}{heard:7}{recall:>8}{others:8}{false:7}{share:>8}")
    for row, evidence in table.errors[:errors]:
        print(f"  {'missed' if row.asks else 'false '}  {row.source} {row.language}: {row.text}  [{evidence}]")
    print()


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="the folder of the measuring data")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    tables = [measure(own_rows())] + ([measure(measured_rows(options.data))] if options.data else [])
    if options.json:
        print(json.dumps([asdict(table) for table in tables], ensure_ascii=False))
        return
    for table in tables:
        show(table, errors=options.errors)


if __name__ == "__main__":
    main()
