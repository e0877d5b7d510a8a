"""What the default policy does, whole decisions at a time: a small company can launch with it unchanged."""

import pytest

from baton.core.answers.grounding import NOTHING, Grounding
from baton.core.customer import Customer
from baton.core.decision import DecisionKind, Reason
from baton.core.ids import CustomerId
from baton.core.judging.judgement import Asked, after_looking, before_looking
from baton.core.messages import Citation, Statement
from baton.core.track import FRESH, Track
from baton.services.policy.policies import load_default

ANSWERED = Grounding(
    0.95, (Statement("So it is.", (1,)),), (Citation(1, "psg_1", "src_1", "Page", "", None, "So it is."),)
)
VIP = Customer(CustomerId("cus_1"), tags=("vip",), verified=True)
UNVOUCHED = Customer(CustomerId("cus_1"), tags=("vip",))

HANDED_OVER = [
    ("can I talk to somebody?", Reason.CUSTOMER_REQUEST, "support"),
    ("agnet please", Reason.CUSTOMER_REQUEST, "support"),
    ("I sent the boots back three weeks ago and want my money", Reason.POLICY_TOPIC, "billing"),
    ("my card got hit two times", Reason.POLICY_TOPIC, "billing"),
    ("cancel my subscription", Reason.POLICY_TOPIC, "billing"),
    ("your driver was rude to me, I want to complain", Reason.POLICY_TOPIC, "support"),
    ("you will hear from my lawyer", Reason.POLICY_TOPIC, "trust"),
    ("I got a rash after using your cream", Reason.POLICY_TOPIC, "trust"),
    ("my husband passed away and I need his account in my name", Reason.POLICY_TOPIC, "trust"),
    ("delete all my data", Reason.POLICY_TOPIC, "trust"),
    ("someone logged in as me", Reason.POLICY_TOPIC, "trust"),
    ("my card is 4111 1111 1111 1111", Reason.SENSITIVE_DATA, "trust"),
    ("my passport number is C01X00T47 22", Reason.SENSITIVE_DATA, "trust"),
    ("I have diabetes and need assistance on board", Reason.SENSITIVE_DATA, "trust"),
    ("my account got locked after too many attempts, please unlock it", Reason.SENSITIVE_DATA, "trust"),
    ("we need a quote for 500 seats", Reason.BUYING_INTENT, "sales"),
]

ANSWERS = [
    "what is your refund policy?",
    "how long do refunds take?",
    "how do I cancel my subscription?",
    "do you offer student discounts?",
    "how secure is your service?",
    "when are you open?",
    "I want to buy a lamp",
]


def _decided(text: str, track: Track = FRESH, customer: Customer | None = None, grounding: Grounding = ANSWERED):
    asked, policy = Asked(text, customer, track), load_default()
    signals, decision = before_looking(asked, policy)
    return decision or after_looking(policy, signals, asked, grounding)


@pytest.mark.parametrize(("text", "reason", "queue"), HANDED_OVER)
def test_handed_over_whatever_the_confidence(text: str, reason: Reason, queue: str) -> None:
    decision = _decided(text)
    assert (decision.kind, decision.reason, decision.queue) == (DecisionKind.HANDOFF, reason, queue)


@pytest.mark.parametrize("text", ANSWERS)
def test_what_the_documents_say_is_answered(text: str) -> None:
    assert _decided(text).kind is DecisionKind.ANSWER


def test_without_a_source_a_person_is_offered_first_and_then_called() -> None:
    assert _decided("do you like opera?", grounding=NOTHING).kind is DecisionKind.OFFER
    again = _decided("and ballet?", Track(turns=1, unanswered=1), grounding=NOTHING)
    assert (again.kind, again.reason) == (DecisionKind.HANDOFF, Reason.NO_SOURCE)


def test_strong_distress_is_handed_over_and_annoyance_is_an_offer_at_most() -> None:
    assert _decided("wtf, I am losing my mind here").reason is Reason.DISTRESS
    mild = _decided("when are you open? this is a bit annoying")
    assert (mild.kind, mild.offers_person) == (DecisionKind.ANSWER, True)


def test_a_vip_is_handed_over_only_where_a_server_vouches_for_it() -> None:
    assert _decided("when are you open?", customer=VIP).reason is Reason.CUSTOMER_ATTRIBUTE
    assert _decided("when are you open?", customer=UNVOUCHED).kind is DecisionKind.ANSWER
