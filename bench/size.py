"""A large tenant: memory of the index, time of a search, and of one changed page.

    uv run python bench/size.py [--passages 100000]

The texts are made of 30,000 made-up words, as rare and as common as words are; nothing is read from a database.
"""

import argparse
import random
import statistics
import time
from pathlib import Path

from baton.core.answers.grounding import Passage
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.knowledge.search import Index

WORDS = 30_000
PER_DOCUMENT = 10
QUESTIONS = 1_000


def vocabulary(chance: random.Random) -> list[str]:
    letters = "abdefghiklmnoprstuvw"
    return ["".join(chance.choices(letters, k=chance.randint(4, 9))) for _ in range(WORDS)]


def passage(number: int, chance: random.Random, words: list[str], odds: list[float]) -> Passage:
    said = chance.choices(words, cum_weights=odds, k=100)
    text = ". ".join(" ".join(said[at : at + 12]) for at in range(0, 84, 12)) + "."
    document = DocumentId(f"doc_{number // PER_DOCUMENT}")
    return Passage(
        PassageId(f"psg_{number}"),
        SourceId("src_1"),
        document,
        " ".join(said[84:88]),
        " ".join(said[88:92]),
        text,
        language="en",
    )


def memory() -> float:
    """Resident megabytes of this process."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * 4096 / 1e6


def timed(index: Index, questions: list[str], *, grounded: bool) -> tuple[list[float], list[float]]:
    """Milliseconds by the clock and of the processor, each sorted: on a busy machine only the second means much."""
    clock: list[float] = []
    processor: list[float] = []
    for question in questions:
        began, used = time.perf_counter(), time.thread_time()
        index.ground(question) if grounded else index.search(question)
        clock.append((time.perf_counter() - began) * 1e3)
        processor.append((time.thread_time() - used) * 1e3)
    return sorted(clock), sorted(processor)


def spread(times: list[float]) -> str:
    return f"median {statistics.median(times):.2f}, p99 {times[int(0.99 * len(times))]:.2f}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--passages", type=int, default=100_000)
    given = arguments.parse_args()
    chance = random.Random(11)
    words = vocabulary(chance)
    odds = [0.0]
    for rank in range(1, WORDS + 1):
        odds.append(odds[-1] + 1 / (rank + 2))
    odds = odds[1:]
    before = memory()
    documents: dict[DocumentId, list[Passage]] = {}
    for number in range(given.passages):
        made = passage(number, chance, words, odds)
        documents.setdefault(made.document_id, []).append(made)
    texts = memory()
    index = Index()
    began = time.perf_counter()
    index.replace_many(documents)
    took = time.perf_counter() - began
    print(
        f"{given.passages} passages indexed in {took:.1f} s; texts {texts - before:.0f} MB, index beside them "
        f"{memory() - texts:.0f} MB; its own estimate of both {index.bytes / 1e6:.0f} MB"
    )
    questions = [" ".join(chance.choices(words, cum_weights=odds, k=7)) for _ in range(QUESTIONS)]
    for name, grounded in (("search", False), ("search and answer", True)):
        clock, processor = timed(index, questions, grounded=grounded)
        print(f"{name}, 7 words, ms: by the clock {spread(clock)}; of the processor {spread(processor)}")
    page = next(iter(documents))
    began = time.perf_counter()
    index.replace(page, [passage(n, chance, words, odds) for n in range(PER_DOCUMENT)])
    print(f"one changed page of {PER_DOCUMENT} passages: {(time.perf_counter() - began) * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
