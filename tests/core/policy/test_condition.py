"""The `if` of a rule: what holds when, what is told of it, and what can't be written."""

from datetime import UTC, datetime
from typing import Any

import pytest

from baton.core.case import Case, Found, Situation
from baton.core.decision import Outcome
from baton.core.policy.decide import decide_case
from baton.core.policy.describe import describe
from baton.core.policy.model import Policy
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track

MONDAY_TEN = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)
NOTHING = Found(0.0, has_answer=False)

FILE = """\
policy: Small
queues:
  support: {{name: Support, owner: Ann, default: true}}
  phone: {{owner: Ben, hours: {{timezone: Europe/London, mon-fri: ["09:00-17:00"]}}}}
attributes:
  vip: {{tag: vip}}
words:
  outage: {{phrases: {{en: [is down], de: [ist offline]}}}}
  serial: {{matches: ['SN-[0-9]{{6}}', 'serial\\pZ*no']}}
rules:
  - {{id: own, when: workflow_exception, if: {condition}, then: handoff}}
"""


def policy_with(condition: str) -> Policy:
    return parse(FILE.format(condition=condition))


def _fires(condition: str, **fields: Any) -> bool:
    decision = decide_case(policy_with(condition), Case(**({"found": NOTHING} | fields)))
    assert decision is not None
    return decision.rule == "own"


VIP = Signal(SignalKind.CUSTOMER_ATTRIBUTE, 1.0, ("tag vip",), "vip")
REFUND = Signal(SignalKind.POLICY_TOPIC, 1.0, ("refund",), "refund", needs_judgement=False)
AT = Situation(
    at=MONDAY_TEN, channel="api", language="de-AT", tools={"order_status": "failed"}, labels=("press", "vip-case")
)
SURE = Found(0.9, has_answer=True, passages=("p",), sources=1, age_days=400, stale=("Help",))

HOLDS = [
    ("{channel: api}", {"situation": AT}, True),
    ("{channel: [web, API]}", {"situation": AT}, True),
    ("{channel: web}", {"situation": AT}, False),
    ("{channel: web}", {}, False),
    ("{not: {channel: web}}", {}, True),
    ("{language: de}", {"situation": AT}, True),
    ("{language: [en, fr]}", {"situation": AT}, False),
    ("{language: de-CH}", {"situation": AT}, False),
    ("{verified: true}", {"situation": Situation(verified=True)}, True),
    ("{verified: false}", {}, True),
    ("{customer: vip}", {"signals": (VIP,)}, True),
    ("{customer: vip}", {}, False),
    ("{label: press}", {"situation": AT}, True),
    ("{label: [late-delivery, VIP case]}", {"situation": AT}, True),
    ("{label: late-delivery}", {"situation": AT}, False),
    ("{not: {label: press}}", {}, True),
    ("{topic: refund}", {"signals": (REFUND,)}, True),
    ("{topic: legal}", {"signals": (REFUND,)}, False),
    ("{signal: no_source}", {}, True),
    ("{signal: [urgency, distress]}", {}, False),
    ("{turns: 1}", {}, True),
    ("{turns: {at_least: 3}}", {"track": Track(turns=2)}, True),
    ("{turns: {at_least: 3}}", {"track": Track(turns=1)}, False),
    ("{turns: {below: 3}}", {"track": Track(turns=1)}, True),
    ("{unanswered: 2}", {"track": Track(unanswered=2)}, True),
    ("{unanswered: 2}", {"track": Track(unanswered=3)}, False),
    ("{failures: {at_least: 1, below: 3}}", {"track": Track(failures=3)}, False),
    ("{clarified: 0}", {}, True),
    ("{returned: true}", {"track": Track(returned=True)}, True),
    ("{reopened: true}", {}, False),
    ("{hours: {timezone: Europe/London, mon: ['09:00-11:00']}}", {"situation": AT}, True),
    ("{hours: {timezone: Asia/Tokyo, mon: ['09:00-11:00']}}", {"situation": AT}, False),
    ("{hours: {timezone: Europe/London, mon: ['09:00-11:00']}}", {}, False),
    ("{open: phone}", {"situation": AT}, True),
    ("{not: {open: phone}}", {"situation": AT}, False),
    ("{tools: {order_status: [failed, unknown]}}", {"situation": AT}, True),
    ("{tools: {order_status: done}}", {"situation": AT}, False),
    ("{tools: {other: failed}}", {"situation": AT}, False),
    ("{confidence: {at_least: 0.8}}", {"found": SURE}, True),
    ("{confidence: {below: 0.8}}", {"found": SURE}, False),
    ("{sources: {below: 2}}", {"found": SURE}, True),
    ("{source_age: {at_least: 365}}", {"found": SURE}, True),
    ("{source_age: {at_least: 365}}", {}, False),
    ("{stale: true}", {"found": SURE}, True),
    ("{channel: api, verified: false}", {"situation": AT}, True),
    ("{channel: api, verified: true}", {"situation": AT}, False),
    ("{any: [{channel: web}, {language: de}]}", {"situation": AT}, True),
    ("{any: [{channel: web}, {language: en}]}", {"situation": AT}, False),
    ("{all: [{channel: api}, {not: {any: [{verified: true}, {turns: 7}]}}]}", {"situation": AT}, True),
]


@pytest.mark.parametrize(("condition", "fields", "expected"), HOLDS)
def test_a_condition_holds_or_not(condition: str, fields: dict[str, Any], expected: bool) -> None:
    assert _fires(condition, **fields) is expected


@pytest.mark.parametrize(("condition", "_fields", "_expected"), HOLDS)
def test_a_rule_with_a_condition_is_a_plain_sentence(condition: str, _fields: Any, _expected: bool) -> None:
    policy = policy_with(condition)
    sentence = describe(policy.rules[0], policy)
    assert sentence.startswith("When ")
    assert sentence.endswith("hand over to a person.")
    assert "{" not in sentence


@pytest.mark.parametrize(
    ("condition", "fields", "why"),
    [
        ("{channel: web}", {"situation": AT}, "only if the channel is web; it is api"),
        ("{channel: web}", {}, "only if the channel is web; it is not known"),
        ("{turns: {at_least: 3}}", {}, "only if the number of the customer's messages is at least 3; it is 1"),
        ("{tools: {order_status: done}}", {"situation": AT}, "only if the tool order_status said done; it said failed"),
        ("{verified: true}", {}, "only if the customer is verified"),
        ("{label: late}", {"situation": AT}, "only if the conversation has the label late; it has press, vip-case"),
        ("{label: late}", {}, "only if the conversation has the label late; it has none"),
    ],
)  # fmt: skip
def test_why_it_does_not_hold_is_told_with_what_is(condition: str, fields: dict[str, Any], why: str) -> None:
    decision = decide_case(policy_with(condition), Case(found=NOTHING, **fields))
    assert decision is not None
    assert decision.trials[0][1:] == (Outcome.CONDITION, why)


WRONG = [
    ("{}", "says nothing"),
    ("web", "A condition must be keys with values"),
    ("{chanel: web}", 'Did you mean "channel"?'),
    ("{channel: 5}", "must be a list of texts"),
    ("{channel: []}", "must name at least one"),
    ("{verified: maybe}", "must be true or false"),
    ("{customer: gold}", 'attribute "gold" is not known here.'),
    ("{says: outge}", 'Did you mean "outage"?'),
    ("{topic: refnd}", 'Did you mean "refund"?'),
    ("{signal: small_talk}", "is not known here"),
    ("{open: nowhere}", 'There is no queue "nowhere" here.'),
    ("{hours: {mon: ['09:00-11:00']}}", "need a timezone"),
    ("{turns: many}", "whole number from 0 to 1000"),
    ("{turns: {at_least: -1}}", "whole number from 0 to 1000"),
    ("{turns: {}}", 'needs "at_least", "below", or both'),
    ("{turns: {at_most: 3}}", "has no key"),
    ("{confidence: {below: 80}}", "number from 0 to 1"),
    ("{confidence: 0.8}", "must be keys with values"),
    ("{label: 'past due!'}", "letters, digits and hyphens"),
    ("{label: []}", "must name at least one"),
    ("{tools: {}}", "must name at least one"),
    ("{any: []}", "must be a list of 1 to 50 conditions"),
    ("{any: {channel: web}}", "must be a list of 1 to 50 conditions"),
    ("{not: [{channel: web}]}", "must be keys with values"),
    ("{not: " * 11 + "{channel: web}" + "}" * 11, "nested too deeply"),
]


@pytest.mark.parametrize(("condition", "message"), WRONG)
def test_a_wrong_condition_is_told_in_its_place(condition: str, message: str) -> None:
    with pytest.raises(PolicyErrors) as caught:
        policy_with(condition)
    assert any(message in str(problem) for problem in caught.value.problems), caught.value
    assert {problem.line for problem in caught.value.problems} == {11}
    assert all(problem.column > 40 for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("{id: a, when: workflow_exception, then: handoff}", 'needs "if"'),
        ("{id: a, when: workflow_exception, if: {turns: 1}, at_least: 0.5, then: offer}", "does nothing here"),
        ("{id: a, when: workflow_exception, if: {turns: 1}, topics: [vip], then: offer}", '"topics" does nothing here'),
        ("{id: a, when: distress, if: {confidence: {below: 0.5}}, then: offer}", ""),
        ("{id: a, when: asks_for_person, if: {stale: true}, then: offer}", "the sources haven't been asked yet"),
    ],
)  # fmt: skip
def test_a_condition_must_suit_its_rule(rule: str, message: str) -> None:
    text = FILE.format(condition="{turns: 1}") + f"  - {rule}\n"
    if not message:
        parse(text)
        return
    with pytest.raises(PolicyErrors, match="line 12") as caught:
        parse(text)
    assert message in str(caught.value)


def test_a_workflow_rule_about_sources_waits_for_them() -> None:
    late, early = policy_with("{stale: true}"), policy_with("{channel: api}")
    assert decide_case(late, Case(situation=AT)) is None
    decision = decide_case(early, Case(situation=AT))
    assert decision is not None
    assert decision.rule == "own"
