"""How well the bot finds and quotes: retrieval, right and wrong answers, and whether confidence can be trusted.

    uv run python bench/knowledge.py [--data ../shared/data] [--errors]

Sections whose data is absent are left out. The demo company's questions need no data.
"""

import argparse
import json
import random
import re
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ruamel.yaml import YAML
from scoring import Case, calibration, report

from baton.core.answers.grounding import Grounding, Passage
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.knowledge.chunk import cut
from baton.knowledge.demo import demo_files
from baton.knowledge.parse import parse
from baton.knowledge.search import Index

HERE = Path(__file__).parent
SOURCE = SourceId("src_bench")


def index_of(passages: Iterable[Passage]) -> Index:
    index = Index()
    documents: dict[DocumentId, list[Passage]] = {}
    for passage in passages:
        documents.setdefault(passage.document_id, []).append(passage)
    index.replace_many(documents)
    return index


def entry(id: str, question: str, answer: str, title: str | None = None) -> Passage:
    document = DocumentId(id)
    return Passage(PassageId(id), SOURCE, document, title or question, "", answer, question=question, language="en")


def pages(files: Iterable[tuple[str, bytes]]) -> list[Passage]:
    return [p for name, body in files for p in cut(parse(name, body), SOURCE, DocumentId(name)).passages]


def ask(index: Index, question: str, after: str = "") -> Grounding:
    return index.ground(question, before=after)


def written(name: str, items: Sequence[dict[str, str]], index: Index, *, errors: bool) -> None:
    cases: list[Case] = []
    asked_back = 0
    times: list[float] = []
    for item in items:
        began = time.perf_counter()
        grounding = ask(index, item["q"], item.get("after", ""))
        times.append(time.perf_counter() - began)
        if item.get("ask"):
            asked_back += bool(grounding.alternatives)
            continue
        cases.append(Case(item["q"], item["expect"] is not None, answers(item, grounding.text), grounding))
    report(name, cases)
    calibration(cases)
    print(f"  search and answer: median {statistics.median(times) * 1e3:.2f} ms; asked back rightly: {asked_back}")
    for case in sorted(cases, key=lambda case: case.grounding.confidence) if errors else ():
        wrong = case.grounding.confidence >= 0.5 and not case.right
        unsure = case.grounding.confidence < 0.5 and case.answerable
        if wrong or unsure:
            found = case.grounding.hits[0].passage if case.grounding.hits else None
            right = "" if wrong or not case.right else ", right"
            print(f"  {'WRONG' if wrong else 'UNSURE'} {case.grounding.confidence:.2f}{right} {case.question}")
            print(f"      {found.title} | {found.heading} > {case.grounding.text[:200]!r}" if found else "")


def answers(item: dict[str, str], text: str) -> bool:
    """Whether `text` has what the question's answer must have, and nothing that it must not."""
    if not item["expect"] or re.search(item["expect"], text) is None:
        return False
    return "not" not in item or re.search(item["not"], text) is None


def questions(file: str) -> list[dict[str, str]]:
    return list(YAML(typ="safe").load(HERE / file))


def harbour(*, errors: bool) -> None:
    files, entries = demo_files()
    answers = [entry(f"e{n}", item.question, item.answer) for n, item in enumerate(entries)]
    index = index_of([*pages((file.name, file.body) for file in files), *answers])
    written("Demo company, own pages", questions("questions_harbour.yaml"), index, errors=errors)
    customers = questions("questions_harbour_heldout.yaml")
    written("Demo company, customers' words, tuned on", customers[0::2], index, errors=errors)
    written("Demo company, customers' words, held out", customers[1::2], index, errors=False)


def bank(folder: Path, *, errors: bool) -> None:
    documents = [json.loads(line) for line in (folder / "tau2_banking_docs.jsonl").open()]
    began = time.perf_counter()
    passages = pages((d["id"] + ".md", f"# {d['title']}\n\n{d['content']}".encode()) for d in documents)
    index = index_of(passages)
    took = time.perf_counter() - began
    print(
        f"\nBank: {len(documents)} documents, {len(passages)} passages read and indexed in {took:.2f} s, "
        f"about {index.bytes / 1e6:.1f} MB"
    )
    written("Bank, own questions", questions("questions_bank.yaml"), index, errors=errors)
    recalls: list[float] = []
    for line in (folder / "tau2_banking_queries.dev.jsonl").open():
        task = json.loads(line)
        found: list[str] = []
        for hit in index.search(task["query"], language="en", limit=100):
            name = hit.passage.document_id.removesuffix(".md")
            if name not in found:
                found.append(name)
        recalls.append(len(set(found[:10]) & set(task["gold_docs"])) / len(task["gold_docs"]))
    print(
        f"  required documents, whole script as the query: recall@10 {statistics.mean(recalls):.3f} of {len(recalls)}"
    )


def dstc(folder: Path, *, errors: bool) -> None:
    by_entity: dict[str, list[dict[str, str]]] = {}
    for line in (folder / "dstc11t5_knowledge.jsonl").open():
        item = json.loads(line)
        if item["type"] == "faq":
            by_entity.setdefault("|".join(item["id"].split("|")[:2]), []).append(item)
    indexes = {
        name: index_of(entry(i["id"], i["question"], i["text"], i["entity"]) for i in items)
        for name, items in by_entity.items()
    }
    names = sorted(by_entity)
    chance = random.Random(7)
    cases: list[Case] = []
    hits: list[bool] = []
    for line in (folder / "dstc11t5_turns.dev.jsonl").open():
        turn = json.loads(line)
        question = turn["turns"][-1]["text"]
        gold = {g for g in turn["gold"] if "|faq|" in g}
        if turn["answerable_from_kb"] and not gold:
            continue
        name = "|".join(next(iter(gold)).split("|")[:2]) if gold else chance.choice(names)
        grounding = ask(indexes[name], question)
        ids = [hit.passage.id for hit in grounding.hits]
        right = bool(gold) and ids[:1] != [] and ids[0] in gold
        cases.append(Case(question, bool(gold), right, grounding))
        if gold:
            hits.append(bool(gold & set(ids[:5])))
    print(f"\nHotels and restaurants (entity known): hit@5 {statistics.mean(hits):.3f} of {len(hits)}")
    report("Hotels and restaurants", cases)
    calibration(cases)
    if errors:
        for case in cases:
            if case.answerable and not case.right:
                print(
                    "  MISS",
                    case.grounding.confidence,
                    case.question,
                    "->",
                    [h.passage.question for h in case.grounding.hits[:2]],
                )
            if not case.answerable and case.grounding.confidence >= 0.5:
                print(
                    "  FALSE",
                    case.grounding.confidence,
                    case.question,
                    "->",
                    [h.passage.question for h in case.grounding.hits[:1]],
                )


def hint3(folder: Path, *, errors: bool) -> None:
    rows = [json.loads(line) for line in (folder / "utterances.dev.jsonl").open()]
    strangers = [row["text"] for row in rows if row["part"].startswith("oos")]
    for dataset in ("hint3-curekart", "hint3-sofmattress", "hint3-powerplay11"):
        mine = [row for row in rows if row["dataset"] == dataset]
        chance = random.Random(3)
        chance.shuffle(mine)
        intents = sorted({row["intent"] for row in mine})
        unknown = set(chance.sample(intents, len(intents) // 4))
        asked, kept = mine[: len(mine) // 5], mine[len(mine) // 5 :]
        index = index_of(entry(row["id"], row["text"], row["intent"]) for row in kept if row["intent"] not in unknown)
        cases: list[Case] = []
        hits: list[bool] = []
        for row in asked:
            grounding = ask(index, row["text"])
            found = [hit.passage.text for hit in grounding.hits]
            known = row["intent"] not in unknown
            cases.append(Case(row["text"], known, known and found[:1] == [row["intent"]], grounding))
            if known:
                hits.append(row["intent"] in found[:5])
        cases += [Case(text, False, False, ask(index, text)) for text in strangers]
        print(
            f"\n{dataset}: hit@5 {statistics.mean(hits):.3f} of {len(hits)} (a fifth of the sentences asked of the "
            f"rest; a quarter of the intents withheld)"
        )
        report(dataset, cases)
        calibration(cases)
        if errors:
            for case in cases:
                if not case.right and case.grounding.confidence >= 0.5:
                    print(
                        "  WRONG",
                        case.grounding.confidence,
                        case.question,
                        "->",
                        case.grounding.hits[0].passage.question,
                    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    arguments.add_argument("--errors", action="store_true", help="list the questions that went wrong")
    arguments.add_argument("--only", default="", help="harbour, bank, dstc or hint3")
    given = arguments.parse_args()
    sections: dict[str, tuple[Path, Callable[..., None]]] = {
        "bank": (given.data / "06_knowledge", bank),
        "dstc": (given.data / "06_knowledge", dstc),
        "hint3": (given.data / "04_intents_oos", hint3),
    }
    if given.only in ("", "harbour"):
        harbour(errors=given.errors)
    for name, (folder, measure) in sections.items():
        if folder.exists() and given.only in ("", name):
            measure(folder, errors=given.errors)


if __name__ == "__main__":
    main()
