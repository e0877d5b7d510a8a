"""The index finds by words in any form, changes one document at a time, and survives any query."""

from collections.abc import Callable

import pytest

from baton.core.answers.grounding import Passage
from baton.core.ids import DocumentId
from baton.knowledge.search import Index

Make = Callable[..., Passage]
ONE, TWO = DocumentId("doc_1"), DocumentId("doc_2")


@pytest.fixture
def index(passage: Make) -> Index:
    made = Index()
    made.replace(ONE, [passage("Refunds arrive in five days.", title="Refunds"), passage("Gift cards last long.")])
    made.replace(TWO, [passage("Delivery is free.", document="doc_2", heading="Prices")])
    return made


def found(index: Index, text: str, **options: object) -> list[str]:
    return [hit.passage.text for hit in index.search(text, **options)]  # type: ignore[arg-type]


def test_finds_other_forms_of_a_word_and_best_first(index: Index) -> None:
    assert found(index, "when is my money refunded")[0] == "Refunds arrive in five days."
    assert found(index, "delivering")[0] == "Delivery is free."
    assert found(index, "prices") == ["Delivery is free."]


def test_finds_by_synonyms(index: Index) -> None:
    assert found(index, "reimbursement shipping")[0] in {"Refunds arrive in five days.", "Delivery is free."}
    assert found(index, "voucher") == []


def test_scores_fall(index: Index) -> None:
    scores = [hit.score for hit in index.search("refund gift delivery")]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_limit_is_kept(index: Index) -> None:
    assert len(found(index, "refund gift delivery", limit=2)) == 2
    assert found(index, "refund", limit=0) == []


def test_replacing_a_document_leaves_the_others(index: Index, passage: Make) -> None:
    before = index.bytes
    index.replace(ONE, [passage("Returns take a month.")])
    assert found(index, "refunds gift") == []
    assert found(index, "return") == ["Returns take a month."]
    assert found(index, "delivery") == ["Delivery is free."]
    assert len(index) == 2
    assert 0 < index.bytes < before
    assert index.lookup("refunds delivery").found == {"refund": 0, "deliv": 1}


def test_removing_every_document_leaves_nothing(index: Index) -> None:
    index.replace_many({ONE: [], TWO: []})
    assert found(index, "delivery refund") == []
    assert (len(index), index.bytes) == (0, 0)


def test_the_sources_language_decides_the_forms(passage: Make) -> None:
    index = Index()
    index.replace(ONE, [passage("Rückgaben sind 30 Tage lang möglich.", language="de")])
    index.replace(TWO, [passage("返金は五日以内に行われます。", document="doc_2", language="ja")])
    assert found(index, "rueckgabe", language="en") == ["Rückgaben sind 30 Tage lang möglich."]
    assert found(index, "返金はいつですか", language="ja") == ["返金は五日以内に行われます。"]


def test_vocabulary_counts_passages(index: Index) -> None:
    words = index.lookup("refund zebra")
    assert words.passages == 3
    assert words.found == {"refund": 1, "zebra": 0}
    assert words.weight("zebra") > words.weight("refund") > 0


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "the of and",
        "AND OR NOT (",
        'body:"x" +-!',
        "\x00",
        "z" * 100_000,
        "word " * 20_000,
        "🙂",
        "\ud800",
    ],
)
def test_any_query_is_answered(index: Index, query: str) -> None:
    assert isinstance(index.search(query), list)


def test_an_empty_index_finds_nothing() -> None:
    assert Index().search("refund") == []


def test_a_slip_of_the_keys_finds_the_word_that_was_meant(index: Index) -> None:
    meant = index.lookup("refnud").meant
    assert meant == {"refnud": "refund"}
    assert found(index, "refnud") == ["Refunds arrive in five days."]


def test_a_word_that_is_gone_is_meant_no_more(passage: Make) -> None:
    index = Index()
    found = passage("Mattresses are soft.")
    index.replace(found.document_id, [found])
    assert index.lookup("matresses").meant
    index.replace(found.document_id, [])
    assert not index.lookup("matresses").meant


def test_an_entry_is_found_by_nearly_the_same_letters_and_by_stop_words(passage: Make) -> None:
    index = Index()
    asked = passage("Write to us.", question="How do I become a dealership?", document="doc_1")
    index.replace_many({ONE: [asked], TWO: [passage("Hello.", question="Hey", document="doc_2")]})
    assert found(index, "dealer ship")[0] == "Write to us."
    assert found(index, "hey") == ["Hello."]


def test_entries_with_one_answer_take_one_place(passage: Make) -> None:
    index = Index()
    asked = [passage("Yes.", question=f"Is parking {word}?") for word in ("free", "there", "possible", "easy")]
    index.replace_many({ONE: asked, TWO: [passage("Park behind the house.", document="doc_2")]})
    assert sorted(found(index, "parking", limit=2)) == ["Park behind the house.", "Yes."]


def test_a_long_message_finds_a_document_for_each_of_its_parts(index: Index) -> None:
    story = "I was away. My parcel came late. I paid for delivery. Now I want a refund. My dog is well."
    assert set(found(index, story, limit=2)) == {"Refunds arrive in five days.", "Delivery is free."}
