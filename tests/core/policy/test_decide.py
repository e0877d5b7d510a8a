"""Which rule decides, and how it is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baton.core.answers.grounding import NOTHING, Grounding
from baton.core.customer import Customer
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.ids import CustomerId, QueueId
from baton.core.messages import Citation, Statement
from baton.core.policy.decide import decide, next_track
from baton.core.policy.model import Judging, Policy, Topic
from baton.core.policy.rule import LAYER_OF, Layer
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.read import read
from baton.core.triggers.stuck import SAID_AGAIN
from baton.services.policy.policies import load_default

POLICY = load_default()
CITED = Citation(n=1, passage_id="psg_1", source_id="src_1", title="Help", heading="", url=None, quote="It is so.")
SURE = Grounding(confidence=0.9, statements=(Statement("It is so.", (1,)),), citations=(CITED,))
UNSURE = replace(SURE, confidence=0.3)
UNCLEAR = Grounding(confidence=0.2, alternatives=("Cards", "Accounts"))
NEAR = replace(UNSURE, confidence=0.5, nearest=("Parcels: Prices", "Furniture: Prices"))
UNCLEAR_BUT_SURE = replace(SURE, alternatives=("Cards", "Accounts"))


def decided(
    text: str,
    grounding: Grounding = SURE,
    *,
    track: Track | None = None,
    extra: tuple[Signal, ...] = (),
    customer: Customer | None = None,
    policy: Policy = POLICY,
) -> Decision:
    track = track or Track()
    signals = (*read(text, customer=customer, track=track, policy=policy), *extra)
    early = decide(policy, signals, track=track, grounding=None)
    decision = early or decide(policy, signals, track=track, grounding=grounding)
    assert decision is not None
    return decision


def signal_of(kind: SignalKind, score: float = 1.0, topic: str | None = None) -> Signal:
    return Signal(kind, score, ("seen",), topic)


ASKED = Track(turns=1, last_question=("lamp",))

CASES = [
    ("I want a human", SURE, Track(), "handoff", "customer_request", "asks-for-person", "support"),
    ("I want a refund, get me a person", SURE, Track(), "handoff", "customer_request", "asks-for-person", "billing"),
    ("let me talk to sales people", SURE, Track(), "handoff", "customer_request", "asks-for-person", "sales"),
    ("I smell gas in the hallway", SURE, Track(), "handoff", "policy_topic", "danger", "trust"),
    ("he isn't breathing", NOTHING, Track(), "handoff", "policy_topic", "danger", "trust"),
    ("what do I do if I smell gas?", SURE, Track(), "answer", "grounded", "grounded", None),
    ("refund me", SURE, Track(), "handoff", "policy_topic", "policy-topic", "billing"),
    ("how long do refunds take?", SURE, Track(), "answer", "grounded", "grounded", None),
    ("how long do refunds take?", UNSURE, Track(), "handoff", "low_confidence", "unsure-of-policy-question", "billing"),
    ("how long do refunds take?", NOTHING, Track(), "handoff", "no_source", "no-source-for-policy-question", "billing"),
    ("my card is 4111 1111 1111 1111", SURE, Track(), "handoff", "sensitive_data", "sensitive-data", "trust"),
    ("where is the moon?", NOTHING, Track(), "offer", "no_source", "no-source", "support"),
    ("where is the moon?", NOTHING, Track(turns=1, unanswered=1), "handoff", "no_source", "no-source-again", "support"),
    ("how do I block it?", UNCLEAR, Track(), "clarify", "ambiguous", "ambiguous", None),
    ("how do I block it?", UNCLEAR, Track(turns=1, clarified=1), "offer", "no_source", "no-source", "support"),
    ("how do I block it?", UNCLEAR, Track(turns=3, asked=1), "clarify", "ambiguous", "ambiguous", None),
    ("how do I block it?", UNCLEAR, Track(turns=3, asked=2), "offer", "no_source", "no-source", "support"),
    ("how do I block it?", UNCLEAR_BUT_SURE, Track(turns=1, clarified=1), "answer", "grounded", "grounded", None),
    ("opening hours", UNSURE, Track(), "offer", "low_confidence", "unsure", "support"),
    ("opening hours", NEAR, Track(), "clarify", "ambiguous", "ambiguous", None),
    ("opening hours", replace(NEAR, confidence=0.9), Track(), "answer", "grounded", "grounded", None),
    ("opening hours", replace(NEAR, stale=("Hours",)), Track(), "offer", "low_confidence", "unsure", "support"),
    ("opening hours", NEAR, Track(turns=1, clarified=1), "offer", "low_confidence", "unsure", "support"),
    ("how long do refunds take?", NEAR, Track(), "handoff", "low_confidence", "unsure-of-policy-question", "billing"),
    ("that didn't work", SURE, ASKED, "offer", "stuck", "nothing_to_look_up", "support"),
    ("that didn't work", SURE, replace(ASKED, failures=1), "handoff", "stuck", "stuck-again", "support"),
    ("that didn't work", SURE, replace(ASKED, bot_failed=SAID_AGAIN), "handoff", "stuck", "stuck-for-sure", "support"),
    ("and where do I sit?", SURE, replace(ASKED, bot_failed=SAID_AGAIN), "answer", "grounded", "grounded", "support"),
    ("this is bullshit", SURE, Track(), "handoff", "distress", "strong-distress", "support"),
    ("this is bullshit", NOTHING, Track(), "handoff", "distress", "strong-distress", "support"),
    ("a bit annoying, where is the manual?", SURE, Track(), "answer", "grounded", "grounded", "support"),
    ("we need a quote for 500 seats", NOTHING, Track(), "handoff", "buying_intent", "buying-intent", "sales"),
    ("opening hours", SURE, Track(), "answer", "grounded", "grounded", None),
    ("hello", SURE, Track(), "answer", "small_talk", "small_talk", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "grounding", "track", "kind", "reason", "rule", "queue"), CASES)
def test_the_default_policy_decides(
    text: str, grounding: Grounding, track: Track, kind: str, reason: str, rule: str, queue: str | None
) -> None:
    decision = decided(text, grounding, track=track)
    seen = (decision.kind.value, decision.reason.value, decision.rule, decision.queue)
    assert seen == (kind, reason, rule, queue)
    assert rule in ("grounded", "small_talk", "nothing_to_look_up") or rule in decision.tried
    assert decision.policy_version == POLICY.version


def test_danger_is_urgent_whatever_else_hands_it_over() -> None:
    assert decided("the dryer is on fire", SURE).priority == 3
    asked = decided("I smell gas, get me a person please", SURE)
    assert (asked.rule, asked.priority, asked.queue) == ("asks-for-person", 3, "trust")
    assert decided("get me a person please", SURE).priority == 0


def test_every_rule_of_the_default_policy_can_fire() -> None:
    failures = {"tool-failed", "knowledge-failed", "model-failed", "conflicting-sources"}
    beside = {"important-customer", "unsure-again", "stuck", "mild-distress", "urgency", "going-badly"}
    assert {rule.id for rule in POLICY.rules} == {row[5] for row in CASES} - {
        "grounded",
        "small_talk",
        "nothing_to_look_up",
    } | failures | beside


@pytest.mark.parametrize("tag", ["vip", "VIP", "high_value"])
def test_important_customers_go_to_a_person_at_once(tag: str) -> None:
    customer = Customer(CustomerId("cus_1"), tags=(tag,), verified=True)
    decision = decided("opening hours", customer=customer)
    assert (decision.kind, decision.reason, decision.priority) == (
        DecisionKind.HANDOFF,
        Reason.CUSTOMER_ATTRIBUTE,
        2,
    )


@pytest.mark.parametrize("kind", [SignalKind.TOOL_FAILED, SignalKind.KNOWLEDGE_FAILED, SignalKind.MODEL_FAILED])
def test_a_failure_goes_to_a_person_before_anything_is_looked_up(kind: SignalKind) -> None:
    decision = decide(POLICY, [signal_of(kind)], track=Track(), grounding=None)
    assert decision is not None
    assert (decision.kind, decision.reason.value) == (DecisionKind.HANDOFF, kind.value)


def test_conflicting_sources_go_to_a_person() -> None:
    assert decided("x", extra=(signal_of(SignalKind.CONFLICTING_SOURCES),)).rule == "conflicting-sources"


def test_unsure_twice_in_a_row_goes_to_a_person() -> None:
    assert decided("opening hours", UNSURE, track=Track(turns=1, unanswered=1)).rule == "unsure-again"


def test_mild_distress_puts_the_way_to_a_person_beside_the_answer() -> None:
    assert decided("a bit annoying").offers_person
    assert not decided("opening hours").offers_person


def test_urgency_raises_the_priority_but_does_not_stop_the_bot() -> None:
    assert decided("urgent: opening hours").kind is DecisionKind.ANSWER
    assert decided("I want a human").priority == 0
    assert decided("urgent! I want a human").priority == 2


def test_urgency_of_an_important_customer_is_the_highest_priority() -> None:
    customer = Customer(CustomerId("cus_1"), tags=("vip",), verified=True)
    assert decided("urgent! I want a human", customer=customer).priority == 3


def test_the_same_answer_as_before_counts_as_stuck() -> None:
    before = Track(turns=1, failures=1, last_passages=tuple(one.taken for one in SURE.citations))
    assert decided("and on weekends?", SURE, track=before).rule == "stuck-again"


def test_always_hands_off_whatever_touches_the_topic() -> None:
    topics = tuple(replace(t, when=Judging.ALWAYS) if t.key == "refund" else t for t in POLICY.topics)
    strict = replace(POLICY, topics=topics)
    assert decided("how long do refunds take?", policy=strict).rule == "policy-topic"


def test_a_topic_that_no_queue_names_goes_to_the_default_queue() -> None:
    own = Topic(key="warranty", phrases=(("en", "warranty case"),))
    policy = replace(POLICY, topics=(*POLICY.topics, own))
    assert decided("warranty case", policy=policy).queue == "support"


def test_the_evidence_is_in_the_customers_words() -> None:
    assert decided("Sorry, but I WANT my money BACK").evidence[0] == "I WANT my money BACK"


def test_of_two_signals_of_a_kind_the_stronger_one_is_the_evidence() -> None:
    strong, weak = Signal(SignalKind.DISTRESS, 0.95, ("furious",)), Signal(SignalKind.DISTRESS, 0.85, ("angry",))
    for signals in ([strong, weak], [weak, strong]):
        decision = decide(POLICY, signals, track=Track(), grounding=SURE)
        assert decision is not None
        assert decision.evidence == ("furious",)


def test_a_question_is_looked_up_before_it_is_decided() -> None:
    assert decide(POLICY, (), track=Track(), grounding=None) is None


def test_the_track_counts_what_the_rules_ask_for() -> None:
    track = Track()
    nothing = decided("where is the moon?", NOTHING)
    track = next_track(track, nothing, NOTHING, ("where", "moon"))
    assert (track.turns, track.unanswered, track.offered) == (1, 1, True)
    track = next_track(track, decided("hello", track=track), None, ())
    assert (track.unanswered, track.offered, track.last_question) == (1, False, ("where", "moon"))
    track = next_track(track, decided("opening hours", SURE), SURE, ("openi", "hours"))
    assert (track.unanswered, track.failures, track.last_passages) == (0, 0, tuple(one.taken for one in SURE.citations))
    unclear = decided("how do I block it?", UNCLEAR)
    track = next_track(track, unclear, UNCLEAR, ("block",))
    assert (track.clarified, track.unanswered) == (1, 0)


def test_the_layers_stand_in_their_fixed_order() -> None:
    assert [layer.name for layer in Layer] == [
        "REQUEST", "STOP", "ATTRIBUTE", "FAILURE", "GROUNDING", "CONFIDENCE", "STUCK", "DISTRESS", "VALUE",
    ]  # fmt: skip
    beside = {SignalKind.SMALL_TALK, SignalKind.NO_HELP, SignalKind.OWN_WORDS, SignalKind.LOOKS_LIKE}
    assert set(LAYER_OF) == set(SignalKind) - beside - {SignalKind.PARTLY_ANSWERED}


def test_a_rule_can_name_the_queue() -> None:
    rules = tuple(replace(r, queue=QueueId("billing")) if r.id == "asks-for-person" else r for r in POLICY.rules)
    assert decided("agent", policy=replace(POLICY, rules=rules)).queue == "billing"


def test_questions_are_counted_until_an_answer_whatever_is_said_in_between() -> None:
    track = Track()
    for grounding in (UNCLEAR, NOTHING):
        track = next_track(track, decided("how do I block it?", grounding, track=track), grounding, ())
    assert (track.clarified, track.asked) == (0, 1)
    track = next_track(track, decided("how do I block it?", SURE, track=track), SURE, ())
    assert track.asked == 0


@given(groundings=st.lists(st.sampled_from([UNCLEAR, NOTHING, UNSURE, NEAR]), max_size=8), most=st.integers(0, 3))
def test_nobody_is_asked_more_questions_before_a_person_than_the_policy_allows(
    groundings: list[Grounding], most: int
) -> None:
    policy = replace(POLICY, limits=replace(POLICY.limits, clarifications=5, questions_before_handoff=most))
    track, asked = Track(), 0
    for grounding in groundings:
        decision = decided("how do I block it?", grounding, track=track, policy=policy)
        asked += decision.kind is DecisionKind.CLARIFY
        track = next_track(track, decision, grounding, ())
    assert asked <= most


def test_a_question_back_that_may_lead_nowhere_has_the_way_to_a_person_beside_its_choices() -> None:
    assert decided("opening hours", NEAR).offers_person
    assert decided("opening hours", NEAR).evidence == NEAR.nearest
    assert not decided("opening hours", UNCLEAR_BUT_SURE).offers_person
