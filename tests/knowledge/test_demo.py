"""The demo company's help centre can be read, cut and asked; what its pages say agrees."""

import re

import pytest

from baton.core.answers.grounding import Grounding
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


@pytest.mark.parametrize(
    ("before", "question", "says", "never"),
    [
        ("How long is the guarantee on a sofa?", "and a mattress?", "8 years", "45 days"),
        ("can you deliver to france", "no i meant ireland", "€9.95", "to any other country only"),
        ("Can you assemble my wardrobe?", "how much is it?", "£45", "£4.95"),
        ("How can I move my delivery slot?", "until when?", "6 pm", "7 days"),
    ],
)
def test_what_is_asked_next_is_read_after_what_was_asked_before(
    index: Index, before: str, question: str, says: str, never: str
) -> None:
    answer = index.ground(question, language="en", before=before)
    assert says in answer.text
    assert never not in answer.text
    assert answer.confidence >= 0.8
    assert answer.reading
    assert answer.reading.follows


def test_a_question_that_stands_alone_is_not_drawn_to_what_was_asked_before(index: Index) -> None:
    answer = index.ground("How do I close my account?", language="en", before="How do I return a parcel?")
    assert "Close my account" in answer.text
    assert answer.reading
    assert not answer.reading.follows


def test_what_a_follow_up_names_has_to_be_where_the_answer_is(index: Index) -> None:
    answer = index.ground("and a piano?", language="en", before="How long is the guarantee on a sofa?")
    assert answer.confidence <= 0.5


def test_an_open_question_is_asked_back(index: Index) -> None:
    assert set(ask(index, "How wide is the sofa?").alternatives) == {"Lundy", "Skye", "Iona"}


def test_facts_that_several_pages_give_agree() -> None:
    pages, entries = demo_files()
    text = " ".join(page.body.decode() for page in pages) + " ".join(entry.answer for entry in entries)
    assert set(re.findall(r"0117 496 01\d\d", text)) == {"0117 496 0142", "0117 496 0158"}
    assert set(re.findall(r"free from £(\d+)", text)) == {"50", "750"}
    assert len(pages) >= 18
    assert len(entries) >= 5
