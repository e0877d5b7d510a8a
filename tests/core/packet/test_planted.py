"""Hundreds of secrets of every kind, in ten languages, planted everywhere a customer can write them: none is shown."""

import json
from dataclasses import replace
from itertools import product

import pytest
from builders import CUSTOMER
from core.packet.test_packet import BOT, DECISION, GIVEN, transcript

from baton.core.copy import catalogue
from baton.core.packet.frozen import frozen
from baton.core.packet.packet import build
from baton.core.packet.text import as_slack, as_text
from baton.core.packet.view import shown
from baton.core.redaction import NEVER_SHOWN, Kind, mask
from baton.core.redaction.reader import Reader

CARDS = ("4111 1111 1111 1111", "5500000000000004", "3782-822463-10005", "6011 0009 9013 9424", "4012888888881881")
ACCOUNTS = ("DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "FR76 3000 6000 0112 3456 7890 189")
CARD_SAID = (
    "My card {} was refused.", "Meine Karte {} wurde abgelehnt.", "Ma carte {} est refusée.", "Mi tarjeta {} falla.",
    "La mia carta {} non va.", "O meu cartão {} falhou.", "Mijn kaart {} werkt niet.", "Moja karta {} nie działa.",
    "Kartım {} çalışmıyor.", "カード番号は{}です。", "رقم بطاقتي {} لا يعمل.",
)  # fmt: skip
SECRETS = ("Tr0ub4dor&3", "hunter2!", "s3cret-Word", "991-204", "Xy9$kk21")
SECRET_SAID = (
    "My password is {}", "Mein Passwort lautet {}", "Mon mot de passe est {}", "Mi contraseña es {}",
    "La mia password è {}", "A minha senha é {}", "Mijn wachtwoord is {}", "Moje hasło to {}", "Şifrem: {}",
    "パスワードは {} です", "كلمة المرور: {}", "The PIN for the account is {}", "CVV: {}",
)  # fmt: skip
PAPERS = ("X1234567", "C01X00T47", "12 34 567 89", "90010112345", "AB123456C")
PAPER_SAID = (
    "My passport number is {}.", "Meine Reisepassnummer ist {}.", "Mon passeport porte le numéro {}.",
    "Mi pasaporte es el {}.", "Il mio passaporto è {}.", "O meu passaporte é {}.", "Mijn paspoort is {}.",
    "Mój paszport to {}.", "Pasaport numaram {}.", "パスポート番号は {} です。", "رقم جواز سفري {}.",
)  # fmt: skip
HEALTH = (
    ("I have diabetes and need the gate close by.", "diabetes"), ("Ich bin schwanger im fünften Monat.", "schwanger"),
    ("Je suis enceinte de six mois.", "enceinte"), ("Estoy embarazada de gemelos.", "embarazada"),
    ("Sono incinta di tre mesi.", "incinta"), ("Estou grávida de gémeos.", "grávida"),
    ("Ik ben zwanger van een tweeling.", "zwanger"), ("Jestem w ciąży od maja.", "ciąży"),
    ("Hamileyim ve yoruldum.", "amile"), ("妊娠しています。", "妊娠"), ("أنا حامل في الشهر الخامس.", "حامل"),
)  # fmt: skip
ASKED = (
    ("What is your passport number?", "X7654321"), ("Wie lautet Ihre Ausweisnummer?", "L01X00T47"),
    ("Please tell me your PIN.", "4711"), ("Quel est votre mot de passe ?", "azerty99"),
)  # fmt: skip

PLANTED = [
    *((said.format(one), one) for said, one in product(CARD_SAID, (*CARDS, *ACCOUNTS))),
    *((said.format(one), one) for said, one in product(SECRET_SAID, SECRETS)),
    *((said.format(one), one) for said, one in product(PAPER_SAID, PAPERS)),
    *HEALTH,
]
READER = Reader(catalogue("en"), frozenset(Kind))


def renderings(text: str, reader: Reader = READER) -> str:
    """Everything that is written of a packet whose customer wrote the text, and named themselves by it too."""
    messages = transcript((CUSTOMER, f"Hello. {text}"), (BOT, "Go on."), (CUSTOMER, text), (BOT, f"You said {text}"))
    facts = replace(
        GIVEN,
        messages=messages,
        decision=replace(DECISION, evidence=(text,)),
        customer=replace(GIVEN.customer, attributes={"about": text}, tags=(text,)),
    )
    stored = frozen(build(facts))
    view = shown(stored, reader)
    told = json.dumps((view, as_slack(view)), ensure_ascii=False)
    return told + as_text(view) + mask(text, reader.hidden)


def test_hundreds_are_planted() -> None:
    assert len(PLANTED) > 200


@pytest.mark.wide
def test_no_planted_secret_is_in_any_rendering_for_a_queue_that_masks_it() -> None:
    assert [(text, secret) for text, secret in PLANTED if secret in renderings(text)] == []


@pytest.mark.parametrize(("asked", "secret"), ASKED)
def test_a_bare_answer_counts_by_its_question(asked: str, secret: str) -> None:
    messages = transcript((CUSTOMER, "I can't."), (BOT, asked), (CUSTOMER, secret), (CUSTOMER, f"I said {secret}"))
    stored = frozen(build(replace(GIVEN, messages=messages)))
    assert secret not in json.dumps(shown(stored, READER), ensure_ascii=False)


def test_cards_and_secrets_are_not_even_stored_and_a_queue_that_may_sees_the_rest() -> None:
    open_to = Reader(catalogue("en"), NEVER_SHOWN)
    for text, secret in (("My card 4111 1111 1111 1111 failed.", "4111 1111"), ("My password is Tr0ub4dor&3", "Tr0ub")):
        assert secret not in renderings(text, open_to)
    for text, secret in (("My passport number is X1234567.", "X1234567"), HEALTH[0]):
        assert secret in renderings(text, open_to)
