"""What a question asks for in its form decides which sentence of a page answers it."""

from collections.abc import Sequence

from baton.core.extract import ground
from baton.core.grounding import Grounding, Hit, Passage
from baton.core.ids import DocumentId, PassageId, SourceId


def passage(text: str, title: str, heading: str = "") -> Passage:
    document, id = DocumentId(f"doc_{title}"), PassageId(f"psg_{title}{heading}")
    return Passage(id, SourceId("src_1"), document, title, heading, text, language="en")


def ask(question: str, *passages: Passage) -> Grounding:
    hits: Sequence[Hit] = [Hit(found, 10.0 - at) for at, found in enumerate(passages)]
    return ground(question, hits)


def test_a_question_for_the_meaning_is_answered_by_what_says_it() -> None:
    opening = passage("You may hear the term provisional credit from us.", "What is provisional credit?")
    meaning = passage("Provisional credit is money on loan.", "What is provisional credit?", "In short")
    assert ask("What is provisional credit?", opening, meaning).text.startswith("Provisional credit is money on loan.")


def test_how_long_it_takes_is_not_answered_by_how_long_it_is_guaranteed() -> None:
    crowns = passage("A crown has a guarantee of 5 years.\n\nFrom the first visit it takes two weeks.", "Crowns")
    assert ask("How long does a crown take?", crowns).text == "From the first visit it takes two weeks."
