"""What the desk has promised a customer, and how each promise ends: kept, broken or withdrawn, and never left open.

A sentence that promises is made with its promise, or not at all, and both are stored by one statement. What happens to
the conversation afterwards settles its promises by `SETTLES`; what nothing has settled lapses at a stated moment.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from baton.core.events import Event, EventKind
from baton.core.transitions import State


class PromiseKind(StrEnum):
    """What is promised.

    `ANSWER_HERE`: an answer comes in this same conversation. `OPENS_AT`: the queue has people from `due` on.
    `FIRST_REPLY_BY`: a person replies by `due`. `TICKET_BY`: the ticket is answered by `due`. `CALLBACK_AT`: somebody
    calls before the slot ends, which is `due`. `EMAIL_BY`: an answer goes out by e-mail by `due`. `WAIT_WITHIN`: a
    person joins before the longest wait that was told has passed.
    """

    ANSWER_HERE = "answer_here"
    OPENS_AT = "opens_at"
    FIRST_REPLY_BY = "first_reply_by"
    TICKET_BY = "ticket_by"
    CALLBACK_AT = "callback_at"
    EMAIL_BY = "email_by"
    WAIT_WITHIN = "wait_within"


class PromiseState(StrEnum):
    """How a promise stands. All but `OPEN` are final."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


class Happening(StrEnum):
    """What happens to a conversation, as far as its promises are concerned. Also the word for why one was settled."""

    PERSON_JOINED = "person_joined"
    PERSON_REPLIED = "person_replied"
    CALLED = "called"
    DONE = "done"
    MOVED_ON = "moved_on"
    MODE_CHANGED = "mode_changed"
    CANCELLED = "cancelled"
    HANDED_BACK = "handed_back"
    RESOLVED = "resolved"
    REPLACED = "replaced"
    SEEN_HERE = "seen_here"
    LAPSED = "lapsed"


ENDS = (Happening.CANCELLED, Happening.HANDED_BACK, Happening.RESOLVED)
"""What ends a handoff. Nothing promised in it outlives it."""

_Ends = dict[Happening, PromiseState]

_KEPT, _BROKEN, _WITHDRAWN = PromiseState.KEPT, PromiseState.BROKEN, PromiseState.WITHDRAWN

_ANSWERED: _Ends = {
    Happening.PERSON_REPLIED: _KEPT,
    Happening.DONE: _KEPT,
    Happening.MODE_CHANGED: _WITHDRAWN,
}
_JOINED: _Ends = {
    Happening.PERSON_JOINED: _KEPT,
    Happening.PERSON_REPLIED: _KEPT,
    Happening.CALLED: _KEPT,
    Happening.DONE: _KEPT,
    Happening.MOVED_ON: _WITHDRAWN,
    Happening.MODE_CHANGED: _WITHDRAWN,
}

_BESIDE_THE_END: dict[PromiseKind, _Ends] = {
    PromiseKind.ANSWER_HERE: {Happening.PERSON_REPLIED: _KEPT},
    PromiseKind.OPENS_AT: _JOINED,
    PromiseKind.WAIT_WITHIN: _JOINED,
    PromiseKind.FIRST_REPLY_BY: _ANSWERED,
    PromiseKind.TICKET_BY: _ANSWERED,
    PromiseKind.EMAIL_BY: _ANSWERED,
    PromiseKind.CALLBACK_AT: {
        Happening.CALLED: _KEPT,
        Happening.DONE: _KEPT,
        Happening.MODE_CHANGED: _WITHDRAWN,
    },
}

SETTLES: dict[PromiseKind, dict[Happening, PromiseState]] = {
    kind: settles | dict.fromkeys(ENDS, _WITHDRAWN) | {Happening.REPLACED: _WITHDRAWN, Happening.LAPSED: _BROKEN}
    for kind, settles in _BESIDE_THE_END.items()
}
"""What becomes of an open promise of a kind when something happens. What is not here leaves it open.

A promise that would be kept after it has lapsed is broken: late is not in time.
"""

_HAPPENED: dict[EventKind, Happening] = {
    EventKind.HANDOFF_CLAIMED: Happening.PERSON_JOINED,
    EventKind.TAKEN_OVER: Happening.PERSON_JOINED,
    EventKind.REPLY_SENT: Happening.PERSON_REPLIED,
    EventKind.FOLLOWUP_MISSED: Happening.CALLED,
    EventKind.FOLLOWUP_DONE: Happening.DONE,
    EventKind.MODE_CHOSEN: Happening.MODE_CHANGED,
    EventKind.HANDOFF_REQUEUED: Happening.MOVED_ON,
    EventKind.HANDOFF_WITHDRAWN: Happening.CANCELLED,
    EventKind.HANDED_BACK: Happening.HANDED_BACK,
    EventKind.RESOLVED: Happening.RESOLVED,
}
"""The events that settle promises. A call that reached nobody was made: the promise to call is kept."""

_ENDED = {State.BOT: Happening.HANDED_BACK, State.RESOLVED: Happening.RESOLVED}

PATIENCE = timedelta(days=7)
"""When a promise that names no time lapses: nobody calls it an answer that comes after a week."""

_TO_THE_MINUTE = timedelta(minutes=1)
"""Times are told in whole minutes, so "by 16:00" holds until the minute is over."""

_DOORS = timedelta(minutes=15)
"""How long after a promised opening somebody must have been seen."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: the sentence as the customer read it, when it is due (None: no time was named), its basis.

    `basis` is the fact it rests on, for the trail: the queue that took the conversation, the hours that say so.
    `renews` is the number of the broken promise that it stands in for.
    """

    kind: PromiseKind
    due: datetime | None
    says: str
    basis: str
    renews: int | None = None

    def lapses_at(self, made: datetime) -> datetime:
        """The moment from which the promise, if nothing has settled it, counts as broken."""
        if self.due is None:
            return made + PATIENCE
        return self.due + (_DOORS if self.kind is PromiseKind.OPENS_AT else _TO_THE_MINUTE)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What becomes of the open promises of a conversation: those of a kind, or the one with the number `id`."""

    state: PromiseState
    why: Happening
    kind: PromiseKind | None = None
    id: int | None = None


def answer_here(says: str, queue: str, *, renews: int | None = None) -> Promise:
    """The promise that the queue answers in this conversation. It names no time, so it has no due time."""
    return Promise(PromiseKind.ANSWER_HERE, None, says, f"the conversation is in the queue {queue}", renews)


def opens_at(says: str, opens: datetime, *, now: datetime) -> Promise:
    """The promise that a queue opens at `opens`. Raises ValueError where that is not ahead of `now`."""
    return by(PromiseKind.OPENS_AT, says, opens, now=now, basis="the queue's opening hours")


def by(kind: PromiseKind, says: str, due: datetime, *, now: datetime, basis: str, renews: int | None = None) -> Promise:
    """A promise that something happens by `due`. Raises ValueError where that is not ahead of `now`."""
    if due <= now:
        raise ValueError(f"A promised moment must lie ahead of now ({kind.value}).")
    return Promise(kind, due, says, basis, renews)


def settlements(events: Iterable[Event], made: Sequence[Promise] = ()) -> tuple[Settlement, ...]:
    """What the events of one change do to the promises made before it, one settlement a kind at the most.

    A promise of the same kind `made` with the change replaces the older one, unless the events settle that already.
    """
    settled: dict[PromiseKind, Settlement] = {}
    happenings = [_HAPPENED[event.kind] for event in events if event.kind in _HAPPENED]
    for kind, outcomes in SETTLES.items():
        replaced = (Happening.REPLACED,) if any(promise.kind is kind for promise in made) else ()
        first = next((one for one in (*happenings, *replaced) if one in outcomes), None)
        if first is not None:
            settled[kind] = Settlement(outcomes[first], first, kind)
    return tuple(settled.values())


def judged(
    kind: PromiseKind, lapses_at: datetime, *, state: State, replied_at: datetime | None, somebody_here: bool
) -> tuple[PromiseState, Happening]:
    """How a promise ends that nothing had settled when it lapsed, and why.

    A reply that crossed with the promise still keeps it, and so does a queue that opened as it was told. Where the
    handoff has ended meanwhile, there is nothing left to break.
    """
    replied = SETTLES[kind].get(Happening.PERSON_REPLIED) is _KEPT
    if replied and replied_at is not None and replied_at < lapses_at:
        return _KEPT, Happening.PERSON_REPLIED
    if state in _ENDED:
        return _WITHDRAWN, _ENDED[state]
    if kind is PromiseKind.OPENS_AT and somebody_here:
        return _KEPT, Happening.SEEN_HERE
    return SETTLES[kind][Happening.LAPSED], Happening.LAPSED
