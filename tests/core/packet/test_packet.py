import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from builders import BOT

from baton.core.actors import Actor, ActorKind
from baton.core.answers.grounding import Grounding, Hit, Passage
from baton.core.attachments import Attachment
from baton.core.copy import catalogue
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.ids import AttachmentId, CustomerId, DocumentId, MessageId, PassageId, SourceId
from baton.core.messages import Citation, Message, MessageKind
from baton.core.packet.fold import FOLD, words_above_fold
from baton.core.packet.frozen import frozen
from baton.core.packet.packet import PacketInput, build
from baton.core.packet.view import for_customer, shown
from baton.core.reading.own_words import OwnWord, OwnWords
from baton.core.redaction.reader import Reader
from baton.core.signals import Signal, SignalKind

NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
CUSTOMER = Actor(ActorKind.CUSTOMER, "cus_1", "Ana")
REFUNDS = Citation(1, "psg_1", "src_1", "Refunds", "Time limits", "https://shop.example/refunds", "Within 30 days.")


def transcript(*turns: tuple[Actor, str] | tuple[Actor, str, MessageKind]) -> tuple[Message, ...]:
    return tuple(
        Message(
            id=MessageId(f"msg_{seq}"),
            author=turn[0],
            kind=turn[2] if len(turn) == 3 else MessageKind.TEXT if turn[0] is CUSTOMER else MessageKind.ANSWER,
            text=turn[1],
            at=NOW + timedelta(seconds=seq),
            seq=seq,
            citations=(REFUNDS,) if turn[0] is BOT and len(turn) == 2 else (),
        )
        for seq, turn in enumerate(turns, start=1)
    )


DECISION = Decision(
    kind=DecisionKind.HANDOFF,
    reason=Reason.POLICY_TOPIC,
    topic="refund",
    rule="refunds-to-billing",
    policy_version=3,
    evidence=("money back",),
    signals=(Signal(SignalKind.POLICY_TOPIC, 1.0, ("money back",), topic="refund"), Signal(SignalKind.DISTRESS, 0.8)),
)
GIVEN = PacketInput(
    messages=transcript(
        (CUSTOMER, "Hello there"),
        (CUSTOMER, "How long can I send back order 4512? It cost €49.90."),
        (BOT, "Within 30 days."),
        (
            CUSTOMER,
            "That did not help. Sorry, I meant order 4521, I want my money back, my card is 4111 1111 1111 1111.",
        ),
    ),
    customer=Customer(
        CustomerId("cus_1"), name="Ana", email="ana@example.com", attributes={"tier": "gold"}, tags=("vip",)
    ),
    channel="web",
    decision=DECISION,
    queue="billing",
    queue_name="Billing",
    now=NOW,
    language="en",
)


def view_of(facts: PacketInput = GIVEN, language: str = "en") -> dict[str, Any]:
    return shown(json.loads(json.dumps(frozen(build(facts)))), Reader(catalogue(language)))


def test_the_summary_says_what_is_wanted_what_was_tried_and_why_it_stopped() -> None:
    wants, tried = view_of()["summary"]
    assert wants == "Refund: “How long can I send back order 4512? It cost €49.90.”"
    assert tried == "The bot answered 1×, from “Refunds”. The policy sends “refund” to a person."


def test_a_bare_request_for_a_person_does_not_hide_what_it_was_about() -> None:
    asked = (CUSTOMER, "How long do I have to return a sofa?")
    for request in ("I want to talk to a human", "Can I talk to a person?", "Quiero hablar con una persona"):
        messages = transcript(asked, (BOT, "You have 45 days."), (CUSTOMER, request))
        assert build(replace(GIVEN, messages=messages)).goal == "How long do I have to return a sofa?"
    named = "I want to talk to a human about my broken lamp"
    messages = transcript(asked, (BOT, "You have 45 days."), (CUSTOMER, named))
    assert build(replace(GIVEN, messages=messages)).goal == named


def test_a_bare_request_for_a_person_is_not_read_back_in_the_suggested_reply() -> None:
    packet = build(replace(GIVEN, messages=transcript((CUSTOMER, "I want to talk to a human"))))
    assert packet.goal == "I want to talk to a human"
    assert "talk to a human" not in packet.suggested_reply


def test_facts_point_to_their_messages_and_honour_the_correction() -> None:
    facts = [(fact.kind.value, fact.value, fact.seq) for fact in build(GIVEN).facts]
    assert ("order", "4521", 4) in facts
    assert ("amount", "€49.90", 2) in facts
    assert not any(value == "4512" for _, value, _ in facts)


def test_what_was_tried_comes_with_its_outcome_and_its_sources() -> None:
    packet = view_of()
    assert packet["tried"] == [
        {
            "what": "Answered from “Refunds: Time limits”",
            "outcome": "The customer says that it did not help",
            "seq": 3,
        }
    ]
    assert [source["url"] for source in packet["sources_used"]] == ["https://shop.example/refunds"]


def test_cards_are_masked_everywhere_and_flagged() -> None:
    packet = view_of()
    assert "4111" not in str(frozen(build(GIVEN))), "nor is it stored"
    assert "[card ending 1111]" in packet["last_message"]
    assert "A card number or secret was written; it is masked here" in packet["risk_flags"]


def test_risks_are_told_in_plain_words() -> None:
    assert view_of()["risk_flags"][0] == "The customer is upset", "the reason itself is not told a second time"
    also = replace(DECISION, signals=(*DECISION.signals, Signal(SignalKind.POLICY_TOPIC, 1.0, ("sue",), topic="legal")))
    assert view_of(replace(GIVEN, decision=also))["risk_flags"][:2] == ["The customer is upset", "Topic: legal"]
    assert "Identity not verified" in view_of()["risk_flags"]
    known = replace(GIVEN, customer=replace(GIVEN.customer, verified=True))
    assert "Identity not verified" not in view_of(known)["risk_flags"]


def test_the_reason_is_a_sentence_with_code_rule_and_evidence() -> None:
    assert view_of()["reason"] == {
        "code": "policy_topic",
        "says": "The policy sends “refund” to a person: “money back”",
        "rule": "refunds-to-billing",
        "evidence": ["money back"],
    }


def test_the_suggested_reply_greets_shows_what_was_read_and_promises_nothing() -> None:
    reply = build(GIVEN).suggested_reply
    assert reply.startswith("Hello Ana. I have read your conversation")
    assert "order 4512" in reply
    assert not any(word in reply.casefold() for word in ("will", "soon", "today", "minutes", "refunded"))
    assert build(replace(GIVEN, language="de")).suggested_reply.startswith("Guten Tag Ana.")
    nameless = replace(GIVEN, customer=replace(GIVEN.customer, name=None))
    assert build(nameless).suggested_reply.startswith("Hello. I have read")


def test_what_the_sources_lack_is_named() -> None:
    no_source = replace(DECISION, reason=Reason.NO_SOURCE, topic=None)
    given_ = replace(GIVEN, decision=no_source, grounding=Grounding(0.1, missing=("warranty", "drone")))
    assert view_of(given_)["sources_missing"] == ["Nothing on: warranty, drone"]
    assert view_of(replace(given_, grounding=None))["sources_missing"][0].startswith("No source for: “How long")
    assert view_of()["sources_missing"] == []


def test_the_customer_sees_their_matter_and_facts_but_no_judgement_of_them() -> None:
    theirs = for_customer(frozen(build(GIVEN)))
    assert theirs.keys() == {"summary", "facts", "last_message"}
    assert not any(word in str(theirs) for word in ("upset", "vip", "gold", "policy", "refunds-to-billing"))


def test_a_handoff_before_any_word_has_a_packet_too() -> None:
    empty = replace(GIVEN, messages=())
    assert view_of(empty)["summary"][0] == "The customer has not said what they want."
    assert view_of(empty)["last_message"] == ""
    assert for_customer(frozen(build(empty)))["summary"] == []


@pytest.mark.parametrize(
    ("texts", "goal"),
    [
        (["hi", "my parcel never arrived, where is it?", "agent please"], "my parcel never arrived, where is it?"),
        (["Hello. I was charged twice.", "You bot are useless"], "I was charged twice."),
        (["Hallo", "Wie kann ich meine Adresse ändern?", "Mitarbeiter"], "Wie kann ich meine Adresse ändern?"),
        (["talk to a human"], "talk to a human"),
        (
            ["Hi there. The armchair of order HP-1 came with a torn seat. I want my money back."],
            "The armchair of order HP-1 came with a torn seat. I want my money back.",
        ),
        (
            [f"The armchair came with {'a very ' * 10}torn seat. I want my money back."],
            "I want my money back.",
        ),
    ],
)
def test_the_goal_is_the_message_that_asks_for_something_and_not_talk_about_the_talk(
    texts: list[str], goal: str
) -> None:
    assert build(replace(GIVEN, messages=transcript(*((CUSTOMER, text) for text in texts)))).goal == goal


def test_the_files_that_the_customer_sent_are_named_beside_their_last_words() -> None:
    file = Attachment(AttachmentId("att_1"), "invoice.pdf", "application/pdf", 10)
    first, last = transcript((CUSTOMER, "Here is it"), (CUSTOMER, "and why"))
    with_files = (replace(first, text="", attachments=(file, file)), last)
    view = view_of(replace(GIVEN, messages=with_files))
    assert view["last_message"] == "and why (invoice.pdf, invoice.pdf)"
    assert words_above_fold(view) <= FOLD
    assert view_of(replace(GIVEN, messages=with_files[:1]))["last_message"] == "(invoice.pdf, invoice.pdf)"


def test_a_product_is_found_by_what_the_company_says_that_customers_call_it() -> None:
    desk = Passage(
        PassageId("psg_1"), SourceId("src_1"), DocumentId("doc_1"), "Assembling the Harbour Desk 120", "", "Turn."
    )
    said = transcript((CUSTOMER, "my big desk wobbles"))
    found = Grounding(0.4, hits=(Hit(desk, 1.0),), own=OwnWords([OwnWord("Harbour Desk 120", ("big desk",))]))
    with_words = view_of(replace(GIVEN, messages=said, grounding=found))
    assert [fact["value"] for fact in with_words["facts"] if fact["kind"] == "product"] == ["big desk"]
    without = view_of(replace(GIVEN, messages=said, grounding=replace(found, own=OwnWords())))
    assert not [fact for fact in without["facts"] if fact["kind"] == "product"]
