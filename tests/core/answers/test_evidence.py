"""What a question asks for in its form decides which sentence of a page answers it."""

from collections.abc import Sequence

from baton.core.answers.extract import ground
from baton.core.answers.grounding import Grounding, Hit, Passage
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


def test_several_figures_under_the_heading_that_was_asked_for_are_all_quoted() -> None:
    missed = passage(
        "If you do not come we charge £45. After two of them we ask for a deposit of £50.", "Missed visits"
    )
    assert ask("how much is a missed visit", missed).text == missed.text


def test_a_size_is_answered_by_what_tells_one() -> None:
    use = passage("Enter the 16 digits of your gift card.", "Gift cards", "Use one")
    buy = passage("Gift cards come in any amount up to £500.", "Gift cards", "Buy one")
    assert ask("How big can a gift card be?", use, buy).text.startswith(buy.text)


def test_a_page_on_why_it_cannot_be_done_does_not_say_how() -> None:
    why = passage("- The payment was sent to a friend at once.", "Why can't I cancel my payment?", "Common reasons")
    how = passage("- Open Activity.\n- Choose Cancel.", "Canceling a payment", "How to cancel")
    assert ask("How do I cancel a payment", why, how).text.startswith("- Open Activity.")
