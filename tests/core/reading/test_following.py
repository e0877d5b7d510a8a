"""A message is read after the question before it: what it names takes the place of the old, or the words go along."""

import pytest

from baton.core.answers.grounding import Grounding, first_sure, read_as
from baton.core.reading.following import Reading, begins_anew, follows_up, readings
from baton.core.reading.replacing import replaced


def first(text: str, before: str, language: str = "en") -> Reading:
    return readings(text, before, language)[0]


@pytest.mark.parametrize(
    ("before", "text", "whole"),
    [
        ("How long is the guarantee on a sofa?", "and the cushions?", "How long is the guarantee on the cushions?"),
        ("do you take klarna", "what about cash", "do you take cash?"),
        ("can you deliver to france", "no i meant ireland", "can you deliver to ireland?"),
        ("can you deliver to france?", "sorry, to Ireland", "can you deliver to Ireland?"),
        ("What are your opening hours in Coventry?", "and in Rugby?", "What are your opening hours in Rugby?"),
        ("how much is a small filling", "and a large one?", "how much is a large filling?"),
        ("Can jute rugs be washed?", "what about cotton ones?", "Can cotton rugs be washed?"),
        ("How long does delivery of a parcel take?", "and furniture?", "How long does delivery of furniture take?"),
        (
            "Hi. My lamp broke. Is there a guarantee on lamps?",
            "and on rugs",
            "My lamp broke. Is there a guarantee on rugs?",
        ),
    ],
)
def test_what_is_named_takes_the_place_of_what_was_asked_about(before: str, text: str, whole: str) -> None:
    found = first(text, before)
    assert found.question.endswith(whole)
    assert found.follows
    assert not found.context


def test_where_its_place_does_not_show_the_question_before_goes_along() -> None:
    (found,) = readings("and at the practice?", "How long does home whitening take?", "en")
    assert found == Reading("at the practice", "How long does home whitening take?", True, "at the practice")


@pytest.mark.parametrize("bare", ["how long do I have?", "how much is it", "until when?", "and where?", "when is that"])
def test_a_question_that_names_nothing_is_asked_of_what_was_asked_before(bare: str) -> None:
    assert first(bare, "Can I try a mattress at home?") == Reading(
        f"Can I try a mattress at home? {bare}", follows=True
    )


@pytest.mark.parametrize("text", ["can I spin them?", "even if I opened the box?", "what if it was made to order?"])
def test_what_goes_on_is_read_with_the_question_before(text: str) -> None:
    assert first(text, "Can I return a lamp?") == Reading(text, "Can I return a lamp?", follows=True)


def test_a_short_question_of_its_own_is_read_alone_first_and_else_with_the_one_before() -> None:
    alone, after = readings("is there parking?", "When is Leamington open?", "en")
    assert (alone.follows, alone.context) == (False, "")
    assert (after.follows, after.context) == (True, "When is Leamington open?")


@pytest.mark.parametrize(
    "text",
    [
        "My chair broke on the second day, can I return it?",
        "How do I close my account and what happens to my points then?",
        "And how do I order a printed catalogue by post for my mother?",
    ],
)
def test_a_question_with_everything_in_it_stands_alone(text: str) -> None:
    assert readings(text, "When is Leamington open?", "en") == (Reading(text),)


def test_where_nothing_was_asked_before_a_message_stands_alone() -> None:
    assert readings("and on Sunday?", "", "en") == (Reading("and on Sunday?"),)


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("de", "und die Kissen?", "die Kissen"),
        ("de", "Was ist mit Lampen?", "Lampen"),
        ("fr", "et pour les lampes ?", "les lampes"),
        ("es", "y los cojines?", "los cojines"),
        ("it", "e per i cuscini?", "i cuscini"),
        ("pt-BR", "quis dizer Lisboa", "Lisboa"),
        ("nl", "en de kussens?", "de kussens"),
    ],
)
def test_other_languages_name_another_thing_too(language: str, text: str, named: str) -> None:
    assert first(text, "?", language) == Reading(named, "?", True, named)


def test_what_is_kept_for_the_next_message_is_the_question_as_it_was_read_and_not_the_whole_talk() -> None:
    assert first("and a mattress?", "How long is the guarantee on a sofa?").whole == (
        "How long is the guarantee on a mattress?"
    )
    whole = "Where is it? When does it come?"
    for text in ("how much is it?", "until when?", "and where?"):
        whole = first(text, whole).whole
    assert len(whole.split("?")) <= 4
    assert whole.endswith("and where?")


def test_a_customer_who_names_something_else_makes_no_choice() -> None:
    assert begins_anew("and painted wood?", "en")
    assert begins_anew("what about cash", "en")
    assert not begins_anew("Care guide: Oiled wood", "en")
    assert not begins_anew("the second one", "en")


@pytest.mark.parametrize("question", ["and to Scotland?", "What about its fee?", "can it be washed", "or without?"])
def test_follow_ups_are_known(question: str) -> None:
    assert follows_up(question)


@pytest.mark.parametrize("question", ["Is it possible to pay by card?", "How do I return a sofa?", "delivery", ""])
def test_other_questions_stand_alone(question: str) -> None:
    assert not follows_up(question)


@pytest.mark.parametrize(
    "bare", ["what time", "How much?", "ok and how long exactly?", "until when", "which one?", "why not"]
)
def test_a_question_word_alone_leans_on_what_was_said_before(bare: str) -> None:
    assert follows_up(bare)


@pytest.mark.parametrize(
    "whole", ["what time do you open", "how much is delivery", "when will my parcel come", "hello", ""]
)
def test_a_question_with_a_thing_in_it_stands_alone(whole: str) -> None:
    assert not follows_up(whole)


@pytest.mark.parametrize("question", ["", "?", "and", "the the the", "on on on", "is is", "a" * 5_000])
def test_any_words_may_stand_before(question: str) -> None:
    assert readings("and the cushions?", question, "en")
    replaced(question, "the cushions")


def test_what_is_named_and_stands_nowhere_makes_an_answer_unsure() -> None:
    oiled = Grounding(confidence=0.9, missing=("painted", "often"))
    assert read_as(oiled, Reading("painted wood", "how often?", True, "Painted wood")).confidence == 0.5
    assert read_as(oiled, Reading("oiled wood", "how often?", True, "oiled wood")).confidence == 0.9


def test_the_first_reading_that_is_sure_is_meant_and_no_more_are_tried() -> None:
    unsure, unclear = Grounding(confidence=0.6), Grounding(confidence=0.9, alternatives=("a", "b"))
    sure, surer = Grounding(confidence=0.85), Grounding(confidence=0.95)
    ways = iter((unsure, unclear, sure, surer))
    assert first_sure(ways) is sure
    assert next(ways) is surer
    assert first_sure(iter((unsure, unclear))) is unsure


def test_a_question_that_takes_up_nothing_by_its_words_is_asked_alone_where_the_one_before_leads_nowhere():
    ways = readings("and if nobody's home", "How much is a replacement cushion?", "en")
    assert [(way.context != "", way.follows) for way in ways] == [(True, True), (False, False)]


def test_a_question_whose_words_stand_for_something_said_before_is_never_asked_alone():
    assert all(way.follows for way in readings("and is it ok when pregnant?", "How much is whitening?", "en"))


@pytest.mark.parametrize(
    "text",
    ["ok can i order by phone", "How long does it take?", "und wie lange dauert das", "wie lange dauert die Lieferung"],
)
def test_a_whole_question_after_a_question_back_names_no_choice(text: str):
    assert begins_anew(text, "de" if "lange" in text else "en")


@pytest.mark.parametrize("text", ["what's the most I can put on one?", "what is the latest you can send it"])
def test_a_degree_is_no_thing_that_a_pronoun_could_mean(text: str):
    assert follows_up(text)


def test_a_thing_of_some_degree_is_one():
    assert not follows_up("is the first sofa any good and can I return it")


@pytest.mark.parametrize(
    "text", ["the blue one", "How long?", "Guarantee and repairs: Make a claim", "I'm at work on Tuesday"]
)
def test_whatever_is_no_whole_question_may_name_a_choice(text: str):
    assert not begins_anew(text, "en")
