"""Whether anything that is for the team reaches a customer: the bank's documents, marked by the program itself.

    uv run python bench/leaks.py [--data ../shared/data]

Each document goes the way of an ingest: read, cut, marked as `mark_of` proposes. Every query of the development split
and probes made of the hidden documents' own titles and sentences are asked as a customer asks; what comes back (answer,
citations, choices, passages looked at) must hold no hidden passage. As an operator the same probes must find them.
"""

import argparse
import json
from pathlib import Path

from knowledge import index_of

from baton.core.answers.grounding import Passage
from baton.core.audience import mark_of
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.core.reading.sentences import sentences
from baton.knowledge.chunk import cut
from baton.knowledge.parse import parse
from baton.knowledge.search import Index

HERE = Path(__file__).parent


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    folder = arguments.parse_args().data / "06_knowledge"
    documents = [json.loads(line) for line in (folder / "tau2_banking_docs.jsonl").open()]
    public: list[Passage] = []
    hidden: list[Passage] = []
    marked = 0
    titled = {document["id"] for document in documents if "internal" in document["title"].casefold()}
    for document in documents:
        name = document["id"] + ".md"
        read = parse(name, f"# {document['title']}\n\n{document['content']}".encode())
        pieces = cut(read, SourceId("src_bench"), DocumentId(name))
        is_hidden = mark_of(name, read.title, pieces.text) is not None
        marked += is_hidden
        titled -= {document["id"]} if is_hidden else set()
        (hidden if is_hidden else public).extend(pieces.passages)
    customers, operators = index_of(public), index_of([*public, *hidden])
    queries = [json.loads(line)["query"] for line in (folder / "tau2_banking_queries.dev.jsonl").open()]
    probes = [text for one in hidden for text in (one.title, *(span.text for span in sentences(one.text)[:3]))]
    asked = [*queries, *probes]
    secret = {one.id for one in hidden}
    leaks = sum(leaks_of(customers, text, secret) for text in asked)
    seen = sum(any(hit.passage.id in secret for hit in operators.search(text, limit=10)) for text in probes)
    print(
        f"{len(documents)} documents, {marked} kept for operators ({len(hidden)} passages); missed by title: {titled}"
    )
    print(f"asked as a customer: {len(queries)} queries and {len(probes)} probes; hidden passages seen: {leaks}")
    print(f"asked as an operator: {seen} of {len(probes)} probes find a hidden passage among ten")


def leaks_of(index: Index, text: str, secret: set[PassageId]) -> int:
    """Hidden passages in anything that a customer, or the answer's making, gets to see."""
    grounding = index.ground(text[:2000])
    seen = {hit.passage.id for hit in grounding.hits} | {citation.passage_id for citation in grounding.citations}
    return len(seen & secret)


if __name__ == "__main__":
    main()
