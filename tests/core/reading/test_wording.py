"""Customers' phrases become the help pages' words, and questions that lean on the one before are known."""

import pytest

from baton.core.reading.synonyms import synonyms
from baton.core.reading.wording import asks_for_existence, commonness, deed, reworded


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("how do i send the sofa back", "return the sofa"),
        ("where's my order", "track my order"),
        ("i can't log in", "login/sign-in"),
        ("do I have to pay for the collection", "cost of the collection"),
        ("what is your cancellation policy", "your cancellation"),
        ("my insurance policy", "my insurance policy"),
        ("how do I delete my account", "close/delete my account"),
        ("can I collect in store", "collect in shop"),
        ("do you store my card", "do you store my card"),
        ("where is your nearest store", "is your shop"),
        ("can I change the delivery date", "change the delivery slot/date/day"),
        ("my parcel was left in the rain", "my parcel delivered"),
        ("how much is left on my card", "how much balance on my card"),
        ("missing screws in my flatpack", "my flat pack"),
        ("do you buy old sofas", "trade-in/buy-back old sofas"),
        ("can I get out of the plan", "leave/cancel the plan"),
    ],
)
def test_phrases_are_reworded(said: str, meant: str) -> None:
    assert meant in reworded(said, "en")


def test_other_languages_are_left_as_they_are() -> None:
    assert reworded("where is my order", "de") == "where is my order"


def test_common_words_weigh_less() -> None:
    assert commonness("provide", "en") < commonness("warranty", "en") == 1.0


def test_synonyms_go_both_ways_and_never_name_the_word_itself() -> None:
    assert "warranti" in synonyms("guarante", "en")
    assert "guarante" in synonyms("warranti", "en")
    assert "warranti" not in synonyms("warranti", "en")
    assert synonyms("zebra", "en") == frozenset()


@pytest.mark.parametrize(
    ("question", "does"),
    [
        ("how do i book a table", "book"),
        ("can i also wash it", "wash"),
        ("i want to cancel", "cancel"),
        ("my lamp", None),
    ],
)
def test_what_the_customer_would_do_is_known(question: str, does: str | None) -> None:
    assert deed(question) == does


def test_a_question_for_a_thing_itself_is_told_from_one_about_it() -> None:
    assert asks_for_existence("Do you have outdoor sofas?")
    assert asks_for_existence("have you got rugs")
    assert asks_for_existence("Is there any wifi?")
    assert not asks_for_existence("Do you deliver sofas?")
    assert not asks_for_existence("Can I return a sofa?")
