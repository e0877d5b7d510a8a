"""What a question's words tell, and what of a page may stand for them."""

import pytest

from baton.core.answers.question import ASIDE, DEED, FROM_CONTEXT, NUMERAL, read_question
from baton.core.reading.vocabulary import Vocabulary

SOURCES = Vocabulary(passages=100, found={"sofa": 9, "tabl": 5, "return": 12, "furnitur": 20, "password": 2})


def test_a_broader_word_stands_for_what_the_sources_name_and_is_worth_less() -> None:
    asked = read_question("Can I return a sofa?", "en", SOURCES)
    exact = asked.covered_by(frozenset(("return", "sofa")))
    broader = asked.covered_by(frozenset(("return", "furnitur")))
    assert exact == pytest.approx(1.0)  # pyright: ignore[reportUnknownMemberType]
    assert asked.covered_by(frozenset(("return",))) < broader < exact


def test_a_narrower_word_stands_for_nothing() -> None:
    assert read_question("Do I get furniture?", "en", SOURCES).covered_by(frozenset(("sofa",))) == 0.0


def test_nothing_broader_stands_for_what_no_page_names_or_what_is_looked_for_itself() -> None:
    assert not read_question("Can I return a wardrobe?", "en", SOURCES).kinds
    assert not read_question("Do you have sofas?", "en", SOURCES).kinds


def test_a_country_is_a_country_though_no_page_names_it() -> None:
    asked = read_question("Do you deliver to France?", "en", SOURCES)
    assert asked.covered_by(frozenset(("countri",))) > 0.0


def test_a_number_of_the_customers_own_tells_little() -> None:
    assert read_question("Return after 20 days", "en", SOURCES).plain["20"] == NUMERAL


def test_what_the_customer_would_do_tells_much_however_common_the_word() -> None:
    assert read_question("How do I book a table?", "en", SOURCES).plain["book"] == DEED
    assert read_question("the book on the table", "en", SOURCES).plain["book"] < DEED


def test_a_generic_word_goes_where_no_page_has_it() -> None:
    assert "polici" not in read_question("delivery policy", "en", SOURCES).words
    known = Vocabulary(passages=100, found={"polici": 30})
    assert "polici" in read_question("delivery policy", "en", known).words


def test_a_slip_is_weighed_as_the_word_that_was_meant() -> None:
    slip = Vocabulary(passages=100, found=SOURCES.found, meant={"pasword": "password"})
    asked = read_question("my pasword", "en", slip)
    assert asked.covered_by(frozenset(("password",))) > 0.5
    assert asked.words["pasword"] == SOURCES.weight("password")


def test_a_verb_that_says_little_leaves_its_weight_to_the_noun() -> None:
    asked = read_question("How do I make a complaint?", "en", SOURCES)
    assert asked.plain["make"] < DEED < asked.plain["complaint"]


def test_any_one_of_the_words_that_a_phrase_stands_for_will_do() -> None:
    known = Vocabulary(passages=100, found={"recycl": 2, "mattress": 5})
    asked = read_question("get rid of a mattress", "en", known)
    assert asked.heaviest_missing(frozenset(("recycl", "mattress"))) == 0.0
    assert asked.heaviest_missing(frozenset(("mattress",))) > 0.0


def test_a_word_of_the_form_is_there_where_the_form_is_said_in_another() -> None:
    asked = read_question("Does the loyalty scheme cost anything?", "en", SOURCES)
    assert "cost" not in asked.missing_from(frozenset(("loyalti", "scheme", "free")))
    assert "close" not in read_question("When do you close?", "en", SOURCES).missing_from(frozenset(("open",)))


@pytest.mark.parametrize(
    ("question", "word", "weight"),
    [
        ("I'm very annoyed. How do I return a sofa?", "annoy", ASIDE),
        ("I bought a sofa. Can I return it?", "sofa", FROM_CONTEXT),
        ("Changing a sofa, how many days have I got?", "sofa", 1.0),
    ],
)
def test_what_is_told_first_counts_for_as_much_as_the_question_leans_on_it(
    question: str, word: str, weight: float
) -> None:
    assert read_question(question, "en", SOURCES).plain[word] == weight


def test_what_is_said_beside_a_word_does_not_stand_for_it() -> None:
    asked = read_question("How long does a wire transfer take?", "en", SOURCES)
    assert asked.has("wire", frozenset(("wire",)))
    assert not asked.has("wire", frozenset(("transfer",)))
    assert read_question("How long does a wire take?", "en", SOURCES).has("wire", frozenset(("transfer",)))


def test_a_word_told_first_is_the_case_where_the_sources_know_it() -> None:
    known = Vocabulary(passages=100, found={"pregnant": 3, "pay": 9})
    assert read_question("I'm pregnant, do I have to pay", "en", known).plain["pregnant"] == FROM_CONTEXT
    assert read_question("I'm furious, do I have to pay", "en", known).plain["furious"] == ASIDE


def test_a_word_that_no_source_has_is_not_one_that_stands_elsewhere() -> None:
    asked = read_question("Can I return a purple sofa?", "en", SOURCES)
    assert asked.plainest_known_missing(frozenset(("return",))) == 1.0
    assert asked.plainest_known_missing(frozenset(("return", "sofa"))) == 0.0


def test_a_thing_stands_for_what_it_is_made_of() -> None:
    asked = read_question("warranty on the oak table", "en", SOURCES)
    assert asked.has("oak", frozenset(("tabl",)))
    assert not read_question("table made of oak", "en", SOURCES).has("oak", frozenset(("tabl",)))


def test_a_word_that_is_cut_for_the_search_is_missing_once() -> None:
    asked = read_question("ค่าจัดส่งเท่าไหร่", "th", SOURCES)
    assert len(asked.surface) > 1
    assert asked.missing_from(frozenset()) == ("ค่าจัดส่งเท่าไหร่",)
