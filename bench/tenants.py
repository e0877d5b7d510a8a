"""Three companies of different kinds, asked in customers' words: what comes back right, wrong or asked back.

    uv run python bench/tenants.py [--data ../shared/data] [--half tuned,held_out,...] [--meaning] [--threshold 0.8]

The furniture shop is the demo company, the dental clinic's pages are in bench/clinic, the bank's are the public ones of
--data. Without the data the bank is left out.
"""

import argparse
import json
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge import entry, index_of, pages
from ruamel.yaml import YAML

from baton.core.answers.grounding import Grounding, Passage
from baton.core.sources.vectors import Meaning, packed
from baton.knowledge.demo import demo_files
from baton.knowledge.encoder import encode
from baton.knowledge.library import BY_WORDS
from baton.knowledge.meanings import text_of
from baton.knowledge.search import Index

HERE = Path(__file__).parent
FILES = ("questions_tenants.yaml", "questions_more.yaml")
ASKED_ONLY = ("once", "plain", "everyday", "everyday_heldout", "unread")
HALVES = ("tuned", "held_out", "both", *ASKED_ONLY)
THRESHOLD = 0.8
LEVELS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True)
class Asked:
    """One question with what came back, and what comes back to each choice where it is asked back."""

    question: str
    expect: str | None
    forbidden: str | None
    grounding: Grounding
    chosen: tuple[Grounding, ...] = ()

    @property
    def is_right(self) -> bool:
        return self.has_it(self.grounding)

    @property
    def has_it_first(self) -> bool:
        """Whether the section that was found first says it, quoted or not."""
        return bool(self.grounding.hits) and self._says(self.grounding.hits[0].passage.text)

    def has_it(self, grounding: Grounding) -> bool:
        return self._says(grounding.text)

    def _says(self, text: str) -> bool:
        has_it = self.expect is not None and re.search(self.expect, text) is not None
        return has_it and (self.forbidden is None or re.search(self.forbidden, text) is None)

    def is_answered(self, threshold: float) -> bool:
        """Whether the bot would send the answer, rather than ask back or offer a person."""
        return self.grounding.confidence >= threshold and not self.grounding.alternatives

    def is_asked_back(self, threshold: float) -> bool:
        """Whether the customer is asked which section it is about."""
        return not self.is_answered(threshold) and bool(self.chosen)

    def is_right_once_chosen(self, threshold: float) -> bool:
        """Whether one of the choices leads to a right answer, for a customer who knows which."""
        sure = (one for one in self.chosen if one.confidence >= threshold and not one.alternatives)
        return self.is_asked_back(threshold) and any(self.has_it(one) for one in sure)


def shop() -> list[Passage]:
    files, entries = demo_files()
    answers = [entry(f"e{n}", item.question, item.answer) for n, item in enumerate(entries)]
    return [*pages((file.name, file.body) for file in files), *answers]


def clinic() -> list[Passage]:
    return pages((path.name, path.read_bytes()) for path in sorted((HERE / "clinic").glob("*.md")))


def bank(data: Path, *, internal: bool = False) -> list[Passage]:
    """The bank's pages, with its internal procedures or without."""
    lines = (data / "06_knowledge" / "tau2_banking_docs.jsonl").read_text().splitlines()
    documents = [json.loads(line) for line in lines]
    if not internal:
        documents = [document for document in documents if not re.search(r"(?i)\binternal\b", document["title"])]
    return pages((d["id"] + ".md", f"# {d['title']}\n\n{d['content']}".encode()) for d in documents)


def questions(name: str, half: str) -> list[dict[str, str]]:
    """The company's questions of both files, or that half of each, or those that were asked only once."""
    if half in ASKED_ONLY:
        return YAML(typ="safe").load(HERE / f"questions_{half}.yaml")[name]
    chosen: list[dict[str, str]] = []
    for file in FILES:
        items = YAML(typ="safe").load(HERE / file)[name]
        chosen += {"tuned": items[0::2], "held_out": items[1::2], "both": items}[half]
    return chosen


def learn(indexes: Iterable[Index]) -> None:
    """Give the passages their vectors by the encoder that ships."""
    began, learnt = time.process_time(), 0
    for index in indexes:
        passages = index.without_vector()
        made = encode([text_of(passage) for passage in passages])
        index.learn({passage.id: packed(row.tolist()) for passage, row in zip(passages, made, strict=True)})
        learnt += len(passages)
    each = (time.process_time() - began) / learnt
    print(f"{learnt} passages learnt, {each * 1e3:.0f} ms of processor time each")


def ask_all(index: Index, chosen: Sequence[dict[str, str]]) -> list[Asked]:
    return [_ask(index, item) for item in chosen]


def _ground(index: Index, question: str) -> Grounding:
    """As the library asks: by words, and where they are not sure and meanings are known, by both."""
    found = index.ground(question)
    if found.confidence >= BY_WORDS or index.unlearned:
        return found
    return index.ground(question, meanings={question: Meaning(packed(encode([question])[0].tolist()), counts=True)})


def _ask(index: Index, item: dict[str, str]) -> Asked:
    grounding = _ground(index, item["q"])
    choices = grounding.alternatives or grounding.nearest
    chosen = tuple(_ground(index, f"{item['q']} {choice}") for choice in choices)
    return Asked(item["q"], item["expect"], item.get("not"), grounding, chosen)


def report(name: str, asked: Sequence[Asked], threshold: float) -> None:
    answerable = sum(one.expect is not None for one in asked)
    answered = [one for one in asked if one.is_answered(threshold)]
    right = sum(one.is_right for one in answered)
    wrong = len(answered) - right
    back = [one for one in asked if one.is_asked_back(threshold)]
    late = sum(one.is_right_once_chosen(threshold) for one in back)
    vain = sum(one.expect is None for one in back)
    print(
        f"{name:10} {len(asked):4} questions, {answerable:3} answerable: right {right:3} ({right / answerable:.0%} of "
        f"the answerable), wrong {wrong:2} ({wrong / len(asked):.1%} of all); asked back {len(back)}, of them {vain} "
        f"that no page answers; right once chosen {late} ({(right + late) / answerable:.0%} in all); the right section "
        f"first {sum(one.has_it_first for one in asked) / answerable:.0%}"
    )


def calibration(asked: Sequence[Asked]) -> None:
    print("it says      answers   right")
    for low, high in zip(LEVELS, (*LEVELS[1:], 1.01), strict=True):
        inside = [one for one in asked if low <= one.grounding.confidence < high]
        if inside:
            right = sum(one.is_right for one in inside) / len(inside)
            print(f"{low:.1f} to {min(high, 1.0):.1f}  {len(inside):6}   {right:6.0%}")


def errors(asked: Sequence[Asked], threshold: float) -> None:
    for one in sorted(asked, key=lambda one: -one.grounding.confidence):
        wrong = one.is_answered(threshold) and not one.is_right
        missed = one.expect is not None and not (one.is_answered(threshold) and one.is_right)
        if wrong or missed:
            hit = one.grounding.hits[0].passage if one.grounding.hits else None
            place = f"{hit.title} > {hit.heading}" if hit else "nothing found"
            kind = "WRONG" if wrong else "unsure, right" if one.is_right else "unsure"
            print(
                f"  {kind} {one.grounding.confidence:.2f} {one.question}\n      {place}: {one.grounding.text[:240]!r}"
            )
            if one.is_asked_back(threshold):
                choices = " / ".join(one.grounding.alternatives or one.grounding.nearest)
                print(f"      asked back{', right' if one.is_right_once_chosen(threshold) else ''}: {choices}")


def halves(given: str) -> tuple[str, ...]:
    """The named sets of questions. Raises ArgumentTypeError for one that is none."""
    chosen = tuple(given.split(","))
    if unknown := set(chosen) - set(HALVES):
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: there are {', '.join(HALVES)}")
    return chosen


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    arguments.add_argument("--half", type=halves, default=("both",), help=f"of {', '.join(HALVES)}, with commas")
    arguments.add_argument("--threshold", type=float, default=THRESHOLD)
    arguments.add_argument("--meaning", action="store_true", help="search by what is said too (BATON_MEANING)")
    arguments.add_argument("--errors", action="store_true", help="list what went wrong or unanswered")
    given = arguments.parse_args()
    sources = {"shop": shop(), "clinic": clinic()}
    if (given.data / "06_knowledge").exists():
        sources["bank"] = bank(given.data)
    indexes = {name: index_of(passages) for name, passages in sources.items()}
    if given.meaning:
        learn(indexes.values())
    for half in given.half:
        if len(given.half) > 1:
            print(f"\n{half}")
        told(indexes, half, given.threshold, with_errors=given.errors)


def told(indexes: Mapping[str, Index], half: str, threshold: float, *, with_errors: bool) -> None:
    """Ask each company its questions and print what came back."""
    everything: list[Asked] = []
    for name, index in indexes.items():
        asked = ask_all(index, questions(name, half))
        report(name, asked, threshold)
        if with_errors:
            errors(asked, threshold)
        everything += asked
    for level in sorted({threshold, *LEVELS[3:]}):
        report(f"all, {level}", everything, level)
    calibration(everything)


if __name__ == "__main__":
    main()
