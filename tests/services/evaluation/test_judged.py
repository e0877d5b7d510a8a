"""What the bot would do with lines, and what is counted of it."""

import json
from typing import Any

import pytest

from baton.core.signals import Signal, SignalKind
from baton.services.evaluation.items import read_item
from baton.services.evaluation.judged import Setting, judged
from baton.services.evaluation.report import report
from baton.services.evaluation.rows import Wanted, rows_of
from baton.services.evaluation.tally import Tally
from baton.services.evaluation.unusable import Unusable
from baton.services.policy.policies import load_default

SETTING = Setting.of(load_default(), None, lambda: 0.0)


def _rows(line: dict[str, Any], wanted: Wanted = Wanted(), tally: Tally | None = None) -> list[dict[str, Any]]:  # noqa: B008
    item = read_item(json.dumps(line), number=1)
    rows = rows_of(item, list(judged(item, SETTING)), policy=SETTING.policy, wanted=wanted)
    if tally is not None:
        tally.note(item, rows[0])
    return rows


def _turns(*said: str) -> list[dict[str, str]]:
    """`c:` and `b:` before what customer and bot say; `ci:` and `bi:` before intents."""
    kinds = {"c": ("customer", "text"), "b": ("bot", "text"), "ci": ("customer", "intent"), "bi": ("bot", "intent")}
    kinds["o"] = ("operator", "text")
    turns: list[dict[str, str]] = []
    for one in said:
        mark, _, words = one.partition(":")
        role, field = kinds[mark]
        turns.append({"role": role, field: words})
    return turns


def test_a_message_has_every_field_of_a_row() -> None:
    row = _rows({"id": "a", "text": "I want to speak to a human"})[0]
    assert (row["decision"], row["reason"], row["queue"]) == ("handoff", "customer_request", "support")
    assert row["asks_for_person"] == 1.0
    assert row["signals"][0]["kind"] == "asks_for_person"
    assert {"rule", "topic", "risk", "in_scope", "latency_ms"} <= row.keys()
    assert "turn" not in row


def test_without_sources_somebody_elses_bot_answers() -> None:
    assert _rows({"text": "How long is delivery?"})[0]["reason"] == "outside_bot"


def test_a_conversation_is_told_by_its_first_handoff() -> None:
    turns = _turns("c:Where is my parcel?", "b:On its way.", "c:Let me talk to a person", "b:No.", "c:hello?")
    row = _rows({"turns": turns})[0]
    assert (row["decision"], row["turn"]) == ("handoff", 2)


def test_per_turn_there_is_a_row_for_every_turn_and_the_decision_stands_between() -> None:
    turns = _turns("b:Hello, I am a bot.", "c:Where is my parcel?", "b:On its way.", "c:A human please")
    rows = _rows({"turns": turns}, Wanted(per_turn=True))
    assert [row["index"] for row in rows] == [0, 1, 2, 3]
    assert [row["decision"] for row in rows] == [None, "answer", "answer", "handoff"]
    assert [row["turn"] for row in rows] == [None, None, None, 3]
    assert all("risk" in row for row in rows)


def test_risk_is_told_after_every_event_of_a_conversation_of_intents() -> None:
    events = ["bi:propose_date", "ci:negate", "bi:time_asked_unavailable_propose_new", "ci:negate"] * 4
    rows = _rows({"turns": _turns("ci:schedule", *events)}, Wanted(per_turn=True))
    assert rows[-1]["risk"] > rows[1]["risk"]
    assert rows[-1]["reason"] == "stuck"


def test_when_an_operator_speaks_the_bot_decides_no_more() -> None:
    turns = _turns("c:Where is my parcel?", "o:I will look.", "c:A human please")
    assert _rows({"turns": turns})[0]["decision"] == "answer"
    with pytest.raises(Unusable):
        _rows({"turns": _turns("o:Hello", "c:A human please")})


def test_the_packet_is_that_of_the_moment() -> None:
    turns = _turns("c:My order 12345 has not come", "b:Sorry.", "c:A human please", "c:and my other order 99999")
    packet = _rows({"turns": turns}, Wanted(packet=True))[0]["packet"]
    assert packet["last_message"] == "A human please"
    assert "99999" not in json.dumps(packet)


def test_what_is_expected_is_counted() -> None:
    tally = Tally()
    late = {"turns": _turns("c:hm", "b:Yes?", "c:A human please"), "expected": {"by_turn": 0}}
    for line in (
        {"text": "A human please", "expected": "customer_request", "lang": "en"},
        {"text": "How long is delivery?", "expected": "handoff", "lang": "en"},
        {"text": "A human please", "expected": "answer", "lang": "de"},
        {"text": "How long is delivery?", "expected": "answer", "lang": "de"},
        late,
    ):
        _rows(line, tally=tally)
    found = report(tally)
    assert (found["checked"], found["as_expected"]) == (5, 2)
    whole = found["handoff"]
    assert (whole["precision"], whole["recall"], whole["false_rate"]) == (2 / 3, 2 / 3, 1 / 2)
    assert whole["late_rate"] == 1 / 3
    assert {one["name"] for one in found["groups"]["language"]} == {"en", "de", "not said"}
    assert found["confused"][0]["rows"] == 1
    assert found["read_first"][0]["text"] == "How long is delivery?"


def test_tallies_of_parts_add_up_to_that_of_the_whole() -> None:
    lines = [{"id": n, "text": text, "expected": "handoff"} for n, text in enumerate(("agent", "hi", "refund me", "x"))]
    whole, first, second = Tally(), Tally(), Tally()
    for at, line in enumerate(lines):
        _rows(line, tally=whole)
        _rows(line, tally=first if at < 2 else second)
    first.add(second)
    assert report(first) == report(whole)


def test_words_that_would_disturb_a_terminal_are_not_shown() -> None:
    tally = Tally()
    _rows({"text": "\x1b[2J\x07 how long\u202e is delivery?", "expected": "handoff"}, tally=tally)
    assert report(tally)["read_first"][0]["text"] == "[2J how long is delivery?"


class _Sales:
    """Examples by which everything belongs to sales."""

    def alike(self, text: str, *, before: str = "", language: str | None = None) -> tuple[Signal, ...]:
        return (Signal(SignalKind.LOOKS_LIKE, 0.8, ("like the examples of sales",), "sales"),)


def test_every_row_says_where_it_would_go_by_examples_or_else_by_default() -> None:
    item = read_item(json.dumps({"text": "How long is delivery?"}), number=1)
    setting = Setting.of(load_default(), None, lambda: 0.0, _Sales())
    (row,) = rows_of(item, list(judged(item, setting)), policy=setting.policy, wanted=Wanted())
    assert (row["decision"], row["queue"]) == ("answer", "sales")
    assert _rows({"text": "How long is delivery?"})[0]["queue"] == "support"
