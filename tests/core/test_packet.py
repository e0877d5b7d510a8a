import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from builders import BOT
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from baton.core.actors import Actor, ActorKind
from baton.core.attachments import Attachment
from baton.core.copy import catalogue, languages
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.grounding import Grounding, Hit, Passage
from baton.core.ids import AttachmentId, CustomerId, DocumentId, MessageId, PassageId, SourceId
from baton.core.messages import Citation, Message, MessageKind
from baton.core.own_words import OwnWord, OwnWords
from baton.core.packet import PacketInput, build
from baton.core.packet_fold import FOLD, words_above_fold
from baton.core.packet_frozen import frozen
from baton.core.packet_reader import Reader
from baton.core.packet_schema import schema
from baton.core.packet_text import as_slack, as_text
from baton.core.packet_view import for_customer, shown
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


SCHEMA = Draft202012Validator(schema())
STORED = {"handoff_id": "hnd_1", "frozen_at": NOW.isoformat()}


@pytest.mark.wide
@pytest.mark.parametrize("language", languages())
def test_a_packet_is_whole_in_every_language_and_keeps_to_its_schema_and_budget(language: str) -> None:
    view = view_of(language=language)
    assert [*SCHEMA.iter_errors(view | STORED)] == []
    assert words_above_fold(view) <= FOLD
    assert not re.search(r"\{\w+\}", str(view)), "every placeholder is filled"
    assert "4521" in str(view["facts"]), "what the customer wrote stays as they wrote it"
    labels = (view["reason"]["says"].partition("“money back”")[0].rstrip(" :"), *view["risk_flags"])
    assert not [label for label in labels if label.endswith((".", "。", "।"))], "a label ends without a stop"
    ours = (*view["words"].values(), *view["risk_flags"], view["fold"]["tried"], view["facts"][0]["label"])
    english = view_of()
    theirs = (
        *english["words"].values(), *english["risk_flags"], english["fold"]["tried"], english["facts"][0]["label"],
    )  # fmt: skip
    if language != "en":
        assert sum(one == other for one, other in zip(ours, theirs, strict=True)) <= 3, "some words are the same"


def test_the_customers_words_are_kept_from_turning_an_arabic_sentence_around() -> None:
    assert "“\u2068How long" in view_of(language="ar")["summary"][0]
    arabic = replace(GIVEN, messages=transcript((CUSTOMER, "أريد استرداد المبلغ للطلب 4521")))
    assert "“\u2068أريد" in view_of(arabic)["summary"][0]


def test_text_and_slack_are_written_from_the_same_view() -> None:
    view = view_of(language="de")
    text, message = as_text(view), as_slack(view)
    for told in (view["summary"][0], "Bestellung", "4521", "Vorgeschlagene Antwort", view["suggested_reply"]):
        assert told in text
        assert json.dumps(told, ensure_ascii=False)[1:-1] in json.dumps(message, ensure_ascii=False)
    assert message["blocks"][0]["text"]["text"] == "Übergabepaket · Billing"


def test_a_customer_mentions_nobody_in_slack() -> None:
    loud = replace(GIVEN, messages=transcript((CUSTOMER, "<!channel> where is <@U1> my order 4521?")))
    assert "<!channel>" not in json.dumps(as_slack(view_of(loud))["blocks"])


def test_a_packet_of_the_first_form_is_shown_as_it_was_written() -> None:
    old = {
        "summary": ["Refund: “my money”", "The bot answered once."], "goal": "my money", "last_message": "my money",
        "facts": [{"label": "order", "kind": "order", "value": "4521", "seq": 1, "start": 0, "end": 4}], "tried": [],
        "sources_used": [], "sources_missing": [], "for_operators": [], "risk_flags": ["Upset"],
        "reason": {"code": "stuck", "says": "It was stuck.", "rule": "r", "evidence": []},
        "queue": {"id": "q", "name": "Q"}, "suggested_reply": "Hello.", "customer": {"language": None},
        "language": None,
    }  # fmt: skip
    view = shown(old, Reader(catalogue("de")))
    assert (view["summary"], view["facts"][0]["label"], view["words"]["why"]) == (old["summary"], "Bestellung", "Warum")
    assert for_customer(old)["summary"] == ["You wrote: “my money”"]


@pytest.mark.parametrize(
    ("tone", "reads"),
    [
        ("plain", "Hello Ana. You wrote:"),
        ("friendly", "Hello Ana. I have read your conversation"),
        ("formal", "Hello Ana. Thank you for contacting us. I have read"),
    ],
)
def test_the_suggested_reply_has_the_companys_tone(tone: str, reads: str) -> None:
    assert build(replace(GIVEN, tone=tone)).suggested_reply.startswith(reads)


def test_the_same_input_gives_the_same_packet() -> None:
    assert frozen(build(GIVEN)) == frozen(build(GIVEN))


WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "I",
                "want",
                "my",
                "money",
                "back,",
                "why?",
                "help",
                "me",
                "please.",
                "Hello!",
                "thanks",
                "sorry,",
                "I",
                "meant",
                "not",
            ]
        ),
        st.sampled_from(
            ["order", "4521", "#A-77", "$12.50", "ana@example.com", "2026-05-01", "error E42", "ERR_TIMEOUT"]
        ),
        st.sampled_from(
            ["“Blue Lamp”", "返金したいです", "注文番号", "أريد استرداد المبلغ", "เงินคืน", "4111111111111111"]
        ),
        st.sampled_from(["https://x.example/a", "x" * 300, "\n", "..."]),
    ),
    max_size=60,
).map(" ".join)
TURNS = st.lists(
    st.one_of(
        st.tuples(st.just(CUSTOMER), WORDS),
        st.tuples(st.just(BOT), WORDS),
        st.tuples(st.just(BOT), WORDS, st.sampled_from([MessageKind.CLARIFY, MessageKind.OFFER, MessageKind.TEXT])),
    ),
    max_size=8,
)


@pytest.mark.wide
@given(
    TURNS,
    st.sampled_from(Reason),
    st.sampled_from([None, "refund", "a_very_long_topic_name_of_a_tenant"]),
    WORDS,
    st.sampled_from(languages()),
)
def test_any_packet_keeps_its_budget_and_holds_no_fact_that_was_not_written(
    turns: list[tuple[Actor, str]], reason: Reason, topic: str | None, evidence: str, language: str
) -> None:
    messages = transcript(*turns)
    decision = replace(DECISION, reason=reason, topic=topic, evidence=(evidence,))
    packet = build(replace(GIVEN, messages=messages, decision=decision))
    view = shown(frozen(packet), Reader(catalogue(language)))
    assert words_above_fold(view) <= FOLD
    assert [*SCHEMA.iter_errors(view | STORED)] == []
    written = {message.seq: message for message in messages}
    for fact in packet.facts:
        assert written[fact.seq].author is CUSTOMER
        assert fact.value in written[fact.seq].text
    assert "4111111111111111" not in str(frozen(packet))


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


@pytest.mark.parametrize(
    "secret",
    [
        "4111 1111 1111 1111",
        "5500-0000-0000-0004",
        "DE89 3704 0044 0532 0130 00",
        "123-45-6789",
        "sk-proj_A1b2C3d4E5f6G7h8I9",
    ],
)
def test_a_planted_secret_is_nowhere_in_the_packet(secret: str) -> None:
    texts = (f"My number is {secret}, order 4521", f"I said “{secret}”. Where is my refund?")
    given_ = replace(GIVEN, messages=transcript(*((CUSTOMER, text) for text in texts)))
    told = str(view_of(replace(given_, decision=replace(DECISION, evidence=(secret,)))))
    assert secret not in told
    assert "4521" in told


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
