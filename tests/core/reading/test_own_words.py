"""A tenant's own words, read in a question and refused where they would do harm."""

from collections.abc import Callable, Collection

import pytest

from baton.core.reading.own_words import LONGEST, OwnWord, OwnWords, flaws
from baton.core.reading.tokens import tokens

PASS = OwnWord("annual season ticket", ("FlexiPass", "flexi card"))


def among(*texts: str) -> Callable[[Collection[str]], bool]:
    """Whether one of these passages has all stems."""
    stems = [frozenset(tokens(text, "en")) for text in texts]
    return lambda asked: any(set(asked) <= known for known in stems)


def test_a_customers_word_that_no_page_has_is_read_as_the_pages_word() -> None:
    has = among("An annual season ticket costs 90 euros.")
    for said in ("FlexiPass", "flexipass", "flexi-card", "Flexi  cards"):
        read = OwnWords([PASS]).read(f"How much is a {said}?", "en", has)
        assert read.text == "How much is a annual season ticket?", said


def test_a_word_that_both_have_stays_and_may_stand_for_the_other() -> None:
    has = among("An annual season ticket costs 90 euros.", "The FlexiPass is valid on buses.")
    read = OwnWords([PASS]).read("Is the FlexiPass valid on trains?", "en", has)
    assert read.text == "Is the FlexiPass valid on trains?"
    assert read.same == {"flexipass": frozenset(tokens("annual season ticket", "en"))}


def test_the_pages_word_is_read_as_another_that_the_pages_have_instead() -> None:
    read = OwnWords([PASS]).read("An annual season ticket?", "en", among("The FlexiPass is valid on buses."))
    assert read.text == "An FlexiPass?"


def test_only_whole_words_count_and_nothing_is_read_twice() -> None:
    chain = [OwnWord("alpha plan", ("beta plan",)), OwnWord("gamma plan", ("alpha plans plus",))]
    has = among("alpha plan", "gamma plan")
    read = OwnWords(chain).read("What does the beta plan cost, and the betaplanner?", "en", has)
    assert read.text == "What does the alpha plan cost, and the betaplanner?"


def test_words_without_spaces_between_them_are_found_inside_a_sentence() -> None:
    read = OwnWords([OwnWord("定期券", ("フレックスパス",))]).read(
        "フレックスパスはいくらですか", "ja", lambda stems: "定期" in stems
    )
    assert read.text == "定期券はいくらですか"


def test_without_words_or_pages_a_question_stays_as_it_is() -> None:
    assert OwnWords().read("How much?", "en", among()).text == "How much?"
    assert OwnWords([PASS]).read("A FlexiPass?", None, among()).text == "A FlexiPass?"


@pytest.mark.parametrize(
    ("word", "others", "says"),
    [
        ("ticket", (), "at least one other word"),
        ("ticket", ("x",), "“x” is too short"),
        ("ticket", ("-",), "“-” is too short"),
        ("ticket", ("the",), "nearly every sentence has"),
        ("ticket", ("what is this",), "nearly every sentence has"),
        ("ticket", ("contact",), "“contact” is too common"),
        ("ticket", ("a" * (LONGEST + 1),), "too long"),
        ("ticket", ("Ticket",), "the same word twice"),
        ("ticket", ("flexi-pass", "Flexi pass"), "the same word twice"),
        ("ticket", ("flexi CARD",), "belongs to “annual season ticket” already"),
        ("ticket", ("annual season ticket",), "belongs to “annual season ticket” already"),
        ("flexipass", ("ticket",), "belongs to “annual season ticket” already"),
        ("ticket", tuple(f"ticket number {n}" for n in range(21)), "20 is the most"),
    ],
)
def test_what_would_do_harm_is_refused_with_the_reason(word: str, others: tuple[str, ...], says: str) -> None:
    assert says in " ".join(flaws(OwnWord(word, others), [PASS]))


def test_a_good_word_has_no_flaws() -> None:
    assert list(flaws(OwnWord("gift card", ("present token", "Geschenkkarte")), [PASS])) == []


def test_a_thing_is_found_by_any_of_its_names() -> None:
    own = OwnWords([OwnWord("Harbour Desk 120", ("big desk", "HD120")), PASS])
    assert own.plainly("my HD120s and the big desk wobble") == "my Harbour Desk 120 and the Harbour Desk 120 wobble"
    assert own.called(["harbour desk 120", "Opening hours"]) == ("big desk", "HD120")
    assert OwnWords().plainly("as it is") == "as it is"
    assert not OwnWords()
