"""The order of the layers: what it promises, and that breaking it anywhere would be seen."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baton.core.case import Case, Found
from baton.core.decision import Decision, DecisionKind, Outcome
from baton.core.hours.hours import ALWAYS
from baton.core.ids import QueueId
from baton.core.policy import rule as rules
from baton.core.policy.decide import decide_case
from baton.core.policy.model import Limits, Policy, Queue
from baton.core.policy.rule import LAYER_OF, Action, Layer, Rule
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track

QUEUE = Queue(id=QueueId("support"), name="Support", owner="Ann", hours=ALWAYS)
KINDS = [kind for kind in LAYER_OF if kind is not SignalKind.WORKFLOW_EXCEPTION]
STRENGTH = {DecisionKind.ANSWER: 0, DecisionKind.CLARIFY: 1, DecisionKind.OFFER: 1, DecisionKind.HANDOFF: 2}


def _policy(*found: Rule) -> Policy:
    return Policy(version=1, name="P", language="en", queues=(QUEUE,), rules=found, limits=Limits(clarifications=1))


def _decide(policy: Policy, case: Case) -> Decision:
    """As a message is judged: before looking, and where that is not enough, with what the sources show."""
    early = decide_case(policy, Case(case.signals, case.track, case.situation))
    decision = early or decide_case(policy, case)
    assert decision is not None
    return decision


FOUND = Found(0.9, has_answer=True, passages=("p",), sources=1)
FIRST = {layer: next(kind for kind in KINDS if LAYER_OF[kind] is layer) for layer in Layer}


def _order_is_kept() -> bool:
    """For any two layers, with both signals there and the rules in either order: the higher one decides."""
    for higher, lower in combinations(Layer, 2):
        pair = [Rule(id=layer.name, when=FIRST[layer], then=Action.HANDOFF) for layer in (lower, higher)]
        case = Case((Signal(FIRST[lower], 1.0), Signal(FIRST[higher], 1.0)), found=FOUND)
        for found in (pair, pair[::-1]):
            if _decide(_policy(*found), case).rule != higher.name:
                return False
    return True


def test_the_higher_of_any_two_layers_decides() -> None:
    assert _order_is_kept()


@pytest.mark.parametrize(("one", "other"), list(combinations(Layer, 2)))
def test_swapping_two_layers_would_be_seen(one: Layer, other: Layer, monkeypatch: pytest.MonkeyPatch) -> None:
    swap = {one: other, other: one}
    swapped = {kind: swap.get(layer, layer) for kind, layer in LAYER_OF.items()}
    monkeypatch.setattr(rules, "LAYER_OF", swapped)
    assert not _order_is_kept()


@pytest.mark.parametrize("all_in", [Layer.REQUEST, Layer.VALUE])
def test_dropping_the_order_would_be_seen(all_in: Layer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "LAYER_OF", dict.fromkeys(LAYER_OF, all_in))
    assert not _order_is_kept()


RULES = st.lists(
    st.builds(
        lambda kind, then, least, times: Rule(
            id=f"{kind}-{then}-{least}-{times}", when=kind, then=then, at_least=least, times=times
        ),
        st.sampled_from(KINDS),
        st.sampled_from(list(Action)),
        st.sampled_from([0.0, 0.5, 0.9]),
        st.sampled_from([1, 1, 2]),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)
SIGNALS = st.lists(st.builds(Signal, st.sampled_from(KINDS), st.floats(0, 1)), max_size=6).map(tuple)
TRACKS = st.builds(
    Track,
    clarified=st.integers(0, 2),
    unanswered=st.integers(0, 2),
    failures=st.integers(0, 2),
    turns=st.integers(0, 4),
)
FOUNDS = st.builds(
    Found,
    confidence=st.floats(0, 1),
    has_answer=st.booleans(),
    alternatives=st.sampled_from([(), ("a", "b")]),
    passages=st.sampled_from([(), ("p",)]),
)


@given(RULES, st.data(), SIGNALS, TRACKS, FOUNDS)
def test_a_rule_in_a_lower_layer_never_lowers_what_a_higher_one_raised(
    found: list[Rule], data: st.DataObject, signals: tuple[Signal, ...], track: Track, shown: Found
) -> None:
    """Take all rules below any layer away: what is left may be weaker, never stronger."""
    cut = data.draw(st.sampled_from(list(Layer)))
    case = Case(signals, track, found=shown)
    above = decide_case(_policy(*(one for one in found if one.layer <= cut)), case)
    whole = decide_case(_policy(*found), case)
    assert above is not None
    assert whole is not None
    assert STRENGTH[whole.kind] >= STRENGTH[above.kind]
    if above.kind is DecisionKind.HANDOFF or (STRENGTH[above.kind] == STRENGTH[whole.kind] == 1 and _by_rule(above)):
        assert whole.rule == above.rule
    if above.kind is whole.kind:
        assert whole.offers_person >= above.offers_person


def _by_rule(decision: Decision) -> bool:
    return decision.rule in decision.tried


@given(RULES, SIGNALS, TRACKS, FOUNDS)
def test_the_proof_names_every_rule_once_and_one_that_decides(
    found: list[Rule], signals: tuple[Signal, ...], track: Track, shown: Found
) -> None:
    policy = _policy(*found)
    decision = decide_case(policy, Case(signals, track, found=shown))
    assert decision is not None
    assert list(decision.tried) == [one.id for one in policy.in_order()]
    fired = {trial.rule for trial in decision.trials if trial.outcome is Outcome.FIRED}
    if _by_rule(decision):
        assert decision.rule in fired
        assert decision.rule not in decision.overrode
    else:
        assert not decision.overrode
    kinds = {signal.kind for signal in decision.signals}
    for trial, rule in zip(decision.trials, policy.in_order(), strict=True):
        assert (trial.outcome is Outcome.NO_SIGNAL) is (rule.when not in kinds)
        assert bool(trial.why) is (trial.outcome not in (Outcome.NO_SIGNAL, Outcome.FIRED))
