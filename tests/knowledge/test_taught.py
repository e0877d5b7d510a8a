"""How many wordings of an answer change what is found and how sure the bot is of it."""

from dataclasses import replace

from baton.core.answers.grounding import Passage
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.knowledge import taught
from baton.knowledge.search import Index

ANSWERS = {
    "Open Orders and choose Track.": (
        "where is my order",
        "track my parcel",
        "status of my order",
        "when will it arrive",
    ),
    "A refund takes five days.": (
        "i want a refund",
        "give me my money back",
        "refund for a broken lamp",
        "get refunded",
    ),
    "We open at nine.": ("when do you open", "opening hours", "are you open on sunday", "shop hours"),
}


def entry(id: str, question: str, answer: str) -> Passage:
    ids = PassageId(id), SourceId("src"), DocumentId(id)
    return Passage(*ids, question, "", answer, question=question, language="en")


def page(id: str, title: str, text: str) -> Passage:
    return Passage(PassageId(id), SourceId("src"), DocumentId(id), title, "", text, language="en")


def entries() -> list[Passage]:
    return [
        entry(f"{n}-{m}", question, answer)
        for n, (answer, questions) in enumerate(ANSWERS.items())
        for m, question in enumerate(questions)
    ]


def index_of(*passages: Passage) -> Index:
    index = Index()
    index.replace_many({passage.document_id: [passage] for passage in passages})
    return index


def test_each_answer_is_found_once_and_the_best_first():
    found = index_of(*entries()).ground("my parcel, when does it arrive", language="en")
    texts = [hit.passage.text for hit in found.hits]
    assert texts[0] == "Open Orders and choose Track."
    assert len(texts) == len(set(texts)) == 3
    assert found.text == "Open Orders and choose Track."


def test_what_nobody_taught_is_out_of_scope_and_gets_no_answer():
    found = index_of(*entries()).ground("what is the tallest tree on earth", language="en")
    assert found.in_scope < 0.3
    assert found.statements == ()


def test_a_page_that_answers_puts_the_question_in_scope():
    about = page("wood", "Wood care", "Oil the oak table twice a year with linseed oil.")
    found = index_of(*entries(), about).ground("how do i oil the oak table", language="en")
    assert found.hits[0].passage.title == "Wood care"
    assert found.in_scope >= found.confidence > 0.5


def test_a_wording_for_each_answer_is_too_little_to_learn_from():
    few = [next(one for one in entries() if one.text == answer) for answer in ANSWERS]
    assert taught.teach(few) is None
    found = index_of(*few).ground("i want a refund", language="en")
    assert found.in_scope == found.confidence > 0.5


def test_pages_that_only_list_wordings_are_told_apart_like_entries():
    lists = [
        page(name, name, "\n".join(f"- {line}" for line in lines))
        for name, lines in zip(("TRACK", "REFUND", "HOURS"), ANSWERS.values(), strict=True)
    ]
    found = index_of(*lists).ground("give me the money back", language="en")
    assert found.hits[0].passage.title == "REFUND"
    assert found.in_scope > 0.5


def test_price_lists_among_ordinary_pages_teach_nothing():
    prose = [page(f"p{n}", f"Page {n}", "This sentence is longer. " * 20) for n in range(4)]
    prices = page("prices", "Prices", "- Lamp: £4\n- Table: £9\n- Chair: £7")
    sizes = page("sizes", "Sizes", "- Lamp: 40 cm\n- Table: 2 m\n- Chair: 90 cm")
    assert taught.teach([prices, sizes]) is not None
    assert taught.teach([*prose, prices, sizes]) is None


def test_pages_of_several_sections_teach_nothing_though_each_is_a_list():
    sections = [
        replace(page(f"{name}{part}", name, "- One: yes\n- Two: no\n- Three: 5"), document_id=name, heading=part)
        for name in ("gold", "silver", "blue")
        for part in ("Fees", "Limits")
    ]
    assert taught.teach(sections) is None


def test_unchanged_wordings_are_not_learnt_again(monkeypatch):
    index = index_of(*entries())
    monkeypatch.setattr(taught, "fit", lambda _: 1 / 0)
    index.replace(DocumentId("new"), [page("new", "News", "We have moved to a new shop in the old town of York.")])
    assert index.ground("track my parcel", language="en").in_scope > 0.5


def test_an_entry_that_is_gone_is_forgotten():
    index = index_of(*entries())
    gone = {one.document_id: list[Passage]() for one in entries() if one.text == "We open at nine."}
    index.replace_many(gone)
    assert "We open at nine." not in [hit.passage.text for hit in index.ground("when do you open", language="en").hits]


def test_what_was_learnt_counts_as_memory_until_it_is_gone():
    index = index_of(*entries())
    taught_bytes = index.bytes
    index.replace_many({one.document_id: [] for one in entries()})
    assert taught_bytes > 10_000
    assert index.bytes == 0
