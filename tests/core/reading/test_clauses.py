"""A message is taken apart into what it asks and what it only tells."""

import pytest

from baton.core.reading.clauses import asks, clauses, is_long, told_aside


def test_sentences_and_joined_questions_are_clauses_of_their_own() -> None:
    assert clauses("Hi there. How long does delivery take, and can I change the date?") == (
        "Hi there.",
        "How long does delivery take",
        "can I change the date?",
    )
    assert clauses("") == ()


@pytest.mark.parametrize(
    "clause",
    [
        "How do I return a sofa",
        "is delivery free",
        "I want to cancel my order",
        "My code fails, does it expire?",
        "Wie lange dauert die Lieferung",
        "¿Cuándo llega mi pedido?",
        "返金はいつですか",
        "ok so can you collect it",
    ],
)
def test_what_asks_is_seen(clause: str) -> None:
    assert asks(clause)


@pytest.mark.parametrize("clause", ["I'm a bit annoyed.", "I bought a lamp in May.", "My son was upset.", "Thank you."])
def test_what_only_tells_is_not_taken_for_a_question(clause: str) -> None:
    assert not asks(clause)


def test_what_is_told_beside_a_question_is_set_apart_only_where_something_is_asked() -> None:
    assert told_aside("I'm a bit annoyed. How do I return my sofa?") == "I'm a bit annoyed."
    assert told_aside("How do I return my sofa?") == ""
    assert told_aside("I'm a bit annoyed.") == ""


def test_a_story_is_long_by_its_clauses() -> None:
    assert is_long("I moved. My card was lost. I called. Nobody came.")
    assert not is_long("I moved last week and would like to know what that means for my card and my account.")
