"""Answers are quoted whole and cited; what the sources do not say comes out with little confidence."""

from collections.abc import Sequence

import pytest

from baton.core.answers.extract import ground
from baton.core.answers.grounding import Grounding, Hit, Passage
from baton.core.answers.quotes import MAX_QUOTE
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.core.reading.vocabulary import Vocabulary

RETURNS = """You have 45 days to return most things. Items must be unused.

Do it like this:
1. Open your orders.
2. Choose the item. Say why.
3. Print the label."""

FEES = "- Blue card: Fee 2%; Limit £500\n- Silver card: Fee 1%; Limit £900\n- Gold card: Fee 0%; Limit £2,000"


def passage(text: str, title: str = "Help", heading: str = "", *, number: int = 1, **fields: object) -> Passage:
    return Passage(
        id=PassageId(f"psg_{number}"),
        source_id=SourceId("src_1"),
        document_id=DocumentId(f"doc_of_{title}"),
        title=title,
        heading=heading,
        text=text,
        **{"language": "en", **fields},  # type: ignore[arg-type]
    )


def ask(question: str, *passages: Passage, **options: object) -> Grounding:
    hits: Sequence[Hit] = [Hit(found, 10.0 - at) for at, found in enumerate(passages)]
    return ground(question, hits, **options)  # type: ignore[arg-type]


def test_the_sentence_that_answers_is_quoted_whole_and_cited() -> None:
    answer = ask(
        "How long is a gift card valid?",
        passage("Buy one online. Gift cards are valid for 24 months. They can be sent by email.", "Gift cards"),
    )
    assert answer.statements[0].text == "Gift cards are valid for 24 months."
    assert all(statement.citations == (1,) for statement in answer.statements)
    assert (answer.citations[0].n, answer.citations[0].passage_id) == (1, "psg_1")
    assert "24 months" in answer.citations[0].quote


def test_steps_are_quoted_as_steps() -> None:
    answer = ask("How do I return an item?", passage(RETURNS, "Returns", "How to return"))
    assert [statement.text[:2] for statement in answer.statements] == ["Do", "1.", "2.", "3."]
    assert answer.text.splitlines()[2] == "2. Choose the item. Say why."


def test_a_period_is_quoted_where_a_period_was_asked() -> None:
    answer = ask("How long do I have to return an item?", passage(RETURNS, "Returns", "How to return"))
    assert answer.statements[0].text == "You have 45 days to return most things."


def test_one_line_of_a_table_is_enough() -> None:
    answer = ask("What is the fee of the silver card?", passage(FEES, "Cards", "Fees"))
    assert answer.text == "- Silver card: Fee 1%; Limit £900"


def test_the_whole_table_answers_a_question_about_all() -> None:
    answer = ask("What are the fees?", passage(FEES, "Cards", "Fees"))
    assert len(answer.statements) == 3


def test_a_sentence_that_leans_on_the_one_before_is_not_left_alone() -> None:
    answer = ask("What does assembly cost?", passage("Our crew can put it up. It costs £45 per item.", "Assembly"))
    assert answer.text == "Our crew can put it up. It costs £45 per item."


def test_a_direct_entry_is_answered_with_its_answer() -> None:
    entry = passage("No. Parcels come on working days.", "Sundays", number=2, question="Can you deliver on a Sunday?")
    answer = ask("do you deliver sundays", passage("Delivery is free on Sunday orders from £50."), entry)
    assert answer.text == "No. Parcels come on working days."
    assert answer.confidence > 0.7
    assert len(answer.statements) == 2


def test_the_citation_opens_the_paragraph() -> None:
    found = passage("Refunds take 5 days.", "Refunds", url="https://x.example/r", anchor="when", version=3)
    citation = ask("How long do refunds take?", found).citations[0]
    assert (citation.url, citation.version) == ("https://x.example/r#when", 3)


def test_a_long_quote_is_cut_at_blanks_around_the_answer() -> None:
    text = "Filler words stand here. " * 30 + "Refunds take 5 days. " + "More filler follows. " * 30
    quote = ask("How long do refunds take?", passage(text)).citations[0].quote
    assert "Refunds take 5 days." in quote
    assert len(quote) <= MAX_QUOTE + 4
    assert quote.startswith("… ")
    assert quote.endswith(" …")


@pytest.mark.parametrize(
    "question",
    [
        "Can I pay with bitcoin?",
        "Who won the match yesterday?",
        "Do you sell kitchens?",
        "how do I get a mortgage",
    ],
)
def test_a_question_beyond_the_sources_has_little_confidence(question: str) -> None:
    answer = ask(
        question,
        passage("We accept cards and PayPal. You pay when you order.", "Ways to pay"),
        passage("If you sell the sofa, the guarantee moves with it.", "Guarantee", number=2),
        vocabulary=Vocabulary(passages=100, found={"pay": 20, "sell": 3}),
    )
    assert answer.confidence < 0.35


def test_missing_words_are_named_as_they_were_written() -> None:
    assert ask("Can I pay with Bitcoins?", passage("You pay by card.", "Ways to pay")).missing == ("bitcoins",)


def test_a_question_that_leans_on_the_one_before_is_read_with_it() -> None:
    silver = passage("The annual fee is $20.", "Silver Card", "Fees", number=1)
    gold = passage("The annual fee is $90.", "Gold Card", "Fees", number=2)
    answer = ask("and what about its annual fee?", silver, gold, context="What cash back does the Gold Card give?")
    assert answer.text == "The annual fee is $90."
    alone = ask("What is the annual fee?", silver, gold)
    assert set(alone.alternatives) == {"Silver Card", "Gold Card"}


def test_nothing_found_or_nothing_asked_is_no_answer() -> None:
    assert ask("How long do refunds take?") == Grounding(confidence=0.0, missing=("refunds",))
    assert ask("what is it", passage("Refunds take 5 days.")).confidence == 0.0
    assert ask("", passage("Refunds take 5 days.")).statements == ()


def test_answers_in_the_language_of_the_sources() -> None:
    found = passage("Rückgaben sind 30 Tage lang möglich. Sie sind kostenlos.", "Rückgabe", language="de")
    answer = ask("Wie lange kann ich etwas zurückgeben?", found, language="de")
    assert answer.statements[0].text == "Rückgaben sind 30 Tage lang möglich."
    japanese = passage("返金は五日以内に行われます。店は九時に開きます。", "返金", language="ja")
    assert ask("返金はいつですか", japanese, language="ja").statements[0].text == "返金は五日以内に行われます。"


@pytest.mark.parametrize("text", ["", "\x00", "...", "?", "1.", "- ", "\u202e\u200b", "🙂" * 1000, "Z̸̢̛a̶l̵g̷o̴" * 500])
def test_any_passage_and_question_can_be_weighed(text: str) -> None:
    assert 0.0 <= ask("How long do refunds take?", passage(text)).confidence <= 1.0
    assert 0.0 <= ask(text, passage("Refunds take 5 days.")).confidence <= 1.0


def test_it_stands_alone_where_the_heading_names_what_it_is() -> None:
    lundy = passage("The two-seater is 168 cm wide. Its covers can be washed at 30 °C.", "Sofas", "Lundy")
    assert ask("How do I wash the Lundy covers?", lundy).text == "Its covers can be washed at 30 °C."


def test_a_list_is_quoted_with_the_heading_that_turns_it_around() -> None:
    found = passage("- Made-to-order furniture\n- Gift cards", "Returns", "What cannot be returned")
    assert ask("Can I return gift cards?", found).text == "What cannot be returned:\n- Gift cards"


def test_opening_hours_are_given_for_each_place() -> None:
    bristol = passage("Open Monday to Friday from 10 am to 6 pm. Parking is free for 2 hours.", "Hours", "Bristol shop")
    leeds = passage("Open Monday to Friday from 9 am to 5 pm.", "Hours", "Leeds shop", number=2)
    answer = ask("What are your opening hours?", bristol, leeds)
    assert answer.text == (
        "Bristol shop: Open Monday to Friday from 10 am to 6 pm. Leeds shop: Open Monday to Friday from 9 am to 5 pm."
    )
    assert [citation.n for citation in answer.citations] == [1, 2]
    assert not answer.alternatives


def test_a_page_asked_for_by_its_name_alone_begins_at_its_beginning() -> None:
    first = passage("You have 45 days for returns.", "Returns", "How long you have")
    other = passage("Returns of returned returns.", "Returns", "Return to a shop", number=2, start=300)
    assert ask("returns", other, first).text == "You have 45 days for returns."


def test_a_heading_that_leans_on_the_title_has_the_titles_words() -> None:
    covers = passage("Faults in material.", "Guarantee and repairs", "What it covers")
    lasts = passage("Sofas: 10 years.", "Guarantee and repairs", "How long the guarantee lasts", number=2)
    assert ask("What does the guarantee cover?", lasts, covers).text == "Faults in material."


def test_a_figure_that_measures_something_else_is_little_proof() -> None:
    tall = passage("Wardrobes over 75 cm must be fixed to the wall.", "Assembly", "Fix tall furniture to the wall")
    assert ask("How tall is the wardrobe?", tall).confidence <= 0.3
    height = passage("210 cm.", "Wardrobe", "Height")
    assert ask("How tall is the wardrobe?", height).confidence > 0.3


def test_two_sections_that_answer_alike_are_both_quoted_under_their_headings() -> None:
    parcel = passage("Returns need a label.", "Returns", "Small parcels that you post", number=1)
    furniture = passage("Returns need a booked day.", "Returns", "Furniture on a van", number=2)
    answer = ask("How do returns work?", parcel, furniture)
    assert answer.text == "Returns need a booked day. Small parcels that you post: Returns need a label."
    assert [statement.citations for statement in answer.statements] == [(1,), (2,)]
    assert [citation.n for citation in answer.citations] == [1, 2]


def test_what_another_page_says_beside_it_is_led_by_that_pages_name() -> None:
    parcel = passage("Returns need a label.", "Returns", "Small parcels that you post", number=1)
    furniture = passage("Returns need a booked day.", "Vans", "Furniture returns on a van", number=2)
    answer = ask("How do returns work?", parcel, furniture)
    assert answer.text == "Returns need a label. Vans, Furniture returns on a van: Returns need a booked day."


def test_another_row_of_the_same_table_is_led_by_nothing() -> None:
    blue = passage("- Blue: Monthly fee 5 EUR; Limit 1000 EUR", "Plans", number=1)
    silver = passage("- Silver: Monthly fee 9 EUR; Limit 5000 EUR", "Plans", number=2)
    answer = ask("monthly fee", blue, silver)
    assert [said.text for said in answer.statements] == [blue.text, silver.text]


def test_a_page_of_another_subject_is_not_quoted_beside_the_named_one() -> None:
    silver = passage("The annual fee is $20 a year.", "Silver Card", "Costs", number=1)
    business = passage("The annual fee is $90 a year.", "Business Silver Card", "Costs", number=2)
    assert ask("What is the annual fee of the Silver Card?", silver, business).text == "The annual fee is $20 a year."


def test_what_is_told_beside_the_question_takes_little_of_its_confidence() -> None:
    cards = passage("Gift cards are valid for 24 months.", "Gift cards", "Validity")
    plain = ask("How long is a gift card valid?", cards).confidence
    upset = ask("My daughter was really upset yesterday. How long is a gift card valid?", cards).confidence
    assert upset > 0.8 * plain
