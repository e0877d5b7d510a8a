"""What is promised of the order: nobody is overtaken for longer than the bound, and everybody is served."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import cycle

import pytest
from builders import NOW
from hypothesis import example, given
from hypothesis import strategies as st
from waiting_room import names, need, operator

from baton.core.ids import OperatorId
from baton.core.policy.queue import MAX_CREDIT
from baton.core.routing.available import Available, could_take
from baton.core.routing.choosing import assignments, next_for
from baton.core.routing.need import Need, needs_now
from baton.core.routing.ranking import rank

pytestmark = pytest.mark.wide

BOUND = timedelta(seconds=MAX_CREDIT)
SKILLS = st.dictionaries(st.sampled_from(["law", "tax"]), st.integers(1, 5), max_size=2)


@st.composite
def waiting(draw: st.DrawFn, name: str) -> Need:
    since = NOW - timedelta(seconds=draw(st.integers(0, 3 * MAX_CREDIT)))
    due = draw(st.none() | st.integers(-2 * MAX_CREDIT, 2 * MAX_CREDIT))
    ranks = rank(since, draw(st.integers(0, 2 * MAX_CREDIT)), due=None if due is None else NOW + timedelta(seconds=due))
    return need(
        name,
        waiting_since=since,
        ranks_at=ranks,
        skills=draw(SKILLS),
        weight=draw(st.integers(1, 3)),
        knows=draw(st.none() | st.sampled_from(["dana", "sam"])),
    )


@st.composite
def rooms(draw: st.DrawFn) -> list[Need]:
    return [draw(waiting(f"c{n}")) for n in range(draw(st.integers(1, 8)))]


@st.composite
def person(draw: st.DrawFn, name: str) -> Available:
    return operator(name, skills=draw(SKILLS), capacity=draw(st.integers(1, 4)), load=draw(st.integers(0, 4)))


def may_be_given(one: Need, to: Available, here: dict[OperatorId, Available]) -> bool:
    """Whether, alone on the list, it would be theirs if they had all the room they can have."""
    return next_for(replace(to, load=0), [one], NOW, here=here) is one


@given(room=rooms(), dana=person("dana"), sam=person("sam"))
def test_nobody_is_overtaken_by_one_that_came_more_than_the_bound_later(
    room: list[Need], dana: Available, sam: Available
) -> None:
    here = {dana.id: dana, sam.id: sam}
    if got := next_for(dana, room, NOW, here=here):
        passed = [one for one in room if one is not got and may_be_given(one, dana, here)]
        assert all(got.waiting_since - one.waiting_since <= BOUND for one in passed)


@given(room=rooms(), dana=person("dana"), sam=person("sam"))
def test_nobody_gets_what_they_cannot_do_or_hold(room: list[Need], dana: Available, sam: Available) -> None:
    load = {dana.id: dana.load, sam.id: sam.load}
    found = assignments(room, [dana, sam], NOW)
    assert len({one.conversation for one, _ in found}) == len(found)
    for one, to in found:
        assert could_take(needs_now(one, NOW), to)
        assert to.load == load[to.id]
        load[to.id] += one.weight
        assert load[to.id] <= to.capacity


@given(room=rooms(), dana=person("dana"), sam=person("sam"))
def test_when_everything_is_assigned_nobody_with_room_is_left_beside_one_they_should_take(
    room: list[Need], dana: Available, sam: Available
) -> None:
    people = {dana.id: dana, sam.id: sam}
    left = list(room)
    for one, to in assignments(room, [dana, sam], NOW):
        people[to.id] = replace(to, load=to.load + one.weight)
        left.remove(one)
    assert all(next_for(one, left, NOW, here=people) is None for one in people.values())


@given(
    room=rooms(),
    capacity=st.integers(3, 5),
    light=st.integers(1, 3),
    credits=st.lists(st.integers(0, MAX_CREDIT), min_size=1),
)
@example(room=[need("a", waited=9), need("heavy", weight=3)], capacity=3, light=1, credits=[0])
def test_everybody_is_served_in_bounded_time_though_others_keep_coming_with_more_credit(
    room: list[Need], capacity: int, light: int, credits: list[int]
) -> None:
    """One operator who takes 10 minutes for each, and a newcomer every 5: more than they can ever do."""
    room = [replace(one, skills={}, knows=None) for one in room]
    first, left, busy, at = set(names(room)), list(room), list[tuple[datetime, int]](), NOW
    dana, coming = operator("dana", capacity=capacity), cycle(credits)
    bound = NOW + BOUND + timedelta(minutes=10 * (len(room) + MAX_CREDIT // 300 + 3))
    while first & set(names(left)):
        assert at <= bound
        busy = [(until, weight) for until, weight in busy if until > at]
        dana = replace(dana, load=sum(weight for _, weight in busy))
        while got := next_for(dana, left, at):
            left.remove(got)
            busy.append((at + timedelta(minutes=10), got.weight))
            dana = replace(dana, load=dana.load + got.weight)
        at += timedelta(minutes=5)
        left.append(need(f"n{at:%d%H%M}", waiting_since=at, ranks_at=rank(at, next(coming)), weight=light))
