"""Journeys: a conversation from its first message to its end, as facts that can be counted.

What is *indicated* here is read off the log: it says where to look, and decides nothing. Whether a handoff was late or
was not needed is said by a person who has read it: see `reviews`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from baton.core.decision import DecisionKind, Reason
from baton.core.ids import ConversationId
from baton.core.transitions import State
from baton.core.verbs.resolutions import NO_REPLY

COMES_BACK_WITHIN = timedelta(days=7)
"""After an end, how long a customer who writes again counts as come back: time for a parcel or a letter to come."""

QUIET = timedelta(days=1)
"""After so long without a word, what the bot holds is over: nobody waits for the next line of a chat for a day."""

FAILED_BEFORE = 2
"""Messages that met no answer before a handoff, from which it is indicated as late. The stop rules allow one."""

SHORT_REPLY = 200
"""Characters up to which a single reply may have been one that the bot could have given: two sentences."""

UNSURE = frozenset(
    {Reason.NO_SOURCE, Reason.CONFLICTING_SOURCES, Reason.LOW_CONFIDENCE, Reason.AMBIGUOUS, Reason.STUCK}
)
"""Reasons for which the bot stopped because it did not know, and not because a person has to decide."""

SOURCELESS = frozenset({Reason.NO_SOURCE, Reason.CONFLICTING_SOURCES})
"""Reasons that say that the knowledge was missing, or did not agree with itself."""


BACK_WITH_THE_BOT = ("withdrawn", "handed_back")
"""Ends of a handoff after which it is the bot that answers, or not."""


class DeadEnd(StrEnum):
    """How a conversation ended with nobody answering, or with an offer or a question that was left standing."""

    UNANSWERED = "unanswered"
    OFFER_IGNORED = "offer_ignored"
    QUESTION_IGNORED = "question_ignored"


_IGNORED = {DecisionKind.OFFER: DeadEnd.OFFER_IGNORED, DecisionKind.CLARIFY: DeadEnd.QUESTION_IGNORED}


@dataclass(frozen=True, slots=True)
class Reply:
    """A message of an operator after the first handoff: its first characters, and how long the whole is."""

    at: datetime
    text: str
    characters: int
    has_files: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """The first handoff of a conversation, and what came of it.

    `asked` counts the customer's messages before it that asked for a person, `failed` those that met a question back or
    an offer in place of an answer, or said that the answer did not help; `sourceless` those that no source answered.
    `replies` are the first of the operators', `written` counts all. `called`: a booked call was done. `moved` counts
    how often it was sent on or put back. `helped` and `not_helped` are operators' ratings of its packet.
    """

    reason: Reason
    queue: str
    queue_name: str
    opened: datetime
    claimed: datetime | None = None
    closed_how: str | None = None
    asked: int = 0
    failed: int = 0
    sourceless: int = 0
    replies: tuple[Reply, ...] = ()
    written: int = 0
    called: bool = False
    moved: int = 0
    helped: int = 0
    not_helped: int = 0

    @property
    def answered(self) -> bool:
        """Whether somebody of the team wrote to the customer, or called them."""
        return self.written > 0 or self.called

    @property
    def looks_late(self) -> bool:
        """Indicated as late: the customer had asked for a person before, or had met no answer twice."""
        return self.asked > 0 or self.failed >= FAILED_BEFORE

    @property
    def looks_false(self) -> bool:
        """Indicated as not needed: whoever took it closed it or gave it back, and wrote nothing; or, where the bot had
        stopped because it did not know, one short reply.
        """
        if self.claimed is None or self.called or self.closed_how not in ("resolved", "handed_back"):
            return False
        if self.written == 0:
            return True
        return self.written == 1 and self.reason in UNSURE and self.replies[0].characters <= SHORT_REPLY

    @property
    def lacked_a_source(self) -> bool:
        """Whether knowledge was missing: by the reason it was opened for, or for a message before it."""
        return self.reason in SOURCELESS or self.sourceless > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """One conversation. `ended` is its first end, None where it never was closed; `came_back` is when the customer
    wrote again within `COMES_BACK_WITHIN` of that, here or in another conversation. `answered`: the bot sent an answer,
    no mere greeting. `last_decision` is what the bot decided last. `is_heard` is false where the customer spoke last.
    `updated` is when something happened last. `mark` is what a review said of it.
    """

    id: ConversationId
    began: datetime
    updated: datetime
    state: State
    customer: str | None = None
    disposition: str | None = None
    ended: datetime | None = None
    came_back: datetime | None = None
    answered: bool = False
    last_decision: DecisionKind | None = None
    is_heard: bool = True
    passed: Passed | None = None
    score: int | None = None
    mark: str | None = None

    @property
    def is_closed(self) -> bool:
        """Whether it is closed now."""
        return self.state is State.RESOLVED

    @property
    def has_left(self) -> bool:
        """Closed by the desk, because the customer said no more: nobody knows whether they were helped."""
        return self.is_closed and self.disposition == NO_REPLY

    @property
    def is_resolved(self) -> bool:
        """Closed after an answer of the bot or of a person, not by silence; and the customer has not come back."""
        return self.is_closed and self._was_answered and not self.has_left and self.came_back is None

    @property
    def _was_answered(self) -> bool:
        if self.passed and self.passed.answered:
            return True
        with_the_bot = self.passed is None or self.passed.closed_how in BACK_WITH_THE_BOT
        return with_the_bot and self.answered and self.last_decision not in _IGNORED

    def is_watched(self, now: datetime) -> bool:
        """Whether enough time has gone by since its end to say that the customer did not come back."""
        return self.ended is not None and self.ended + COMES_BACK_WITHIN <= now

    def dead_end(self, now: datetime) -> DeadEnd | None:
        """The kind of dead end that it came to. One that goes on, or that a person answered, is none."""
        is_over = self.is_closed or (self.state is State.BOT and self.updated + QUIET <= now)
        if not is_over or (self.passed and self.passed.answered):
            return None
        nobody_came = self.passed is not None and self.is_closed and self.passed.closed_how == "resolved"
        if nobody_came or not self.is_heard:
            return DeadEnd.UNANSWERED
        return _IGNORED.get(self.last_decision) if self.last_decision and self.passed is None else None
