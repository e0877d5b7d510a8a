"""Whether entries' wordings tell what is asked and what nobody here answers: routing, out of scope, FAQ.

    uv run python bench/scope.py [--data ../shared/data] [--only cost,clinc,banking,hint3]
    uv run --group training python bench/scope.py --baseline

CLINC150 is fitted on its training part and asked its validation part. BANKING77 and the HINT3 bots have a training
part only: some of it is kept apart and asked of the rest, and for HINT3 a quarter of the answers is withheld, whose
questions are then out of scope, as CLINC150's are. What is measured is the desk's own road: an index of entries, asked.
The baseline is scikit-learn's: TF-IDF of words and letters, LinearSVC, the highest score as in scope or not.
"""

import argparse
import json
import random
import re
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scoring import auroc

from baton.core.answers.grounding import Grounding, Passage
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.knowledge.scope import Wording, fit
from baton.knowledge.search import Index

HERE = Path(__file__).parent
BOTS = ("hint3-curekart", "hint3-sofmattress", "hint3-powerplay11")
TRIALS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled text of the data."""

    text: str
    intent: str
    dataset: str
    part: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking `rows` of an index, and of asking it what it can't answer."""

    right: list[bool]
    in_five: list[bool]
    within: list[float]
    beyond: list[float]
    fitted: float
    each: float


Ask = Callable[[Sequence[Row], Sequence[Row], Sequence[str]], Asked]
"""Teaches a part of the rows and asks another, and strangers' questions."""


def read(folder: Path) -> list[Row]:
    lines = map(json.loads, (folder / "utterances.dev.jsonl").open())
    return [Row(one["text"], one["intent"], one["dataset"], one["part"]) for one in lines]


def index_of(rows: Sequence[Row]) -> Index:
    index = Index()
    index.replace_many({DocumentId(f"{n}"): [entry(f"{n}", row)] for n, row in enumerate(rows)})
    return index


def entry(id: str, row: Row) -> Passage:
    ids = PassageId(id), SourceId("bench"), DocumentId(id)
    return Passage(*ids, row.text, "", row.intent, question=row.text, language="en")


def ask(taught: Sequence[Row], asked: Sequence[Row], strangers: Sequence[str]) -> Asked:
    began = time.perf_counter()
    index = index_of(taught)
    fitted = time.perf_counter() - began
    began = time.perf_counter()
    found = [index.ground(row.text, language="en") for row in asked]
    each = (time.perf_counter() - began) / len(asked)
    beyond = [index.ground(text, language="en").in_scope for text in strangers]
    return Asked(
        [answers(one)[:1] == [row.intent] for one, row in zip(found, asked, strict=True)],
        [row.intent in answers(one)[:5] for one, row in zip(found, asked, strict=True)],
        [one.in_scope for one in found],
        beyond,
        fitted,
        each,
    )


def ask_baseline(taught: Sequence[Row], asked: Sequence[Row], strangers: Sequence[str]) -> Asked:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline, make_union
    from sklearn.svm import LinearSVC

    every_word = re.compile(r"\w+").findall
    spelt = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, tokenizer=every_word, token_pattern=None)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    began = time.perf_counter()
    model = make_pipeline(make_union(spelt, letters), LinearSVC()).fit(
        [row.text for row in taught], [row.intent for row in taught]
    )
    fitted = time.perf_counter() - began
    began = time.perf_counter()
    scores = model.decision_function([row.text for row in asked])
    each = (time.perf_counter() - began) / len(asked)
    ranked = [[model.classes_[at] for at in row.argsort()[::-1][:5]] for row in scores]
    return Asked(
        [five[0] == row.intent for five, row in zip(ranked, asked, strict=True)],
        [row.intent in five for five, row in zip(ranked, asked, strict=True)],
        [float(one) for one in scores.max(1)],
        [float(one) for one in model.decision_function(strangers).max(1)],
        fitted,
        each,
    )


def answers(found: Grounding) -> list[str]:
    return [hit.passage.text for hit in found.hits]


def clinc(rows: Sequence[Row], ask: Ask) -> None:
    mine = [row for row in rows if row.dataset == "clinc150"]
    strangers = [row.text for row in mine if row.part == "oos_val" or row.intent == "oos"]
    taught = [row for row in mine if row.part == "train" and row.intent != "oos"]
    told("CLINC150", ask(taught, [row for row in mine if row.part == "val"], strangers))


def banking(rows: Sequence[Row], ask: Ask) -> None:
    mine = [row for row in rows if row.dataset == "banking77"]
    random.Random(5).shuffle(mine)
    strangers = [row.text for row in rows if row.part.startswith("oos")]
    told("BANKING77, 1,500 kept apart", ask(mine[1500:], mine[:1500], strangers))


def hint3(rows: Sequence[Row], ask: Ask) -> None:
    strangers = [row.text for row in rows if row.part.startswith("oos")]
    for bot in BOTS:
        mine = [row for row in rows if row.dataset == bot]
        trials = [trial(mine, strangers, seed, ask) for seed in range(TRIALS)]
        told(f"{bot}, a fifth kept apart, {TRIALS} trials; CLINC150's as out of scope", pooled([a for a, _ in trials]))
        withheld = pooled([b for _, b in trials])
        print(
            f"  a quarter of the answers withheld as out of scope: AUROC {auroc(withheld.within, withheld.beyond):.3f}"
        )


def trial(mine: Sequence[Row], strangers: Sequence[str], seed: int, ask: Ask) -> tuple[Asked, Asked]:
    chance = random.Random(seed)
    rows = list(mine)
    chance.shuffle(rows)
    asked, taught = rows[: len(rows) // 5], rows[len(rows) // 5 :]
    known = {row.intent for row in taught}
    whole = ask(taught, [row for row in asked if row.intent in known], strangers)
    withheld = set(chance.sample(sorted(known), len(known) // 4))
    fewer = [row for row in taught if row.intent not in withheld]
    within = [row for row in asked if row.intent in {one.intent for one in fewer}]
    return whole, ask(fewer, within, [row.text for row in rows if row.intent in withheld])


def pooled(trials: Sequence[Asked]) -> Asked:
    return Asked(
        [one for trial in trials for one in trial.right],
        [one for trial in trials for one in trial.in_five],
        [one for trial in trials for one in trial.within],
        [one for trial in trials for one in trial.beyond],
        statistics.mean(trial.fitted for trial in trials),
        statistics.mean(trial.each for trial in trials),
    )


def cost(rows: Sequence[Row], _: Ask) -> None:
    """What the classifier alone costs, in time of one core."""
    mine = [row for row in rows if row.dataset == "clinc150" and row.intent != "oos"]
    wordings = [Wording(row.text, row.intent, "en") for row in mine if row.part == "train"]
    before, began = peak(), time.process_time()
    scope = fit(wordings)
    took = time.process_time() - began
    assert scope
    times: list[float] = []
    for row in [row for row in mine if row.part == "val"]:
        began = time.process_time()
        scope.aim(row.text, language="en", limit=24)
        times.append(time.process_time() - began)
    cuts = statistics.quantiles(times, n=100)
    print(
        f"\nCost, {len(wordings):,} wordings of {len(scope.labels)} answers: fitted in {took:.1f} s, kept in about "
        f"{scope.bytes / 1e6:.0f} MB, {peak() - before:.0f} MB more at the most; a message in {cuts[49] * 1e3:.2f} ms, "
        f"p99 {cuts[98] * 1e3:.2f}"
    )


def peak() -> float:
    """The most memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def told(name: str, asked: Asked) -> None:
    print(f"\n{name}: {len(asked.right)} asked")
    print(
        f"  right answer first {statistics.mean(asked.right):.4f}   in five {statistics.mean(asked.in_five):.4f}   "
        f"in scope or not, AUROC {auroc(asked.within, asked.beyond):.4f} ({len(asked.beyond)} out of scope)"
    )
    print(f"  read, indexed and fitted in {asked.fitted:.1f} s; {asked.each * 1e3:.2f} ms a question")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    arguments.add_argument("--only", default="cost,clinc,banking,hint3")
    arguments.add_argument("--baseline", action="store_true", help="measure scikit-learn's instead")
    given = arguments.parse_args()
    rows = read(given.data / "04_intents_oos")
    sections = {"clinc": clinc, "banking": banking, "hint3": hint3, "cost": cost}
    for name in given.only.split(","):
        sections[name](rows, ask_baseline if given.baseline else ask)


if __name__ == "__main__":
    main()
