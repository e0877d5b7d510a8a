"""The demo company's help centre can be read, cut and asked; what its pages say agrees."""

import re

import pytest

from baton.core.grounding import Grounding
from baton.core.ids import DocumentId, SourceId
from baton.knowledge.chunk import cut
from baton.knowledge.demo import demo_files
from baton.knowledge.parse import parse
from baton.knowledge.search import Index


@pytest.fixture(scope="module")
def index() -> Index:
    made = Index()
    pages, _ = demo_files()
    made.replace_many(
        {
            DocumentId(page.name): list(
                cut(parse(page.name, page.body), SourceId("src_1"), DocumentId(page.name)).passages
            )
            for page in pages
        }
    )
    return made


def ask(index: Index, question: str) -> Grounding:
    return index.ground(question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("How much is delivery?", "£4.95"),
        ("How long do I have to return something?", "45 days"),
        ("How do I return a parcel?", "Print the label"),
        ("How do I reset my password?", "30 minutes"),
        ("What is the warranty on a mattress?", "8 years"),
        ("How long is a gift card valid?", "24 months"),
        ("How much does assembly cost?", "£45"),
        ("What is your refund policy?", "We refund"),
        ("What's your returns policy?", "45 days"),
    ],
)
def test_common_questions_are_answered(index: Index, question: str, says: str) -> None:
    answer = ask(index, question)
    assert says in answer.text
    assert answer.confidence > 0.6
    assert answer.citations[0].url


@pytest.mark.parametrize("question", ["Do you sell kitchens?", "Do you have any jobs?", "Is the wood FSC certified?"])
def test_what_no_page_says_is_not_answered(index: Index, question: str) -> None:
    assert ask(index, question).confidence < 0.4


def test_an_open_question_is_asked_back(index: Index) -> None:
    assert set(ask(index, "How wide is the sofa?").alternatives) == {"Lundy", "Skye", "Iona"}


def test_facts_that_several_pages_give_agree() -> None:
    pages, entries = demo_files()
    text = " ".join(page.body.decode() for page in pages) + " ".join(entry.answer for entry in entries)
    assert set(re.findall(r"0117 496 01\d\d", text)) == {"0117 496 0142", "0117 496 0158"}
    assert set(re.findall(r"free from £(\d+)", text)) == {"50", "750"}
    assert len(pages) >= 18
    assert len(entries) >= 5
