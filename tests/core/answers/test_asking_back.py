"""Where no answer is sure, the sections that come nearest are named, and the one that is chosen is quoted."""

from collections.abc import Sequence
from dataclasses import replace

from baton.core.answers.alternatives import nearest
from baton.core.answers.confidence import WITHOUT_FIGURE
from baton.core.answers.evidence import weigh
from baton.core.answers.extract import ASK_BACK, CHOSEN, SURE_OF_SENTENCE, ground
from baton.core.answers.grounding import Grounding, Hit, Passage
from baton.core.answers.question import read_question
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.core.reading.vocabulary import UNWEIGHTED


def passage(text: str, title: str, heading: str) -> Passage:
    document = DocumentId(f"doc_{title}")
    return Passage(PassageId(f"psg_{title}"), SourceId("src_1"), document, title, heading, text, language="en")


def ask(question: str, *passages: Passage) -> Grounding:
    hits: Sequence[Hit] = [Hit(found, 10.0 - at) for at, found in enumerate(passages)]
    return ground(question, hits)


PARCELS = passage("A parcel costs £4.95 and is tracked.", "Parcels", "Prices of shipping")
SOFAS = passage("A sofa is brought by two people.", "Furniture", "Bringing a sofa")


def test_what_comes_nearest_is_named_where_the_answer_is_unsure_and_not_where_nothing_is_near() -> None:
    unsure = ask("Can a neighbour sign for a tracked parcel from Oslo?", PARCELS, SOFAS)
    assert unsure.confidence < ASK_BACK
    assert not unsure.nearest
    near = ask("is a parcel tracked at night", PARCELS, SOFAS)
    assert ASK_BACK <= near.confidence < CHOSEN
    assert near.nearest == ("Parcels: Prices of shipping", "Furniture: Bringing a sofa")


def test_the_section_that_was_chosen_is_quoted_and_nothing_is_asked_again() -> None:
    chosen = ask("is a parcel tracked at night Furniture: Bringing a sofa", PARCELS, SOFAS)
    assert chosen.text == "A sofa is brought by two people."
    assert chosen.confidence >= CHOSEN
    assert not chosen.alternatives


def test_a_chosen_section_without_the_figure_that_was_asked_for_is_no_sure_answer() -> None:
    assert ask("how much does it cost Furniture: Bringing a sofa", PARCELS, SOFAS).confidence <= WITHOUT_FIGURE


def test_a_short_section_is_quoted_whole_where_it_is_not_sure_which_sentence_is_meant() -> None:
    number = passage(
        "Open Account. Choose it. Wait.\n\nYour number is on every letter.\n\nWe text codes. Type them.",
        "Patient account",
        "Sign in",
    )
    told = ask("is my account number on a letter from Oslo", number, SOFAS)
    assert told.confidence < SURE_OF_SENTENCE
    assert "every letter" in told.text
    assert "We text codes." in told.text


def test_pages_of_other_things_are_no_readings_of_the_one_that_is_named() -> None:
    silver = passage("- Cash back on travel: 4%", "Silver Card: Rewards", "Cash back on travel")
    business = passage("- Cash back on travel: 10%", "Business Silver Card: Rewards", "Cash back on travel")
    asked = "what is the cash back on travel"
    assert set(ask(asked, silver, business).alternatives) == {"Silver Card", "Business Silver Card"}
    assert ask(f"{asked} with the Silver Card", silver, business).alternatives == ()


def test_a_pages_opening_is_no_choice_beside_its_own_sections() -> None:
    opening = passage("We are sorry that a tracked parcel was late.", "Late parcels", "")
    section = replace(
        passage("A tracked parcel is late after a day.", "Late parcels", "When"), id=PassageId("psg_when")
    )
    near = ask("is a parcel tracked at night", opening, section, PARCELS).nearest
    assert "Late parcels: When" in near
    assert "Late parcels" not in near


def test_a_list_of_links_is_no_choice_beside_the_page_that_it_leads_to() -> None:
    links = passage("- Parcels\n- Furniture\n- Returns", "Help centre", "")
    sent = passage("A parcel costs £4.95 and is tracked.", "Parcels", "")
    assert named(sent, links, SOFAS) == ("Parcels", "Furniture: Bringing a sofa")
    assert named(links, SOFAS) == ("Help centre", "Furniture: Bringing a sofa"), "no page that it leads to is near"


def named(*passages: Passage) -> tuple[str, ...]:
    asked = read_question("is a parcel tracked at night", "en", UNWEIGHTED)
    return nearest([weigh(asked, Hit(one, 10.0), 10.0) for one in passages])
