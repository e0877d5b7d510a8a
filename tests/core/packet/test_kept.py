"""What every packet keeps to, whatever was said: its schema, its budget, its secrets."""

import re
from dataclasses import replace

import pytest
from builders import BOT
from core.packet.test_packet import CUSTOMER, DECISION, GIVEN, NOW, transcript, view_of
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from baton.core.actors import Actor
from baton.core.copy import catalogue, languages
from baton.core.decision import Reason
from baton.core.messages import MessageKind
from baton.core.packet.fold import FOLD, words_above_fold
from baton.core.packet.frozen import frozen
from baton.core.packet.packet import build
from baton.core.packet.schema import schema
from baton.core.packet.view import shown
from baton.core.redaction.reader import Reader

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
