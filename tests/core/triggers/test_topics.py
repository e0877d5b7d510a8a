"""Asking about a policy, or needing somebody to decide: the topic is the same, the outcome is not."""

import pytest

from baton.core.policy.model import Judging, Topic
from baton.core.signals import Signal
from baton.core.triggers.heard import listen
from baton.core.triggers.needs import needs
from baton.core.triggers.topics import TOPICS, policy_topics
from baton.services.policy.policies import load_default

NEEDS = [
    ("refund", "I want a refund"),
    ("refund", "refund me"),
    ("refund", "give me my money back now"),
    ("refund", "six weeks and still no refund, I want my money"),
    ("refund", "refnd please, I want a refundd"),
    ("refund", "What is your refund policy? I want my money back."),
    ("refund", "can I get a refund because the lamp arrived broken"),
    ("complaint", "I want to make a complaint"),
    ("complaint", "your driver was rude to me"),
    ("legal", "I will sue you"),
    ("legal", "you will hear from my lawyer"),
    ("medical", "I got an allergic reaction from the cream"),
    ("medical", "should I take this with my medication?"),
    ("billing_dispute", "my card got hit two times"),
    ("billing_dispute", "I was charged twice"),
    ("billing_dispute", "I don't recognise this charge"),
    ("billing_dispute", "why was I charged 40 euros?"),
    ("cancellation", "cancel my subscription"),
    ("cancellation", "I'd like to cancel"),
    ("discount", "can you lower the price for me? give me a discount"),
    ("account_ownership", "my husband passed away and I need his account in my name"),
    ("privacy", "delete my data"),
    ("security", "my account was hacked"),
    ("security", "someone logged in from another country"),
    ("danger", "there's a strong smell of gas in the stairwell"),
    ("danger", "my toddler swallowed a button battery"),
    ("danger", "I don't want to live any more"),
    ("danger", "der Akku brennt"),
    ("danger", "mon fils a avalé une pile bouton"),
    ("danger", "estamos atrapados en el ascensor"),
    ("danger", "هو ما يتنفس"),
    ("danger", "煤气味很重"),
    ("refund", "Ich will mein Geld zurück"),
    ("refund", "ich moechte eine rueckerstattung"),
    ("cancellation", "hiermit kündige ich"),
    ("legal", "mein Anwalt meldet sich"),
    ("refund", "quiero un reembolso"),
    ("billing_dispute", "me cobraron dos veces"),
    ("refund", "je veux être remboursé"),
    ("billing_dispute", "j'ai été débité deux fois"),
    ("refund", "voglio un rimborso"),
    ("billing_dispute", "mi avete addebitato due volte"),
    ("refund", "quero meu dinheiro de volta"),
    ("cancellation", "quero cancelar minha assinatura"),
    ("refund", "ik wil mijn geld terug"),
    ("complaint", "ik wil een klacht indienen"),
    ("refund", "chcę zwrot pieniędzy"),
    ("security", "zhakowano moje konto"),
    ("refund", "верните мои деньги"),
    ("refund", "我要退款"),
    ("refund", "返金してください"),
]

ASKS_ABOUT = [
    ("refund", "what is your refund policy?"),
    ("refund", "how long do refunds take?"),
    ("refund", "do you give refunds on sale items?"),
    ("refund", "how do I get a refund?"),
    ("refund", "where is my refund?"),
    ("refund", "when will I get my money back"),
    ("cancellation", "can I cancel within 14 days?"),
    ("cancellation", "what is the cancellation fee?"),
    ("cancellation", "how do I cancel my subscription?"),
    ("complaint", "what is your complaints procedure?"),
    ("discount", "do you offer student discounts?"),
    ("privacy", "where can I read your privacy policy?"),
    ("security", "how secure is your service?"),
    ("legal", "where are your terms and conditions?"),
    ("billing_dispute", "when is the invoice sent?"),
    ("refund", "Wie lange dauert eine Rückerstattung?"),
    ("cancellation", "wie kann ich kündigen?"),
    ("refund", "¿cuánto tarda un reembolso?"),
    ("refund", "quel est le délai de remboursement ?"),
    ("refund", "quanto tempo ci vuole per un rimborso?"),
    ("refund", "qual é o prazo de reembolso?"),
    ("cancellation", "hoe kan ik opzeggen?"),
    ("refund", "jak długo trwa zwrot?"),
]

NEITHER = [
    "where is my parcel?",
    "can you take my old matress away",
    "I don't want a refund, just a new cable",
    "I do not want to cancel",
    "my top-up was cancelled by the bank",
    "can I speak about the contest",
    "what are your opening hours?",
    "ich suche einen roten Pullover",
    "¿a qué hora abren?",
]


def _topics(text: str) -> list[Signal]:
    heard = listen(text)
    return policy_topics(heard, load_default(), needs(heard))


def _topic(text: str, key: str) -> Signal | None:
    signals = _topics(text)
    return next((signal for signal in signals if signal.topic == key), None)


@pytest.mark.parametrize(("key", "text"), NEEDS)
def test_what_needs_a_decision_needs_judgement(key: str, text: str) -> None:
    signal = _topic(text, key)
    assert signal is not None
    assert signal.needs_judgement


@pytest.mark.parametrize(("key", "text"), ASKS_ABOUT)
def test_a_question_about_a_policy_does_not(key: str, text: str) -> None:
    signal = _topic(text, key)
    assert signal is not None
    assert not signal.needs_judgement


@pytest.mark.parametrize("text", NEITHER)
def test_other_things_are_no_policy_topic_that_needs_judgement(text: str) -> None:
    assert not [s for s in _topics(text) if s.needs_judgement]


@pytest.mark.parametrize(
    "text",
    [
        "what should I do if I smell gas?",
        "do you sell carbon monoxide alarms?",
        "how do I change the battery in the smoke alarm",
        "the gas hob doesn't light",
        "my fire tv stick is stuck in the box",
        "is the lift stuck again?",
        "this deal is on fire",
        "I'm dying to know when it ships",
        "Die Batterie im Rauchmelder ist leer",
        "le chauffage au gaz ne démarre pas",
        "¿vendéis detectores de gas?",
    ],
)
def test_what_only_sounds_like_danger_is_none(text: str) -> None:
    assert _topic(text, "danger") is None


def test_every_topic_has_a_case() -> None:
    assert {key for key, _ in NEEDS} == set(TOPICS)


def test_a_topic_of_the_tenants_own_is_heard_by_its_phrases() -> None:
    from dataclasses import replace

    warranty = Topic(key="warranty", when=Judging.ALWAYS, phrases=(("en", "Warranty case"), ("de", "Garantiefall")))
    policy = replace(load_default(), topics=(*load_default().topics, warranty))
    heard = listen("this is a WARRANTY  case", phrases=policy.ready.phrases)
    signals = policy_topics(heard, policy, needs(heard))
    assert [(s.topic, s.evidence) for s in signals] == [("warranty", ("WARRANTY case",))]
    unlike = listen("a warranty casette", phrases=policy.ready.phrases)
    assert not policy_topics(unlike, policy, needs(unlike))
