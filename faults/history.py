"""What callers saw, held against the log of what happened.

The log is the witness: one total order per conversation. Callers saw a linearizable desk if each of their operations
can be put at one place of that order, between the moment it was begun and the moment it was answered. A write stands
where its event stands; a look, or a refusal, wherever the conversation stood as it was told. Nothing may stand before
what had been answered earlier, in real time, on whichever node.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from baton.core.transitions import SPEAKERS, TABLE, Move, State

Stood = tuple[str, int, str | None]
"""State, version and the operator who holds it."""

MOVES = frozenset(move.value for move in Move)
MOVERS = frozenset({"POST claim", "POST takeover", "POST handback", "POST resolution", "DELETE claim"})
"""Commands that move the baton whenever they are accepted. To ask for a person again may do nothing."""

TOLD = frozenset({Move.HANDOFF_OPENED.value, Move.HANDOFF_CLAIMED.value, Move.TAKEN_OVER.value})
"""Moves of which the customer must be told in the very transaction that makes them."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One event of the log. `token` is its message's `client_id`, `reply_to` the seq that a bot's message answers."""

    conversation: str
    seq: int
    kind: str
    actor: str | None
    stood: Stood
    tx: int
    token: str | None = None
    reply_to: int | None = None


@dataclass(slots=True)
class Operation:
    """One thing that a caller did. Times are of the caller's own clock, in seconds; retries belong to the operation.

    `outcome` is `done`, `refused`, `looked` or `unsure` (no answer ever came). `stood` is how the conversation stood
    by the answer; `token` is the `client_id` of the message that it sent.
    """

    caller: str
    verb: str
    conversation: str
    began: float
    ended: float
    outcome: str
    stood: Stood | None = None
    token: str | None = None


def flaws(log: Iterable[Logged], operations: Iterable[Operation]) -> list[str]:
    """What is wrong, a sentence each; empty where nothing is."""
    events: defaultdict[str, list[Logged]] = defaultdict(list)
    for event in sorted(log, key=lambda one: (one.conversation, one.seq)):
        events[event.conversation].append(event)
    done: defaultdict[str, list[Operation]] = defaultdict(list)
    for operation in operations:
        done[operation.conversation].append(operation)
    found: list[str] = []
    for id in events.keys() | done.keys():
        trouble = [*_in_log(events[id]), *_lost_or_doubled(events[id], done[id]), *_out_of_order(events[id], done[id])]
        found += [f"{id}: {flaw}" for flaw in trouble]
    return found


def _in_log(events: Sequence[Logged]) -> Iterator[str]:
    """The log against the table and the rules of who may speak. What one transaction wrote is one change."""
    before: Stood = (State.BOT.value, 1, None)
    answered: set[int] = set()
    for place, event in enumerate(events, 1):
        if event.seq != place:
            yield f"event {event.seq} stands at place {place}"
    for _, written in groupby(events, key=lambda one: one.tx):
        change = list(written)
        yield from _against_table(before, change)
        for event in change:
            yield from _spoken(before, event)
            if event.kind == "answer_sent" and event.reply_to is not None:
                if event.reply_to in answered:
                    yield f"message {event.reply_to} was answered twice"
                answered.add(event.reply_to)
        before = change[-1].stood


def _against_table(before: Stood, change: Sequence[Logged]) -> Iterator[str]:
    state, version, owner = change[-1].stood
    at = change[0].seq
    moves = [event.kind for event in change if event.kind in MOVES]
    if (SPEAKERS[State(state)] == "operator") != (owner is not None):
        yield f"at {at} it was {state} and held by {owner}"
    if any(event.stood != change[-1].stood for event in change) or len(moves) > 1:
        yield f"the change at {at} did more than one thing: {[event.kind for event in change]}"
    if not moves and change[-1].stood != before:
        yield f"{change[0].kind} at {at} moved it from {before} to {change[-1].stood}"
    for move in moves[:1]:
        if State(state) not in TABLE.get((State(before[0]), Move(move)), frozenset()):
            yield f"{move} at {at} led from {before[0]} to {state}"
        if version != before[1] + 1:
            yield f"{move} at {at} led from version {before[1]} to {version}"
        if move in TOLD and not any(event.kind == "notice_sent" for event in change):
            yield f"{move} at {at} was not told to the customer with it"


def _spoken(before: Stood, event: Logged) -> Iterator[str]:
    if event.kind == "answer_sent" and before[0] != State.BOT:
        yield f"the bot spoke at {event.seq} while {before[2] or before[0]} held it"
    if event.kind == "reply_sent" and (before[0] != State.HUMAN or before[2] != event.actor):
        yield f"{event.actor} replied at {event.seq} while {before[2] or before[0]} held it"


def _lost_or_doubled(events: Sequence[Logged], operations: Sequence[Operation]) -> Iterator[str]:
    stored: defaultdict[str, int] = defaultdict(int)
    for event in events:
        if event.token:
            stored[event.token] += 1
    yield from (f"{token} is stored {times} times" for token, times in stored.items() if times > 1)
    for one in operations:
        if one.token and one.outcome == "done" and one.token not in stored:
            yield f"{one.token} was acknowledged and is not stored"
        if one.token and one.outcome == "refused" and one.token in stored:
            yield f"{one.token} was refused and is stored"


def _out_of_order(events: Sequence[Logged], operations: Sequence[Operation]) -> Iterator[str]:
    """Each operation at a place of its own in the log, none before what was answered earlier."""
    placed = _Places(events)
    least_later = [len(events) + 1] * (len(operations) + 1)
    ordered = sorted(operations, key=lambda one: one.began)
    for at in range(len(ordered) - 1, -1, -1):
        own = placed.by_event(ordered[at])
        least_later[at] = min(least_later[at + 1], own or len(events) + 1)
    reached: list[tuple[float, int]] = []
    for at, one in enumerate(ordered):
        least = max((place for ended, place in reached if ended < one.began), default=0)
        later = next((n for n in range(at + 1, len(ordered)) if ordered[n].began > one.ended), len(ordered))
        place = placed.find(one, least, least_later[later])
        if place is None:
            yield f"{one.verb} of {one.caller} ({one.outcome}, {one.stood}) has no place after {least}"
        elif place:
            reached.append((one.ended, place))


class _Places:
    """Where in the log operations can stand. Place n is just after the event n; 0 stands for nowhere at all."""

    def __init__(self, events: Sequence[Logged]) -> None:
        self._stood: list[Stood] = [one.stood for one in events]
        self._tokens: Mapping[str, int] = {one.token: one.seq for one in events if one.token}
        self._moves = {(one.stood, one.actor): one.seq for one in events if one.kind in MOVES}

    def by_event(self, one: Operation) -> int:
        """The place of the operation's own event, 0 where it has none."""
        if one.outcome != "done":
            return 0
        if one.token:
            return self._tokens.get(one.token, 0)
        return self._moves.get((one.stood, one.caller), 0) if one.stood else 0

    def find(self, one: Operation, least: int, before: int) -> int | None:
        """The first place after `least` (or at it, where nothing was written) that agrees with what was answered."""
        if one.outcome == "unsure" or one.stood is None:
            return 0
        own = self.by_event(one)
        if own or (one.outcome == "done" and (one.token or one.verb in MOVERS)):
            return own if own > least else None
        places = range(max(least, 1), min(before, len(self._stood) + 1))
        return next((n for n in places if self._stood[n - 1] == one.stood), None)
