"""Questions of one meaning come together, and a person's reply is made fit for everybody."""

from datetime import UTC, datetime

import pytest

from baton.core.actors import Actor, ActorKind
from baton.core.messages import Message, MessageKind
from baton.core.reading.own_words import OwnWord, OwnWords
from baton.core.sources.gaps import general, nearest


def said(text: str) -> Message:
    return Message("msg_1", Actor(ActorKind.CUSTOMER, "cus_1"), MessageKind.TEXT, text, datetime.now(UTC), seq=1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("do you ship to Iceland?", 0),
        ("Can you deliver lamps to Iceland", 0),
        ("Is there a student discount?", 1),
        ("any discount for students", 1),
        ("How do I descale the kettle?", None),
        ("??", None),
    ],
)
def test_questions_of_one_meaning_come_together(text, group):
    groups = [["Do you deliver to Iceland?"], ["Do students get a discount?"]]
    assert nearest(text, groups) == group


def test_a_reply_loses_greeting_name_sign_off_and_what_is_personal():
    reply = "Hi Anna! Yes, we deliver to Iceland in 9 days, so order 48213 will come too.\n\nBest regards,\nDana"
    assert general(reply, [said("My order number is 48213. Do you deliver to Iceland?")], ["Anna Berg", "Dana"]) == (
        "Yes, we deliver to Iceland in 9 days, so order [order] will come too."
    )


def test_contacts_and_secrets_are_blanked():
    text = general("We wrote to anna@example.com and called +44 7700 900123 about 4111 1111 1111 1111.", [], [])
    assert "anna@" not in text
    assert "7700" not in text
    assert "4111" not in text


def test_what_the_company_says_is_one_thing_is_one_gap() -> None:
    own = OwnWords([OwnWord("season ticket", ("FlexiPass",))])
    groups = [["Can dogs use my season ticket?"]]
    assert nearest("is the flexipass for dogs", groups) is None
    assert nearest("is the flexipass for dogs", groups, own) == 0
