from datetime import UTC, datetime

import pytest
from builders import BOT

from baton.core.actors import Actor, ActorKind
from baton.core.facts import extract
from baton.core.ids import MessageId
from baton.core.messages import Message, MessageKind

AT = datetime(2026, 11, 20, tzinfo=UTC)
CUSTOMER = Actor(ActorKind.CUSTOMER)


def said(*texts: str, by: Actor = CUSTOMER) -> tuple[Message, ...]:
    return tuple(
        Message(MessageId(f"m{seq}"), BOT if text.startswith("BOT ") else by, MessageKind.TEXT, text, AT, seq=seq)
        for seq, text in enumerate(texts, start=1)
    )


def facts(*texts: str) -> list[tuple[str, str]]:
    return [(fact.label, fact.value) for fact in extract(said(*texts))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Where is order 4521?", ("Order", "4521")),
        ("my order number is #W2378156", ("Order", "#W2378156")),
        ("Meine Bestellung 88123 fehlt", ("Order", "88123")),
        ("mi pedido 77120 no llegó", ("Order", "77120")),
        ("ma commande 55231 est en retard", ("Order", "55231")),
        ("注文番号 774412 が届きません", ("Order", "774412")),
        ("طلبي رقم 99812 لم يصل", ("Order", "99812")),
        ("invoice INV-2024-0017 is wrong", ("Invoice", "INV-2024-0017")),
        ("Rechnung RE-4410 stimmt nicht", ("Invoice", "RE-4410")),
        ("my reservation is IFOYYZ", ("Reservation", "IFOYYZ")),
        ("I'm omar_rossi_1241.", ("User ID", "omar_rossi_1241")),
        ("you charged me $1,249.00 twice", ("Amount", "$1,249.00")),
        ("mir wurden 49,90 € abgebucht", ("Amount", "49,90 €")),
        ("it came on 2026-05-01", ("Date", "2026-05-01")),
        ("on the 3rd of March, 2026", ("Date", "3rd of March, 2026")),
        ("am 3. März 2026", ("Date", "3. März 2026")),
        ("el 12 de mayo de 2026", ("Date", "12 de mayo de 2026")),
        ("write to ana.b+x@mail.example.com please", ("E-mail", "ana.b+x@mail.example.com")),
        ("call +49 30 1234 5678", ("Phone", "+49 30 1234 5678")),
        ("see https://shop.example/a?b=1.", ("Link", "https://shop.example/a?b=1")),
        ("it shows error code E-1042 again", ("Error", "E-1042")),
        ("chrome says ERR_CONNECTION_RESET", ("Error", "ERR_CONNECTION_RESET")),
        ("it says “Payment method declined” each time", ("Error", "Payment method declined")),
        ("the “Blue Lamp” is broken", ("Quoted", "Blue Lamp")),
    ],
)
def test_a_fact_is_found_named_and_kept_in_the_customers_own_characters(text: str, found: tuple[str, str]) -> None:
    assert found in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have 3 bags and 2 kids",
        "my flight departs at 8am on gate 5",
        "I have waited 45 minutes and 1500ms",
        "WHERE IS MY ORDER PLEASE ANSWER",
        "I made a reservation and something happened",
        "reset my password",
    ],
)
def test_ordinary_talk_holds_no_facts(text: str) -> None:
    assert facts(text) == []


@pytest.mark.parametrize(
    "correction",
    ["Sorry, I meant 4521", "I meant order 4521", "not 4512, but 4521", "correction: 4521", "Ich meinte 4521"],
)
def test_a_correction_replaces_what_it_corrects(correction: str) -> None:
    assert facts("my order is 4512, from 2026-05-01", correction) == [("Order", "4521"), ("Date", "2026-05-01")]


def test_a_correction_leaves_facts_of_another_kind_alone() -> None:
    assert facts("order 4512, invoice INV-100", "sorry, I meant invoice INV-200") == [
        ("Order", "4512"),
        ("Invoice", "INV-200"),
    ]


def test_a_denied_number_is_dropped() -> None:
    assert facts("order 4512", "it is not 4512") == []


def test_a_repeated_fact_stands_once_at_its_first_message() -> None:
    assert [(f.value, f.seq) for f in extract(said("order #4512", "yes, order 4512"))] == [("#4512", 1)]


def test_a_bare_answer_is_named_by_the_question_before_it() -> None:
    assert facts("BOT What is your reservation code?", "PEPXYZ") == [("Reservation", "PEPXYZ")]


def test_what_the_bot_says_is_no_fact() -> None:
    assert facts("BOT Your order 9999 costs $20") == []


def test_a_card_number_is_never_a_fact() -> None:
    assert facts("my card 4111 1111 1111 1111") == []


@pytest.mark.parametrize(
    "text", ["a" * 4000, "1" * 4000, "a_" * 2000, "1." * 2000, "“" * 4000, "order " * 700, "+1 " * 1300]
)
def test_hostile_text_yields_a_bounded_number_of_facts(text: str) -> None:
    assert len(facts(text)) <= 50
