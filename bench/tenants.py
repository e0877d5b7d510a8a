"""Three companies of different kinds, asked in customers' words: what comes back right, wrong or asked back.

    uv run python bench/tenants.py [--data ../shared/data] [--half tuned|held_out|both|...] [--threshold 0.8]

The furniture shop is the demo company, the dental clinic's pages are in bench/clinic, the bank's are the public ones of
--data. Without the data the bank is left out.
"""

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge import entry, index_of, pages
from ruamel.yaml import YAML

from baton.core.grounding import Grounding, Passage
from baton.knowledge.demo import demo_files
from baton.knowledge.search import Index

HERE = Path(__file__).parent
FILES = ("questions_tenants.yaml", "questions_more.yaml")
ASKED_ONLY = ("once", "plain", "everyday", "everyday_heldout", "unread")
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

    def has_it(self, grounding: Grounding) -> bool:
        text = grounding.text
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


def ask_all(index: Index, chosen: Sequence[dict[str, str]]) -> list[Asked]:
    return [_ask(index, item) for item in chosen]


def _ask(index: Index, item: dict[str, str]) -> Asked:
    grounding = index.ground(item["q"])
    choices = grounding.alternatives or grounding.nearest
    chosen = tuple(index.ground(f"{item['q']} {choice}") for choice in choices)
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
        f"that no page answers; right once chosen {late} ({(right + late) / answerable:.0%} in all)"
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


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    arguments.add_argument("--half", choices=("tuned", "held_out", "both", *ASKED_ONLY), default="both")
    arguments.add_argument("--threshold", type=float, default=THRESHOLD)
    arguments.add_argument("--errors", action="store_true", help="list what went wrong or unanswered")
    given = arguments.parse_args()
    sources = {"shop": shop(), "clinic": clinic()}
    if (given.data / "06_knowledge").exists():
        sources["bank"] = bank(given.data)
    everything: list[Asked] = []
    for name, passages in sources.items():
        asked = ask_all(index_of(passages), questions(name, given.half))
        report(name, asked, given.threshold)
        if given.errors:
            errors(asked, given.threshold)
        everything += asked
    for threshold in sorted({given.threshold, *LEVELS[3:]}):
        report(f"all, {threshold}", everything, threshold)
    calibration(everything)


if __name__ == "__main__":
    main()
