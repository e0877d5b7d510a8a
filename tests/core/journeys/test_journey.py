"""What is read off a conversation's facts, and what a heap of them comes to."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from baton.core.decision import DecisionKind, Reason
from baton.core.ids import ConversationId
from baton.core.journeys.first_replies import first_useful
from baton.core.journeys.journey import DeadEnd, Journey, Passed, Reply
from baton.core.journeys.measures import measured
from baton.core.transitions import State

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
LATER = MONDAY + timedelta(days=30)


def passed(**fields: Any) -> Passed:
    given = {"reason": Reason.NO_SOURCE, "queue": "support", "queue_name": "Support", "opened": MONDAY}
    return Passed(**given | fields)


def journey(id: str = "a", **fields: Any) -> Journey:
    closed = {"state": State.RESOLVED, "ended": MONDAY + timedelta(hours=1), "answered": True}
    return Journey(id=ConversationId(id), **{"began": MONDAY, "updated": MONDAY} | closed | fields)


def replied(*texts: str, after: int = 60) -> dict[str, Any]:
    sent = tuple(
        Reply(MONDAY + timedelta(seconds=after * place), text, len(text)) for place, text in enumerate(texts, 1)
    )
    return {"replies": sent, "written": len(sent), "claimed": MONDAY, "closed_how": "resolved"}


OPEN = {"state": State.BOT, "ended": None}


@pytest.mark.parametrize(
    ("facts", "late"),
    [({}, False), ({"asked": 1}, True), ({"failed": 1}, False), ({"failed": 2}, True), ({"sourceless": 5}, False)],
)
def test_a_handoff_looks_late_where_the_customer_had_asked_before_or_met_no_answer_twice(
    facts: dict[str, Any], late: bool
) -> None:
    assert passed(**facts).looks_late is late


@pytest.mark.parametrize(
    ("facts", "false"),
    [
        ({"claimed": MONDAY, "closed_how": "handed_back"}, True),
        ({"claimed": MONDAY, "closed_how": "resolved"}, True),
        ({"claimed": MONDAY, "closed_how": "resolved", "called": True}, False),
        ({"claimed": None, "closed_how": "resolved"}, False),
        ({"claimed": None, "closed_how": "withdrawn"}, False),
        ({"claimed": MONDAY}, False),
        (replied("It is five days, see the page on delivery."), True),
        (replied("It is five days.", "Anything else?"), False),
        (replied("word " * 60), False),
        (replied("Your refund is on its way.") | {"reason": Reason.POLICY_TOPIC}, False),
    ],
)
def test_a_handoff_looks_false_where_nobody_had_to_write_more_than_the_bot_could_have(
    facts: dict[str, Any], false: bool
) -> None:
    assert passed(**facts).looks_false is false


@pytest.mark.parametrize(
    ("facts", "resolved"),
    [
        ({}, True),
        ({"disposition": "no_reply"}, False),
        ({"answered": False}, False),
        ({"came_back": LATER}, False),
        ({"last_decision": DecisionKind.OFFER}, False),
        ({"passed": passed(closed_how="withdrawn")}, True),
        ({"passed": passed(closed_how="withdrawn"), "answered": False}, False),
        (OPEN, False),
        ({"passed": passed(closed_how="resolved")}, False),
        ({"passed": passed(**replied("Here you are.")), "answered": False}, True),
        ({"passed": passed(called=True), "answered": False}, True),
    ],
)
def test_resolved_is_what_was_answered_and_closed_and_did_not_come_back(facts: dict[str, Any], resolved: bool) -> None:
    assert journey(**facts).is_resolved is resolved


OFFER, ASKED_BACK = {"last_decision": DecisionKind.OFFER}, {"last_decision": DecisionKind.CLARIFY}


@pytest.mark.parametrize(
    ("facts", "end"),
    [
        ({}, None),
        (OFFER, DeadEnd.OFFER_IGNORED),
        (ASKED_BACK, DeadEnd.QUESTION_IGNORED),
        (OPEN | OFFER, DeadEnd.OFFER_IGNORED),
        (OPEN | OFFER | {"updated": LATER - timedelta(hours=23)}, None),
        ({"is_heard": False}, DeadEnd.UNANSWERED),
        ({"state": State.QUEUED, "ended": None, "is_heard": False, "passed": passed()}, None),
        ({"passed": passed(closed_how="resolved")}, DeadEnd.UNANSWERED),
        ({"passed": passed(closed_how="withdrawn")} | OFFER, None),
        ({"passed": passed(**replied("Here you are.")), "is_heard": False}, None),
    ],
)
def test_a_dead_end_is_where_nobody_answered_or_an_offer_was_left_standing(
    facts: dict[str, Any], end: DeadEnd | None
) -> None:
    assert journey(**facts).dead_end(LATER) is end


GREETING = "Hi {name}, this is Dana, let me have a look at that for you."


def with_replies(id: str, *texts: str, customer: str = "Ann") -> Journey:
    return journey(id, customer=customer, passed=passed(**replied(*texts)))


def test_what_a_team_sends_in_every_conversation_is_no_useful_reply() -> None:
    names = ("Ann", "Mara Lindqvist", "Søren")
    answer = "The cover comes off and can be washed by hand."
    heap = [with_replies(name, GREETING.format(name=name), answer, customer=name) for name in names]
    assert {at - MONDAY for at in first_useful(heap).values()} == {timedelta(seconds=120)}
    # The same words in two conversations are somebody's way to begin an answer; what often is all, is the answer.
    assert {at - MONDAY for at in first_useful(heap[:2]).values()} == {timedelta(seconds=60)}
    assert {at - MONDAY for at in first_useful([with_replies(n, answer) for n in "abc"]).values()} == {
        timedelta(seconds=60)
    }


@pytest.mark.parametrize(
    ("text", "useful"),
    [
        ("One moment please.", False),
        ("Yes, by Friday 20:00.", True),
        ("See https://example.com/washing", True),
        ("稍等一下", False),
        ("沙发套可以拆下来手洗不能机洗", True),
        ("It can be washed by hand, cold.", True),
    ],
)
def test_a_reply_is_useful_where_it_says_enough(text: str, useful: bool) -> None:
    assert (ConversationId("a") in first_useful([with_replies("a", text)])) is useful


def test_a_long_canned_answer_and_a_file_are_of_use_however_often_they_are_sent() -> None:
    canned = "Send it back within a month, " * 10
    assert len(first_useful([with_replies(str(n), canned) for n in range(5)])) == 5
    file = Reply(MONDAY, "Here.", 5, has_files=True)
    assert first_useful([journey(passed=passed(replies=(file,), written=1))]) == {"a": MONDAY}


def test_measures_are_told_apart_by_week_by_reason_and_by_queue() -> None:
    next_week = MONDAY + timedelta(days=7)
    asked = passed(reason=Reason.CUSTOMER_REQUEST, queue="billing", queue_name="Billing", asked=1)
    found = measured(
        [
            journey("a"),
            journey("b", passed=asked),
            replace(journey("c", passed=passed(**replied("It is five days."))), began=next_week),
        ],
        now=LATER,
        zone=UTC,
    )
    assert (found.whole.conversations, found.whole.resolved, found.whole.handed_over) == (3, 2, 2)
    assert [(week, one.handed_over) for week, one in found.weeks] == [(date(2026, 11, 2), 1), (date(2026, 11, 9), 1)]
    assert {reason: one.late for reason, one in found.reasons} == {"customer_request": 1, "no_source": 0}
    assert {queue: one.false for queue, one in found.queues} == {"billing": 0, "support": 1}
    assert found.names == {"billing": "Billing", "support": "Support"}


def test_a_return_counts_once_its_seven_days_are_over() -> None:
    back = journey("a", came_back=MONDAY + timedelta(days=1))
    found = measured([back, journey("b")], now=MONDAY + timedelta(days=3), zone=UTC).whole
    assert (found.watched, found.came_back, found.resolved) == (0, 0, 1)
    found = measured([back, journey("b")], now=LATER, zone=UTC).whole
    assert (found.watched, found.came_back) == (2, 1)


def test_times_are_told_in_the_middle_and_of_nine_in_ten() -> None:
    heap = [
        journey(str(n), passed=passed(**replied(f"It is {n} days.", after=n)), ended=MONDAY + timedelta(minutes=n))
        for n in range(1, 12)
    ]
    found = measured(heap, now=LATER, zone=UTC).whole
    assert (found.first_useful.count, found.first_useful.median_s, found.first_useful.ninetieth_s) == (11, 6, 10)
    assert found.to_resolution.median_s == 360
    assert measured([], now=LATER, zone=UTC).whole.first_useful.median_s is None
