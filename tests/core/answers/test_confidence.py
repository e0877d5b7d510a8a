"""Confidence has limits that no other evidence lifts."""

from collections.abc import Sequence
from dataclasses import replace

from baton.core.answers.confidence import (
    ALL_AND_FIGURE,
    BY_ENTRY,
    OTHER_ENTRY,
    SAYS_SO,
    WITHOUT_FIGURE,
    WITHOUT_KNOWN,
    WITHOUT_THING,
)
from baton.core.answers.extract import ground
from baton.core.answers.grounding import Grounding, Hit, Passage
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.core.reading.vocabulary import Vocabulary


def passage(text: str, title: str, heading: str = "", question: str | None = None) -> Passage:
    document = DocumentId(f"doc_{title}")
    return Passage(
        PassageId(f"psg_{title}{heading}"), SourceId("src_1"), document, title, heading, text, question, language="en"
    )


def ask(question: str, *passages: Passage) -> Grounding:
    hits: Sequence[Hit] = [Hit(found, 10.0 - at) for at, found in enumerate(passages)]
    return ground(question, hits)


def test_a_price_that_is_not_there_is_not_answered_with_other_words() -> None:
    skye = passage("The Skye sofa is made to order in a fabric of your choice.", "Sofas", "Skye")
    assert ask("How much is the Skye sofa?", skye).confidence <= WITHOUT_FIGURE
    assert ask("Tell me about the Skye sofa", skye).confidence > WITHOUT_FIGURE


def test_an_entry_that_lacks_the_point_of_the_question_answers_another_one() -> None:
    entry = passage("Lundy, Skye and Iona.", "Sofas", question="What sofas do you have?")
    assert ask("Can I return sofas?", entry).confidence <= OTHER_ENTRY


def test_an_entry_written_for_the_very_question_is_trusted() -> None:
    entry = passage("Yes, within 45 days.", "Sofas", question="Can I return a sofa?")
    assert ask("can i return a sofa", entry).confidence >= BY_ENTRY


def test_words_that_every_page_has_count_as_missing_too() -> None:
    returns = passage("Returning a parcel is free.", "Returns", "How to return a parcel")
    assert ask("Can I return a parcel?", returns).confidence > ask("Can I insure a parcel?", returns).confidence


def test_a_thing_that_is_not_named_is_no_kind_of_it() -> None:
    skye = passage("The Skye sofa has fixed covers, and its seat cushions are soft and deep.", "Sofas", "Skye")
    assert ask("What fabric are the covers of the Skye sofa in?", skye).confidence <= WITHOUT_THING
    assert ask("What covers are on the Skye sofa?", skye).confidence > WITHOUT_THING


def test_a_section_without_the_thing_that_other_pages_are_on_is_no_sure_answer() -> None:
    away = passage("The courier tries again. Then it waits at home.", "Delivery", "If you are not at home")
    elsewhere = Vocabulary(passages=40, found={"tri": 2, "mattress": 9, "home": 4})
    asked = "can I try the mattress at home"
    trial = passage("You have 100 nights.", "Mattress trial", "How it works")
    hits = [Hit(away, 9.0), Hit(trial, 8.0)]
    told = ground(asked, hits, vocabulary=elsewhere)
    assert told.hits[0].passage is away
    assert told.confidence <= WITHOUT_KNOWN
    own = replace(away, title="Mattress delivery")
    assert ground(asked, [Hit(own, 9.0), hits[1]], vocabulary=elsewhere).confidence > WITHOUT_KNOWN


def test_one_sentence_that_says_that_the_company_does_it_is_enough() -> None:
    pay = passage("You can settle with cards or PayPal.", "Money")
    rival = passage("PayPal shows it later.", "When you see it")
    assert ask("do you take PayPal", pay, rival).confidence < SAYS_SO
    accepted = replace(pay, text="We accept cards and PayPal.")
    assert ask("do you take PayPal", accepted, rival).confidence >= SAYS_SO


def test_a_figure_beside_a_common_word_alone_proves_nothing() -> None:
    complaints = passage("We answer within 10 working days.", "Complaints")
    rival = passage("Your work is done in 3 days.", "Moving in")
    assert ask("how long will I be off work", complaints, rival).confidence < ALL_AND_FIGURE
    crowns = passage("A crown is made within 10 working days.", "Crowns")
    assert ask("how long does a crown take", crowns, rival).confidence >= ALL_AND_FIGURE


def test_how_often_is_not_answered_by_a_percentage() -> None:
    rate = passage("You earn interest at 2.0% on your balance.", "Savings", "Earning interest")
    paid = passage("Interest is credited monthly.", "Savings", "When you receive interest")
    assert ask("how often do I get interest on savings", rate).confidence <= WITHOUT_FIGURE
    assert ask("how often do I get interest on savings", paid).confidence > WITHOUT_FIGURE
