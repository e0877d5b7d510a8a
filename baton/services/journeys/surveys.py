"""The survey after a conversation: the customer rates it, and the team reads what came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from baton.core.actors import Caller, Role
from baton.core.errors import Conflict, Invalid
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId
from baton.core.journeys.surveys import MOST_CHARACTERS, SCORES, Rating, Scores
from baton.core.transitions import State
from baton.services.access import find, no_such_conversation, require
from baton.services.desk import Desk

MOST_DAYS = 366
LATEST = 50
"""How many ratings a report lists."""


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of the whole journey, and apart: of what the bot did alone, and of what followed a handoff."""

    since: datetime
    days: int
    bot_alone: Scores
    after_handoff: Scores
    latest: tuple[Rating, ...]


async def rate(desk: Desk, caller: Caller, id: ConversationId, *, score: int, comment: str | None) -> None:
    """Keep what the customer thought of a conversation that is over; the last word counts.

    Raises Invalid, and Conflict `not_over` while the conversation goes on.
    """
    require(caller, Role.CUSTOMER)
    before, _ = await find(desk, caller, id)
    words = (comment or "").replace("\x00", "").strip()
    if score not in SCORES or len(words) > MOST_CHARACTERS:
        raise Invalid(f"A rating is a score from 1 to 5, with a comment of up to {MOST_CHARACTERS:,} characters.")
    if before.state is not State.RESOLVED:
        raise Conflict("The conversation is not over yet. Rate it when it is closed.", code="not_over")
    data = {"score": score} | ({"comment": words} if words else {})
    event = Event(EventKind.CONVERSATION_RATED, caller.actor, desk.clock(), data)
    stored = await desk.store.conversations.append(caller.tenant_id, id, event)
    if stored is None:
        raise no_such_conversation()
    desk.live.publish(stored[0])


async def report(desk: Desk, caller: Caller, *, days: int) -> Report:
    """What customers thought in the last `days` days."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    since = desk.clock() - timedelta(days=days)
    bot_alone, after_handoff = await desk.store.surveys.scores(caller.tenant_id, since)
    latest = await desk.store.surveys.latest(caller.tenant_id, since, LATEST)
    return Report(since, days, bot_alone, after_handoff, latest)
