"""A week's sample is even, the same for everybody, and what its marks say of the week is told with its uncertainty."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from baton.core.decision import DecisionKind, Reason
from baton.core.ids import ConversationId
from baton.core.journeys.journey import Journey, Passed
from baton.core.journeys.reviews import SAMPLE, Item, Mark, Review, category, draw, result
from baton.core.transitions import State

WEEK = date(2026, 11, 16)
MONDAY = datetime(2026, 11, 16, tzinfo=UTC)
NOW = MONDAY + timedelta(days=7)


def journey(id: str = "a", reason: Reason | None = None, **fields: Any) -> Journey:
    passed = Passed(reason=reason, queue="support", queue_name="Support", opened=MONDAY, written=1) if reason else None
    given = {"state": State.RESOLVED, "answered": True, "passed": passed, "updated": MONDAY}
    return Journey(id=ConversationId(id), began=MONDAY, **given | fields)


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (journey(), "kept"),
        (journey(reason=Reason.POLICY_TOPIC), "policy_topic"),
        (journey(reason=Reason.POLICY_TOPIC, score=2), "low_rating"),
        (journey(score=3), "kept"),
        (journey(came_back=NOW), "came_back"),
        (journey(last_decision=DecisionKind.OFFER), "dead_end"),
        (journey(last_decision=DecisionKind.OFFER, state=State.BOT, updated=NOW), "offered"),
    ],
)
def test_each_conversation_is_in_one_category(one: Journey, name: str) -> None:
    assert category(one, NOW) == name


def week_of(**counts: int) -> list[Journey]:
    made = {"kept": journey, "low_rating": lambda id: journey(id, score=1)}
    return [
        (made.get(name) or (lambda id, of=name: journey(id, Reason(of))))(f"{name}-{n}")
        for name, count in counts.items()
        for n in range(count)
    ]


def test_a_sample_has_of_each_category_before_it_has_more_of_any() -> None:
    began, items = draw(week_of(kept=500, customer_request=40, no_source=3, low_rating=1), WEEK, now=NOW)
    assert began == {"low_rating": 1, "kept": 500, "customer_request": 40, "no_source": 3}
    assert len(items) == SAMPLE
    assert [one.category for one in items[:4]] == ["low_rating", "kept", "customer_request", "no_source"]
    drawn = {name: sum(one.category == name for one in items) for name in began}
    assert drawn == {"low_rating": 1, "kept": 8, "customer_request": 8, "no_source": 3}
    assert {one.handed_over for one in items if one.category == "no_source"} == {True}


def test_whoever_draws_the_same_week_gets_the_same_sample_and_another_week_another() -> None:
    heap = week_of(kept=200)
    _, items = draw(heap, WEEK, now=NOW)
    assert items == draw(reversed(heap), WEEK, now=NOW)[1]
    assert {one.conversation for one in items} != {
        one.conversation for one in draw(heap, date(2026, 11, 9), now=NOW)[1]
    }


def test_what_a_sample_takes_does_not_follow_when_conversations_began() -> None:
    _, items = draw(week_of(kept=1000), WEEK, now=NOW)
    places = sorted(int(one.conversation.rpartition("-")[2]) for one in items)
    assert places[0] < 250
    assert places[-1] > 750


def reviewed(marks: dict[str, list[Mark | None]], began: dict[str, int]) -> Review:
    given = [(name, mark) for name, some in marks.items() for mark in some]
    items = tuple(
        Item(
            place=place,
            conversation=ConversationId(str(place)),
            category=name,
            handed_over=name != "kept",
            mark=mark,
        )
        for place, (name, mark) in enumerate(given, 1)
    )
    return Review(week=WEEK, since=MONDAY, until=NOW, began=began, drawn_at=NOW, items=items)


N, A, L = Mark.NECESSARY, Mark.AVOIDABLE, Mark.LATE


def test_a_share_of_the_week_weighs_each_category_by_how_many_began_in_it() -> None:
    review = reviewed({"no_source": [A, A], "customer_request": [N, N]}, {"no_source": 10, "customer_request": 90})
    whole = result(review).whole[A]
    assert whole.share == pytest.approx(0.1)
    assert (whole.read, result(review).whole[Mark.SHOULD_HAVE_STOPPED].share) == (4, None)


def test_few_that_were_read_say_less_than_many() -> None:
    few = result(reviewed({"no_source": [A, N]}, {"no_source": 10})).whole[A]
    many = result(reviewed({"no_source": [A, N] * 8}, {"no_source": 10})).whole[A]
    assert (few.share, many.share) == (0.5, 0.5)
    assert few.low is not None
    assert many.low is not None
    assert few.low < many.low < 0.5 < (many.high or 0) < (few.high or 0)
    # Wilson's interval of one in two, as tables have it.
    assert (few.low, few.high) == (pytest.approx(0.0945, abs=1e-3), pytest.approx(0.9055, abs=1e-3))


def test_nothing_found_in_a_few_is_not_nothing_in_the_week() -> None:
    none = result(reviewed({"no_source": [N] * 5}, {"no_source": 50})).whole[L]
    assert (none.share, none.low) == (0, 0)
    assert (none.high or 0) > 0.3


def test_what_is_not_marked_yet_counts_for_nothing() -> None:
    review = reviewed({"no_source": [A, None], "kept": [None]}, {"no_source": 4, "kept": 9})
    said = result(review)
    assert (review.marked, said.whole[A].share, said.whole[A].read) == (1, 1.0, 1)
    assert [(one.category, one.drawn, one.read) for one in said.categories] == [("kept", 1, 0), ("no_source", 2, 1)]


def test_missing_sources_are_told_by_category_and_of_the_week() -> None:
    review = reviewed({"no_source": [A, N], "kept": [Mark.RIGHTLY_KEPT]}, {"no_source": 2, "kept": 2})
    review = replace(review, items=(replace(review.items[0], source_missing=True), *review.items[1:]))
    said = result(review)
    assert said.missing.share == pytest.approx(0.25)
    assert {one.category: one.missing for one in said.categories} == {"kept": 0, "no_source": 1}
