"""Weighs whether a trained model hears requests for a person that the phrases miss.

    uv run --group training python -m training.person --data ../shared/data

It is fitted on rows whose licence allows it and on our own sentences, and judged on what it has not seen: NLU++ fold
by fold, our held-out sentences, and languages by a model that has seen none of them. It ships no weights: what it
adds in requests heard is less than what it adds in false alarms (docs/reference/judgement.md has the table).
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from baton.core.track import Track
from baton.core.triggers.heard import listen
from baton.core.triggers.person import asks_for_person
from baton.core.triggers.text import cut
from baton.core.weights.linear import parse
from bench.asks import Row, measured_rows, own_rows
from training.fit import fit

LICENSED = ("nlupp", "botframework", "rasa-financial-demo", "rasa-helpdesk-assistant", "rasa-guimvmatos")
"""CC BY (NLU++), MIT (Microsoft, guimvmatos) and Apache (Rasa) rows."""

NOT_AS_LABELLED = frozenset({"this is really frustrating", "No, you don't need to transfer me to a real person"})
"""Rows that NLU++ labels as a request, and Baton doesn't take for one."""

THRESHOLDS = (0.5, 0.7, 0.9, 0.97)
BUCKETS = 1 << 16
GRAMS = (3, 4, 5)


class Judged(NamedTuple):
    """A row that the model hasn't seen, what the model says, and whether the phrases hear a request."""

    row: Row
    probability: float
    is_heard: bool


@cache
def features(text: str) -> tuple[str, ...]:
    """Words, pairs of words and parts of words."""
    words = [word for word in cut(text).words if word not in (".", "?")]
    around = ["^", *words, "$"]
    parts = (f"<{word}>" for word in words)
    grams = (f"c:{part[at : at + n]}" for part in parts for n in GRAMS for at in range(len(part) - n + 1))
    pairs = (f"b:{one} {other}" for one, other in pairwise(around))
    return (*(f"w:{word}" for word in words), *pairs, *grams)


def judged(train: Sequence[Row], rows: Iterable[Row]) -> Iterator[Judged]:
    """The rows, as a model fitted on `train` judges them."""
    truths = {"asks": [row.asks and row.text not in NOT_AS_LABELLED for row in train]}
    model = parse(fit([features(row.text) for row in train], truths, buckets=BUCKETS, balance=2.0))
    for row in rows:
        probability = model.probabilities(features(row.text))["asks"]
        yield Judged(row, probability, asks_for_person(listen(row.text), track=Track()) is not None)


def by_fold(rows: Sequence[Row], base: Sequence[Row], *, folds: int = 10) -> list[Judged]:
    """Each tenth of the rows, judged by a model that has not seen it."""
    found: list[Judged] = []
    for fold in range(folds):
        train = [row for at, row in enumerate(rows) if at * folds // len(rows) != fold]
        found += judged([*train, *base], [row for at, row in enumerate(rows) if at * folds // len(rows) == fold])
    return found


def by_language(held_out: Sequence[Row], base: Sequence[Row], *, folds: int = 4) -> list[Judged]:
    """Held-out sentences, judged by a model that has seen no sentence of their language."""
    languages = sorted({row.language for row in held_out})
    found: list[Judged] = []
    for fold in range(folds):
        unseen = set(languages[fold::folds])
        train = [row for row in base if row.language not in unseen]
        found += judged(train, [row for row in held_out if row.language in unseen])
    return found


def show(name: str, rows: Sequence[Judged]) -> None:
    """Print requests heard and false alarms: of the phrases, of the model, and of either."""
    asked = [one for one in rows if one.row.asks]
    others = [one for one in rows if not one.row.asks]

    def line(what: str, told: Iterable[Judged]) -> None:
        heard = set(told)
        recall, false = sum(one in heard for one in asked) / len(asked), sum(one in heard for one in others)
        print(f"{name:22}{what:22}{recall:8.3f}{false / len(others):9.2%}")

    line("phrases", (one for one in rows if one.is_heard))
    for threshold in THRESHOLDS:
        line(f"model at {threshold}", (one for one in rows if one.probability >= threshold))
        line(f"either, at {threshold}", (one for one in rows if one.is_heard or one.probability >= threshold))


def main() -> None:
    """Fit, judge and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the measuring data")
    measured = [row for row in measured_rows(parser.parse_args().data) if row.source in LICENSED]
    own = list(own_rows())
    fitted, held_out = ([row for row in own if row.source == part] for part in ("fitted", "held out"))
    utterances = [row for row in measured if row.source == "nlupp"]
    rest = [row for row in measured if row.source != "nlupp"]
    show("NLU++, by fold", by_fold(utterances, [*rest, *fitted]))
    show("held-out sentences", list(judged([*measured, *fitted], held_out)))
    show("language never seen", by_language(held_out, [*measured, *fitted]))


if __name__ == "__main__":
    main()
