"""A query knows what its words are worth, and the parts of a long message."""

from baton.core.reading.vocabulary import Vocabulary
from baton.knowledge.query import query_of


def test_words_that_anybody_says_are_worth_less() -> None:
    found = Vocabulary(passages=50, found={"problem": 3, "mattress": 3})
    query = query_of("problem mattress", found, "en", ("en",))
    assert query.words["problem"] < query.words["mattress"] == 1.0


def test_words_that_no_passage_has_are_not_asked_and_the_one_that_was_meant_is() -> None:
    found = Vocabulary(passages=50, found={"refnud": 0, "refund": 2}, meant={"refnud": "refund"})
    assert query_of("refnud", found, "en", ("en",)).words == {"refund": 1.0}


def test_a_long_message_is_asked_in_parts_and_what_is_said_again_weighs_more() -> None:
    text = "My card is lost. I need a new card. Where is my statement? The weather is bad."
    found = Vocabulary(passages=50, found={"card": 5, "statement": 5, "lost": 5})
    query = query_of(text, found, "en", ("en",))
    assert [set(part) for part in query.parts] == [{"card", "lost"}]
    assert query.words["card"] > query.words["statement"]
    assert query_of("My card is lost.", found, "en", ("en",)).parts == ()


def test_letters_are_compared_for_short_messages_only() -> None:
    assert query_of("lost card", Vocabulary(), "en", ("en",)).letters >= {"^lo", "rd$"}
    assert not query_of("lost card " * 30, Vocabulary(), "en", ("en",)).letters
