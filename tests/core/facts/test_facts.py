from datetime import UTC, datetime

import pytest
from builders import BOT

from baton.core.actors import Actor, ActorKind
from baton.core.facts import OwnFact, extract
from baton.core.facts.products import product_names
from baton.core.ids import MessageId
from baton.core.messages import Message, MessageKind
from baton.core.policy.pattern import own_pattern

AT = datetime(2026, 11, 20, tzinfo=UTC)
CUSTOMER = Actor(ActorKind.CUSTOMER)


def said(*texts: str, by: Actor = CUSTOMER) -> tuple[Message, ...]:
    return tuple(
        Message(MessageId(f"m{seq}"), BOT if text.startswith("BOT ") else by, MessageKind.TEXT, text, AT, seq=seq)
        for seq, text in enumerate(texts, start=1)
    )


def facts(*texts: str) -> list[tuple[str, str]]:
    return [(fact.kind.value, fact.value) for fact in extract(said(*texts))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Where is order 4521?", ("order", "4521")),
        ("my order number is #W2378156", ("order", "#W2378156")),
        ("Meine Bestellung 88123 fehlt", ("order", "88123")),
        ("mi pedido 77120 no llegó", ("order", "77120")),
        ("ma commande 55231 est en retard", ("order", "55231")),
        ("注文番号 774412 が届きません", ("order", "774412")),
        ("طلبي رقم 99812 لم يصل", ("order", "99812")),
        ("invoice INV-2024-0017 is wrong", ("invoice", "INV-2024-0017")),
        ("Rechnung RE-4410 stimmt nicht", ("invoice", "RE-4410")),
        ("my reservation is IFOYYZ", ("reservation", "IFOYYZ")),
        ("I'm omar_rossi_1241.", ("user_id", "omar_rossi_1241")),
        ("you charged me $1,249.00 twice", ("amount", "$1,249.00")),
        ("mir wurden 49,90 € abgebucht", ("amount", "49,90 €")),
        ("it came on 2026-05-01", ("date", "2026-05-01")),
        ("on the 3rd of March, 2026", ("date", "3rd of March, 2026")),
        ("am 3. März 2026", ("date", "3. März 2026")),
        ("el 12 de mayo de 2026", ("date", "12 de mayo de 2026")),
        ("write to ana.b+x@mail.example.com please", ("email", "ana.b+x@mail.example.com")),
        ("call +49 30 1234 5678", ("phone", "+49 30 1234 5678")),
        ("see https://shop.example/a?b=1.", ("link", "https://shop.example/a?b=1")),
        ("it shows error code E-1042 again", ("error", "E-1042")),
        ("chrome says ERR_CONNECTION_RESET", ("error", "ERR_CONNECTION_RESET")),
        ("it says “Payment method declined” each time", ("error", "Payment method declined")),
        ("the “Blue Lamp” is broken", ("quoted", "Blue Lamp")),
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
    assert facts("my order is 4512, from 2026-05-01", correction) == [("order", "4521"), ("date", "2026-05-01")]


def test_a_correction_leaves_facts_of_another_kind_alone() -> None:
    assert facts("order 4512, invoice INV-100", "sorry, I meant invoice INV-200") == [
        ("order", "4512"),
        ("invoice", "INV-200"),
    ]


def test_a_denied_number_is_dropped() -> None:
    assert facts("order 4512", "it is not 4512") == []


def test_a_repeated_fact_stands_once_at_its_first_message() -> None:
    assert [(f.value, f.seq) for f in extract(said("order #4512", "yes, order 4512"))] == [("#4512", 1)]


def test_a_bare_answer_is_named_by_the_question_before_it() -> None:
    assert facts("BOT What is your reservation code?", "PEPXYZ") == [("reservation", "PEPXYZ")]


def test_what_the_bot_says_is_no_fact() -> None:
    assert facts("BOT Your order 9999 costs $20") == []


def test_a_card_number_is_never_a_fact() -> None:
    assert facts("my card 4111 1111 1111 1111") == []


@pytest.mark.parametrize(
    "text", ["a" * 4000, "1" * 4000, "a_" * 2000, "1." * 2000, "“" * 4000, "order " * 700, "+1 " * 1300]
)
def test_hostile_text_yields_a_bounded_number_of_facts(text: str) -> None:
    assert len(facts(text)) <= 50


def test_every_fact_says_where_in_the_message_it_stands() -> None:
    text = "pin 9931-x: my card 4111 1111 1111 1111, order #4521 from 12 Elm Street, call +44 20 7946 0958"
    for fact in extract(said(text)):
        assert text[fact.start : fact.end] == fact.value
    assert {fact.kind.value for fact in extract(said(text))} == {"order", "address", "phone"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I use an iPhone 14 Pro", ("device", "iPhone 14 Pro")),
        ("on Windows 11", ("system", "Windows 11")),
        ("with Firefox 121", ("browser", "Firefox 121")),
        ("we have the Pro plan", ("plan", "Pro")),
        ("since three weeks", ("duration", "three weeks")),
        ("my name is Ada Lovelace", ("name", "Ada Lovelace")),
        ("at 901 Pine Lane, Suite 360, Houston, TX 77271", ("address", "901 Pine Lane, Suite 360, Houston, TX 77271")),
    ],
)
def test_things_with_a_name_are_found_too(text: str, found: tuple[str, str]) -> None:
    assert found in facts(text)


@pytest.mark.parametrize(
    "text", ["a brave try on the safari", "it is an edge case", "the team plan is to wait", "I was in the drive-in"]
)
def test_words_in_small_letters_are_no_browsers_and_no_plans(text: str) -> None:
    assert facts(text) == []


def test_the_number_is_called_by_the_noun_that_names_it_and_not_by_what_it_is_for() -> None:
    assert facts("The confirmation number for my flight is H8Q05L") == [("reservation", "H8Q05L")]


def test_a_tracking_number_with_a_leading_zero_is_no_telephone() -> None:
    assert facts("Sendung 00340434161094 fehlt") == [("tracking", "00340434161094")]


def test_a_number_that_no_telephone_has_is_no_telephone() -> None:
    assert facts("call +00 000 000 000") == []


def test_the_tenants_own_patterns_come_first_under_their_name() -> None:
    own = (OwnFact("contract", "Contract", (own_pattern("V-\\d{6}"),)),)
    (fact,) = extract(said("it is v-118204, thanks"), own=own)
    assert (fact.kind.value, fact.name, fact.value, fact.start) == ("own", "Contract", "v-118204", 6)


def test_products_are_told_by_the_names_that_the_documents_give_them() -> None:
    names = product_names(["Returns and refunds", "Assembling the Harbour Desk 120", "FjordLamp care", "Opening hours"])
    assert names == ("Harbour Desk 120", "FjordLamp")
    (fact,) = extract(said("my harbour desk 120 wobbles"), products=names)
    assert (fact.kind.value, fact.value) == ("product", "harbour desk 120")
