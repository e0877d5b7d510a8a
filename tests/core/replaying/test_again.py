"""A decision that stands in the log is taken again and comes out the same."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from builders import BOT, message
from hypothesis import given
from hypothesis import strategies as st

from baton.core.case import Case, Found, Situation
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.policy.decide import decide_case
from baton.core.policy.parse.whole import parse
from baton.core.policy.rule import LAYER_OF
from baton.core.replaying.again import replay
from baton.core.signals import Signal, SignalKind
from baton.core.track import FRESH, Track
from baton.core.trail.proof import case_from
from baton.core.verbs.speech import decision_made
from baton.services.policy.policies import default_source, load_default

POLICY = load_default()
SIGNALS = st.lists(
    st.builds(
        Signal,
        st.sampled_from([*LAYER_OF, SignalKind.SMALL_TALK]),
        st.floats(0, 1),
        st.lists(st.text(max_size=5), max_size=2).map(tuple),
        st.sampled_from([None, "refund", "vip", "sales"]),
        st.booleans(),
    ),
    max_size=6,
).map(tuple)
TRACKS = st.builds(
    Track,
    turns=st.integers(0, 3),
    clarified=st.integers(0, 2),
    unanswered=st.integers(0, 2),
    failures=st.integers(0, 2),
    last_passages=st.sampled_from([(), ("p1",)]),
    returned=st.booleans(),
)
SITUATIONS = st.builds(
    Situation,
    at=st.sampled_from([None, datetime(2026, 11, 21, 10, 0, 0, 123, tzinfo=UTC)]),
    channel=st.sampled_from([None, "web"]),
    language=st.sampled_from([None, "de"]),
    verified=st.booleans(),
    tools=st.sampled_from([{}, {"order": "failed"}]),
    labels=st.sampled_from([(), ("press", "late")]),
)
FOUNDS = st.builds(
    Found,
    confidence=st.floats(0, 1),
    has_answer=st.booleans(),
    alternatives=st.sampled_from([(), ("a", "b")]),
    missing=st.sampled_from([(), ("sofa",)]),
    passages=st.sampled_from([(), ("p1",)]),
    sources=st.integers(0, 2),
    age_days=st.sampled_from([None, 3]),
    stale=st.sampled_from([(), ("Help",)]),
)
CASES = st.builds(Case, SIGNALS, TRACKS, SITUATIONS, st.none() | FOUNDS)


def _logged(decision: Decision) -> dict[str, object]:
    event = decision_made(decision, BOT, message().at, reply_to=1, looked_at=("p1", "p2"))
    return json.loads(json.dumps(event.data))


@given(CASES)
def test_a_case_and_its_decision_survive_the_log(case: Case) -> None:
    decision = decide_case(POLICY, case)
    if decision is None:
        return
    data = _logged(decision)
    assert case_from(data) == case
    assert replay(POLICY, data) == ()


def test_what_the_customer_asked_before_is_not_written_into_the_log_again() -> None:
    question = "I am Ann Lee, passport X1234567. How long is delivery?"
    asked = replace(FRESH, turns=1, question_before=question, last_question=("passpor", "X1234567"))
    decision = decide_case(POLICY, Case((Signal(SignalKind.ASKS_FOR_PERSON, 1.0, ("a human",)),), asked))
    assert decision is not None
    data = _logged(decision)
    assert "X1234567" not in json.dumps(data)
    assert replay(POLICY, data) == ()


def test_another_policy_is_told_apart_by_what_comes_out() -> None:
    decision = decide_case(POLICY, Case((Signal(SignalKind.ASKS_FOR_PERSON, 1.0, ("a human",)),)))
    assert decision is not None
    data = _logged(decision)
    renamed = parse(default_source().replace("id: asks-for-person", "id: wants-a-person"), version=0)
    different = replay(renamed, data)
    assert different is not None
    assert different[0] == "rule: asks-for-person then, wants-a-person now"
    without = parse(default_source().replace("  - {id: asks-for-person, when: asks_for_person, then: handoff}\n", ""))
    assert replay(without, data) == ("Nothing is decided before the sources are asked; it was then.",)


def test_a_tampered_decision_is_found() -> None:
    decision = decide_case(POLICY, Case(found=Found(0.9, has_answer=True)))
    assert decision is not None
    data = _logged(decision) | {"reason": "no_source"}
    assert replay(POLICY, data) == ("reason: no_source then, grounded now",)


def test_what_no_rule_decided_can_not_be_taken_again() -> None:
    assert replay(POLICY, _logged(Decision(DecisionKind.HANDOFF, Reason.BOT_FAILED, "bot-failed", 0))) is None
