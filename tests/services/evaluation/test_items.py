"""Lines of a file, read."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from baton.services.evaluation.expected import Expected, read_expected
from baton.services.evaluation.items import Item, Part, read_item
from baton.services.evaluation.unusable import Unusable


def _item(line: dict[str, Any]) -> Item:
    return read_item(json.dumps(line), number=1)


def test_a_message_is_a_conversation_of_one_turn() -> None:
    item = read_item('{"id": 7, "text": "hi", "lang": "de", "nobody": "knows me"}', number=3)
    assert (item.id, item.language, item.is_conversation) == (7, "de", False)
    assert [(turn.by, turn.text) for turn in item.turns] == [(Part.CUSTOMER, "hi")]


def test_without_an_id_the_line_has_its_number() -> None:
    assert read_item('{"text": "hi"}', number=3).id == 3


def test_turns_may_have_only_intents_and_other_names_for_the_roles() -> None:
    turns = [{"role": "user", "intent": "confirm"}, {"role": "assistant", "text": "Good."}, {"role": "tool"}]
    item = read_item(json.dumps({"turns": turns}), number=1)
    assert [turn.by for turn in item.turns] == [Part.CUSTOMER, Part.BOT, Part.OTHER]
    assert item.turns[0].intent == "confirm"


def test_what_is_not_known_of_a_customer_is_an_attribute() -> None:
    item = read_item('{"text": "x", "customer": {"tags": ["vip"], "plan": "pro", "attributes": {"a": 1}}}', number=1)
    assert (item.customer.tags, item.customer.attributes) == (("vip",), {"plan": "pro", "a": 1})


def test_fields_to_group_by_are_kept() -> None:
    assert read_item('{"text": "x", "source": "web"}', number=1, by=("source",)).slices == {"source": "web"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("nonsense", "not JSON"),
        ("[1]", "not an object"),
        ("{}", 'neither "text"'),
        ('{"text": 3}', '"text" is no text'),
        ('{"turns": "x"}', "not a list"),
        ('{"turns": []}', "No turn is the customer's"),
        ('{"turns": [{"role": "bot", "text": "x"}]}', "No turn is the customer's"),
        ('{"turns": ["x"]}', "Turn 0 is not an object"),
        ('{"turns": [{"role": "boss"}]}', "Turn 0 has the role boss"),
        ('{"text": "x", "customer": 3}', '"customer" is not an object'),
        ('{"text": "x", "expected": 3}', '"expected" must be'),
        ('{"text": "x", "expected": "sing"}', "no decision"),
        ('{"text": "x", "expected": {"mood": "good"}}', "none of the fields"),
        ('{"text": "x", "expected": {"by_turn": -1}}', "index of a turn"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_an_unusable_line_says_what_to_mend(line: str, says: str) -> None:
    with pytest.raises(Unusable, match=says):
        read_item(line, number=1)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("handoff", Expected(decisions=("handoff",), handoff=True)),
        ("answer", Expected(decisions=("answer",), handoff=False)),
        (True, Expected(handoff=True)),
        ("no_handoff", Expected(handoff=False)),
        ("customer_request", Expected(decisions=("handoff",), handoff=True, reasons=("customer_request",))),
        ({"by_turn": 4}, Expected(handoff=True, by_turn=4)),
        ({"decision": ["answer", "handoff"]}, Expected(decisions=("answer", "handoff"))),
        ({"asks_for_person": True}, Expected(asks_for_person=True)),
    ],
)
def test_expectations_have_many_forms(written: object, meant: Expected) -> None:
    assert read_expected(written) == meant


def test_a_turn_says_more_of_its_circumstances_than_its_line() -> None:
    item = _item(
        {
            "meta": {"channel": "email", "tags": ["vip"]},
            "customer": {"tags": ["new"], "authenticated": True},
            "turns": [
                {"role": "customer", "text": "hi"},
                {"role": "customer", "text": "hm", "meta": {"channel": "web", "lang": "de"}},
            ],
        }
    )
    first, second = (turn.met.situation for turn in item.turns)
    assert (first.channel, second.channel, second.language) == ("email", "web", "de")
    assert (first.verified, second.verified) == (True, True)
    assert item.customer.tags == ("vip", "new")


def test_a_moment_without_a_zone_is_utc() -> None:
    met = _item({"text": "hi", "at": "2026-03-02T21:30"}).turns[0].met
    assert met.situation.at == datetime(2026, 3, 2, 21, 30, tzinfo=UTC)
    assert _item({"text": "hi", "at": "0:12"}).turns[0].met.situation.at is None


def test_what_the_tools_of_a_message_said_is_known_when_it_is_judged() -> None:
    assert _item({"text": "hi", "meta": {"tools": {"stock": "none"}}}).turns[0].tools == {"stock": "none"}
    turns = [{"role": "customer", "text": "hi"}, {"role": "customer", "text": "hm"}]
    told = _item({"turns": turns, "meta": {"tools": {"stock": "none"}}}).turns
    assert [turn.tools for turn in told] == [{"stock": "none"}, {}]


@pytest.mark.parametrize(
    "meta",
    [
        [],
        {"at": "at noon"},
        {"at": 5},
        {"channel": 1},
        {"verified": "yes"},
        {"source_age": -1},
        {"source_age": True},
        {"tags": "vip"},
        {"tools": []},
    ],
)
def test_circumstances_that_make_no_sense_are_refused_with_what_to_write(meta: object) -> None:
    with pytest.raises(Unusable, match="of the line"):
        _item({"text": "hi", "meta": meta})
