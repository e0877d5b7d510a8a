"""Confidence has limits that no other evidence lifts."""

from collections.abc import Sequence

from baton.core.confidence import BY_ENTRY, OTHER_ENTRY, WITHOUT_FIGURE, WITHOUT_THING
from baton.core.extract import ground
from baton.core.grounding import Grounding, Hit, Passage
from baton.core.ids import DocumentId, PassageId, SourceId


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
