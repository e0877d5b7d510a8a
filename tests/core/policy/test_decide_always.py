"""What holds of every decision, whatever was signalled, said and found."""

import pytest
from core.policy.test_decide import NEAR, POLICY, SURE, UNCLEAR, UNCLEAR_BUT_SURE, UNSURE, signal_of
from hypothesis import given
from hypothesis import strategies as st

from baton.core.answers.grounding import NOTHING, Grounding
from baton.core.decision import DecisionKind
from baton.core.policy.decide import decide
from baton.core.policy.rule import LAYER_OF
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.read import read

KINDS = [*LAYER_OF, SignalKind.SMALL_TALK]

SIGNALS = st.lists(
    st.builds(
        Signal,
        st.sampled_from(KINDS),
        st.floats(0, 1),
        st.just(("seen",)),
        st.sampled_from([None, "refund", "vip", "sales", "card_number", "legal"]),
        st.booleans(),
    ),
    max_size=8,
)

TRACKS = st.builds(
    Track,
    turns=st.integers(0, 5),
    clarified=st.integers(0, 3),
    unanswered=st.integers(0, 3),
    failures=st.integers(0, 3),
    offered=st.booleans(),
)

SHOWN_BY_SOURCES = (SignalKind.AMBIGUOUS, SignalKind.NO_SOURCE, SignalKind.LOW_CONFIDENCE)
"""Signals that come of looking something up, and of nothing else."""

GROUNDINGS = st.sampled_from([SURE, UNSURE, NEAR, UNCLEAR, UNCLEAR_BUT_SURE, NOTHING])


@given(SIGNALS, TRACKS, GROUNDINGS)
def test_there_is_always_one_decision_and_always_the_same(
    signals: list[Signal], track: Track, grounding: Grounding
) -> None:
    decision = decide(POLICY, signals, track=track, grounding=grounding)
    assert decision is not None
    assert decision == decide(POLICY, list(signals), track=track, grounding=grounding)
    assert (decision.queue is None) <= (decision.kind in (DecisionKind.ANSWER, DecisionKind.CLARIFY))
    assert 0 <= decision.priority <= 3


@given(SIGNALS, st.sampled_from(list(LAYER_OF)), TRACKS, GROUNDINGS)
def test_one_more_signal_never_weakens_a_handoff_nor_changes_a_higher_rule(
    signals: list[Signal], kind: SignalKind, track: Track, grounding: Grounding
) -> None:
    before = decide(POLICY, signals, track=track, grounding=grounding)
    after = decide(POLICY, [*signals, signal_of(kind)], track=track, grounding=grounding)
    assert before is not None
    assert after is not None
    if before.kind is DecisionKind.HANDOFF:
        assert after.kind is DecisionKind.HANDOFF
        layer = next(rule.layer for rule in POLICY.rules if rule.id == before.rule)
        if LAYER_OF[kind] > layer:
            assert after.rule == before.rule


@given(SIGNALS, TRACKS, GROUNDINGS)
def test_what_is_decided_before_looking_is_what_would_be_decided_after(
    signals: list[Signal], track: Track, grounding: Grounding
) -> None:
    noticed = [one for one in signals if one.kind not in SHOWN_BY_SOURCES]
    early = decide(POLICY, noticed, track=track, grounding=None)
    if early is not None and early.kind is DecisionKind.HANDOFF:
        late = decide(POLICY, noticed, track=track, grounding=grounding)
        assert late is not None
        assert (late.rule, late.reason, late.evidence) == (early.rule, early.reason, early.evidence)


@given(SIGNALS, TRACKS, GROUNDINGS)
def test_every_rule_is_tried_in_order(signals: list[Signal], track: Track, grounding: Grounding) -> None:
    decision = decide(POLICY, signals, track=track, grounding=grounding)
    assert decision is not None
    ids = [rule.id for rule in POLICY.in_order()]
    assert list(decision.tried) == ids


@pytest.mark.wide
@given(st.text(max_size=300))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    for signal in read(text, customer=None, track=Track(turns=1), policy=POLICY):
        assert 0 <= signal.score <= 1


@pytest.mark.parametrize(
    "text", ["", "a" * 10_000, "\u0336" * 10_000, "refund " * 1_400, "\ud800", "1 " * 5_000, "人" * 10_000]
)
def test_odd_texts_are_read(text: str) -> None:
    assert isinstance(read(text, customer=None, track=Track(), policy=POLICY), tuple)
