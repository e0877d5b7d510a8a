"""The only place where a conversation's state can change.

Every move is a row of `TABLE`. The owner is derived from the state, so two owners cannot be written down.
The diagram in the docs is drawn from this table, and the tests walk it exhaustively.
"""

from enum import StrEnum

from baton.core.errors import IllegalMove


class State(StrEnum):
    """Who holds the baton: the bot, a queue, one operator, or nobody."""

    BOT = "bot"
    QUEUED = "queued"
    HUMAN = "human"
    RESOLVED = "resolved"


class Move(StrEnum):
    """What can happen to a conversation's owner. Each is also the kind of the event that records it."""

    HANDOFF_OPENED = "handoff_opened"
    HANDOFF_CLAIMED = "handoff_claimed"
    HANDOFF_REQUEUED = "handoff_requeued"
    HANDOFF_WITHDRAWN = "handoff_withdrawn"
    TAKEN_OVER = "taken_over"
    RELEASED = "released"
    TRANSFERRED = "transferred"
    HANDED_BACK = "handed_back"
    RESOLVED = "resolved"
    REOPENED = "reopened"


TABLE: dict[tuple[State, Move], frozenset[State]] = {
    (State.BOT, Move.HANDOFF_OPENED): frozenset({State.QUEUED}),
    (State.BOT, Move.TAKEN_OVER): frozenset({State.HUMAN}),
    (State.BOT, Move.RESOLVED): frozenset({State.RESOLVED}),
    (State.QUEUED, Move.HANDOFF_CLAIMED): frozenset({State.HUMAN}),
    (State.QUEUED, Move.HANDOFF_REQUEUED): frozenset({State.QUEUED}),
    (State.QUEUED, Move.HANDOFF_WITHDRAWN): frozenset({State.BOT}),
    (State.QUEUED, Move.RESOLVED): frozenset({State.RESOLVED}),
    (State.HUMAN, Move.RELEASED): frozenset({State.QUEUED}),
    (State.HUMAN, Move.TRANSFERRED): frozenset({State.QUEUED, State.HUMAN}),
    (State.HUMAN, Move.TAKEN_OVER): frozenset({State.HUMAN}),
    (State.HUMAN, Move.HANDED_BACK): frozenset({State.BOT}),
    (State.HUMAN, Move.RESOLVED): frozenset({State.RESOLVED}),
    (State.RESOLVED, Move.REOPENED): frozenset({State.BOT, State.QUEUED, State.HUMAN}),
}
"""From a state, by a move, to the states it may end in. What is not here cannot happen."""

SPEAKERS: dict[State, str] = {
    State.BOT: "bot",
    State.QUEUED: "queue",
    State.HUMAN: "operator",
    State.RESOLVED: "none",
}
"""The kind of owner that each state implies."""


_STANDS = {
    State.BOT: "the bot holds",
    State.QUEUED: "waits for a person",
    State.HUMAN: "a person holds",
    State.RESOLVED: "is resolved",
}


def move(state: State, by: Move, to: State | None = None) -> State:
    """The state after `by`. `to` picks among several; it may be left out where the table allows only one.

    Raises IllegalMove, and changes nothing, where the table has no such row.
    """
    allowed = TABLE.get((state, by))
    if allowed is None:
        raise IllegalMove(f"A conversation that {_STANDS[state]} can't be {_past(by)}.", state=state.value)
    if to is None and len(allowed) == 1:
        return next(iter(allowed))
    if to is None or to not in allowed:
        raise IllegalMove(f"A conversation that {_STANDS[state]} can't go to {to} by {by.value}.")
    return to


def _past(by: Move) -> str:
    return by.value.removeprefix("handoff_").replace("_", " ")
