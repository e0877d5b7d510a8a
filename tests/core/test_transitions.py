"""The state table, walked exhaustively."""

import itertools

import pytest

from baton.core.errors import IllegalMove
from baton.core.transitions import SPEAKERS, TABLE, Move, State, move


def every_step():
    return itertools.product(State, Move, State)


@pytest.mark.parametrize(("state", "by", "to"), [step for step in every_step() if step[2] in TABLE.get(step[:2], ())])
def test_a_move_of_the_table_leads_where_the_table_says(state, by, to):
    assert move(state, by, to) is to


@pytest.mark.parametrize(
    ("state", "by", "to"), [step for step in every_step() if step[2] not in TABLE.get(step[:2], ())]
)
def test_a_move_that_is_not_in_the_table_is_refused(state, by, to):
    with pytest.raises(IllegalMove):
        move(state, by, to)


def test_a_refused_move_says_in_words_how_the_conversation_stands():
    with pytest.raises(IllegalMove, match=r"^A conversation that the bot holds can't be reopened\.$"):
        move(State.BOT, Move.REOPENED)


def test_where_a_move_has_several_ends_one_has_to_be_named():
    with pytest.raises(IllegalMove):
        move(State.RESOLVED, Move.REOPENED)


def test_every_state_can_be_left_and_reached_from_the_bot():
    reached, frontier = {State.BOT}, [State.BOT]
    while frontier:
        here = frontier.pop()
        for (state, _), ends in TABLE.items():
            new = ends - reached if state is here else frozenset()
            reached |= new
            frontier += new
    assert reached == set(State)
    assert {state for state, _ in TABLE} == set(State)


def test_each_state_implies_exactly_one_kind_of_owner():
    assert set(SPEAKERS) == set(State)
    assert len(set(SPEAKERS.values())) == len(State)


def test_only_the_customers_way_out_leads_from_the_queue_back_to_the_bot():
    back = {by for (state, by), ends in TABLE.items() if state is State.QUEUED and State.BOT in ends}
    assert back == {Move.HANDOFF_WITHDRAWN}
