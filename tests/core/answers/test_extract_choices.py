"""Passages that answer a question in several ways: which are offered as a choice, and which are not."""

from core.answers.test_extract import ask, passage


def test_two_readings_are_offered_and_none_when_the_question_names_one() -> None:
    lundy = passage("The two-seater is 168 cm wide and 92 cm deep.", "Sofas: Lundy and Skye", "Lundy", number=1)
    skye = passage("The two-seater is 175 cm wide and 98 cm deep.", "Sofas: Lundy and Skye", "Skye", number=2)
    assert set(ask("How wide is the sofa?", lundy, skye).alternatives) == {"Lundy", "Skye"}
    assert ask("How wide is the Skye sofa?", lundy, skye).alternatives == ()
    assert ask("How wide is the Skye sofa?", lundy, skye).citations[0].heading == "Skye"
    assert ask("And how wide is it?", lundy, skye, context="I like the Skye sofa").citations[0].heading == "Skye"


def test_pages_of_variants_are_offered_by_their_subjects() -> None:
    blue = passage("The annual fee is $20.", "Blue Card: Costs", "Annual fee", number=1)
    gold = passage("The annual fee is $90.", "Gold Card: Costs and limits", "Annual fee", number=2)
    assert ask("What is the annual fee?", blue, gold).alternatives == ("Blue Card", "Gold Card")
    assert ask("What is the annual fee of the Gold Card?", blue, gold).text == "The annual fee is $90."


def test_the_page_of_the_named_subject_wins_though_another_says_more() -> None:
    black = passage("The annual fee of the Gold Black Card is $500.", "Gold Black Card: Annual fee", "Annual fee")
    gold = passage("- Annual fee: $90", "Gold Card: Limits", "Terms and conditions", number=2)
    assert ask("What is the annual fee of the Gold Card?", black, gold).text == "- Annual fee: $90"


def test_sections_that_are_no_variants_are_not_offered() -> None:
    means = passage("The fee is 2%.", "Travel fees", "What this means for you", number=1)
    included = passage("The fee is 3% for cash.", "Travel fees", "What is not included", number=2)
    assert ask("What is the fee?", means, included).alternatives == ()


def test_one_word_is_asked_back_with_the_sections_that_have_it() -> None:
    order = passage("You can cancel until it is sent.", "Orders", "Cancel an order", number=1)
    slot = passage("You can cancel until the day before.", "Orders", "Cancel a slot", number=2)
    assert set(ask("cancel", order, slot).alternatives) == {"Cancel an order", "Cancel a slot"}
    assert ask("cancel my slot", order, slot).alternatives == ()


def test_pages_of_one_kind_are_offered_though_they_word_it_differently() -> None:
    gold = passage("Your fee abroad is 0%.", "Gold Card: Travel", "Foreign transaction fee", number=1)
    elite = passage("Nothing is added: 0% fee.", "Elite Card: Foreign transaction fee", "What you save", number=2)
    hotel = passage("The fee is $3.", "Hotel bookings", "Foreign transaction fee", number=3)
    asked = "what is the foreign transaction fee"
    assert set(ask(asked, gold, elite, hotel).alternatives) == {"Gold Card", "Elite Card"}
    assert ask(f"{asked} of the elite card", gold, elite, hotel).alternatives == ()
