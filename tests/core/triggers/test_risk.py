"""The risk that a conversation goes badly."""

from baton.core.signals import Signal, SignalKind
from baton.core.triggers.risk import event, features, pieces, risk_of, strain_after, troubles_after

START = ("bot:intro", "customer:schedule", "bot:ask_desired_service", "customer:inform")
SMOOTH = (*START, "bot:propose_date", "customer:confirm", "bot:confirm_date_scheduled")
ROUGH = (
    *START,
    *("bot:propose_date", "customer:negate", "bot:ask_time_preference", "customer:user_proposed_date"),
    *("bot:time_asked_unavailable_propose_new", "customer:negate", "bot:time_asked_unavailable_propose_new"),
)


def test_nothing_has_no_risk() -> None:
    assert risk_of(()) == 0.0


def test_going_in_circles_is_riskier_than_getting_there() -> None:
    assert risk_of(ROUGH) > 2 * risk_of(SMOOTH)


def test_names_of_intents_are_read_in_any_spelling() -> None:
    assert event("bot", "NotUnderstood") == event("bot", "not-understood") == event("bot", "not_understood_2")
    assert pieces("transfer_agent") == ("transfer", "agent")


def test_a_long_course_is_weighed_by_its_end() -> None:
    assert len(features(SMOOTH * 500)) < 500
    assert 0.0 <= risk_of(SMOOTH * 500) <= 1.0


def test_strain_adds_up_stays_below_one_and_fades() -> None:
    stuck = Signal(SignalKind.STUCK, 0.9)
    strain = 0.0
    for _ in range(50):
        before, strain = strain, strain_after(strain, [stuck])
        assert before <= strain < 1.0
    assert strain_after(strain, []) < strain
    assert strain_after(strain, [Signal(SignalKind.SMALL_TALK, 1.0)]) < strain_after(strain, [])


def test_what_went_wrong_is_told_latest_first_until_it_is_calm_again() -> None:
    stuck, unsure = Signal(SignalKind.STUCK, 0.9), Signal(SignalKind.LOW_CONFIDENCE, 0.5)
    first = troubles_after((), [unsure, Signal(SignalKind.NO_SOURCE, 1.0), Signal(SignalKind.POLICY_TOPIC, 1.0)], 0.3)
    assert first == ("low_confidence", "no_source")
    assert troubles_after(first, [stuck], 0.5) == ("stuck", "low_confidence", "no_source")
    assert troubles_after(first, [], 0.2) == first
    assert troubles_after(first, [], 0.05) == ()
