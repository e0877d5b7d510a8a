"""The goal is the last wish that can stand alone, and not a yes, a thanks or half a sentence that leans on another."""

import pytest

from baton.core.packet.goal import find_goal
from baton.core.reading.leaning import leans, without_opener


@pytest.mark.parametrize(
    "said",
    [
        "And the other one?",
        "yes please",
        "It still doesn't",
        "Can you check again, please?",
        "How about economy class instead?",
        "I want to modify a few of them.",
        "Is there a way for an exception in this case?",
        "The reason is a change of plan.",
        "Please go ahead and cancel the reservation.",
        "This unfortunately led to a missed meeting.",
        "I don't have the reservation ID handy.",
        "I just need to cancel it and get a refund.",
        "Thanks a lot!",
        "Und das andere?",
        "Es funktioniert nicht",
        "¿Y la otra?",
    ],
)
def test_what_points_at_something_said_before_leans(said: str) -> None:
    assert leans(said)


@pytest.mark.parametrize(
    "said",
    [
        "Could you cancel one of the duplicate flights on May 17?",
        "I made a mistake with the booking and need to cancel it.",
        "I noticed that the insurance isn't shown.",
        "Where is my parcel?",
        "The app crashes again when I open the map.",
        "I would like tea instead of coffee.",
        "No funciona mi tarjeta",
        "No answer came from your shop in Leeds.",
        "Die Lampe funktioniert nicht",
    ],
)
def test_what_names_its_matter_stands_alone(said: str) -> None:
    assert not leans(said)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Hi there! I want my money back.", "I want my money back."),
        ("Yes, thank you. Could you send the invoice?", "Could you send the invoice?"),
        ("I understand, but is there a way?", "is there a way?"),
        ("No answer came.", "No answer came."),
        ("Sure!", ""),
    ],
)
def test_a_greeting_a_yes_and_a_thanks_are_no_part_of_a_wish(said: str, left: str) -> None:
    assert without_opener(said) == left


@pytest.mark.parametrize(
    ("texts", "goal"),
    [
        (
            ["Hi, I'd like to cancel my reservation, please.", "Is there any way for an exception in this case?"],
            "I'd like to cancel my reservation, please. … Is there any way for an exception in this case?",
        ),
        (
            [
                "I need help with a flight.",
                "I made a mistake with the booking and need a refund of 90 euros.",
            ],
            "I made a mistake with the booking and need a refund of 90 euros.",
        ),
        (["Where is my parcel?", "Yes, please go ahead.", "Thank you!"], "Where is my parcel?"),
        (["I want to see the doctor.", "My number is 4521."], "I want to see the doctor."),
        (["And the other one?"], "the other one?"),
        (["Hi", "Thanks"], ""),
        (["Hello", "QX7PLM", "jane@example.com"], ""),
        (["My name is Jane Roe", "The lamp is broken"], "The lamp is broken"),
    ],
)
def test_a_wish_that_leans_comes_with_the_one_that_it_leans_on(texts: list[str], goal: str) -> None:
    assert find_goal(texts) == goal


@pytest.mark.parametrize(
    ("texts", "goal"),
    [
        (
            ["I need to cancel a booking, please.", "I'd like to cancel the one with the ID S5IK51.", "Thanks!"],
            "I need to cancel a booking, please. … I'd like to cancel the one with the ID S5IK51.",
        ),
        (
            ["I'd like to cancel my order.", "I'm certain that I ordered it ten hours ago, can you double-check that?"],
            "I'd like to cancel my order.",
        ),
        (
            ["I'm upset about a delay of my parcel.", "I'm sure there were 3 lamps in it. Could you verify that?"],
            "I'm upset about a delay of my parcel.",
        ),
        (
            ["I want to return a lamp.", "I’m a gold member, so can you help with the return?"],
            "I want to return a lamp. … I’m a gold member, so can you help with the return?",
        ),
        (
            ["I want to return a lamp.", "My number is 4521.", "Could there be a higher compensation?"],
            "I want to return a lamp. … Could there be a higher compensation?",
        ),
        (
            ["I need some help with my orders.", "I'd like to cancel order 4521, it came too late."],
            "I'd like to cancel order 4521, it came too late.",
        ),
        (
            ["I bought a chair. It isn't showing up in my account.", "Yes"],
            "I bought a chair. It isn't showing up in my account.",
        ),
        (["find one way flights", "Is the ticket refundable?"], "find one way flights"),
    ],
)
def test_what_is_said_in_the_course_of_a_matter_does_not_take_the_place_of_the_matter(
    texts: list[str], goal: str
) -> None:
    assert find_goal(texts) == goal


def test_a_typed_apostrophe_is_read_like_a_straight_one() -> None:
    said = "I ordered a jacket by mistake, and I{}d like to send it back. Is that possible?"
    assert [find_goal([said.format(mark)]) for mark in "'’"] == [said.format(mark) for mark in "'’"]
