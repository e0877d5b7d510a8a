"""Lines of a file, read."""

import json

import pytest

from baton.services.evaluation.expected import Expected, read_expected
from baton.services.evaluation.items import Part, read_item
from baton.services.evaluation.unusable import Unusable


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
        ('{"text": 3}', 'neither "text"'),
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
