"""Conditions on words and expressions of the company's own."""

import pytest
from core.policy.test_condition import FILE, NOTHING, policy_with

from baton.core.case import Case
from baton.core.decision import Decision
from baton.core.policy.decide import decide_case
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors
from baton.core.track import Track
from baton.core.triggers.read import read


def _said(text: str, condition: str) -> Decision:
    policy = policy_with(condition)
    signals = read(text, customer=None, track=Track(), policy=policy)
    decision = decide_case(policy, Case(signals, found=NOTHING))
    assert decision is not None
    return decision


@pytest.mark.parametrize(
    ("text", "words", "evidence"),
    [
        ("Your site IS DOWN again", "outage", ("IS DOWN",)),
        ("Alles ist offline!", "outage", ("ist offline",)),
        ("my lamp sn-123456 broke", "serial", ("sn-123456",)),
        ("ＳＮ－123456 in wide letters", "serial", ("SN-123456",)),
        ("sn-12345 is one short", "serial", None),
        ("is downstairs", "outage", None),
    ],
)
def test_own_words_are_heard_and_are_the_evidence(text: str, words: str, evidence: tuple[str, ...] | None) -> None:
    decision = _said(text, f"{{says: {words}}}")
    assert (decision.evidence if decision.rule == "own" else None) == evidence
    assert decision.rule != "own" or decision.reason.value == "workflow_exception"


def test_a_regular_expression_never_takes_long_and_reads_any_text() -> None:
    policy = parse(FILE.format(condition="{says: serial}").replace("SN-[0-9]{6}", "(a+)+$"))
    for text in ("a" * 10_000 + "b", "\ud800", "\u0336" * 10_000):
        read(text, customer=None, track=Track(), policy=policy)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        (r"\bcat", "unaccented letters only"),
        (r"\w+", "unaccented letters only"),
        ("(?=a)b", "Look-ahead"),
        ("a*", "matches every message"),
        ("(", "no regular expression"),
        ("x" * 501, "500 is the most"),
        ("((a{100}){100}){100}", "no regular expression"),
    ],
)
def test_an_expression_that_can_not_be_used_is_told(pattern: str, message: str) -> None:
    with pytest.raises(PolicyErrors) as caught:
        parse(FILE.format(condition="{turns: 1}").replace("SN-[0-9]{6}", pattern))
    assert [problem.line for problem in caught.value.problems] == [9]
    assert message in str(caught.value)
