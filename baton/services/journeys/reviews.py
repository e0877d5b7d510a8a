"""The weekly review: a lead draws a week's sample, reads one conversation after the other, and marks each."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from baton.core.actors import Caller, Role
from baton.core.errors import Invalid, NotFound
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId
from baton.core.journeys.journey import Journey
from baton.core.journeys.measures import Measures, measured, monday
from baton.core.journeys.reviews import MOST_NOTE, OF_HANDOFFS, OF_KEPT, Item, Mark, Result, Review, draw, result
from baton.core.packet.ratings import RatingTally, tally
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.handoffs.ratings import MOST as MOST_RATINGS
from baton.services.journeys.journeys import MOST
from baton.services.journeys.overview import midnight, place
from baton.services.knowledge.gaps import note_missing
from baton.services.ports.reviews import SentOn, Summary

WEEK = timedelta(days=7)

WEEKS = 26
"""Weeks that a list goes back."""

NAMED = 30
"""Dead ends, and conversations that were sent on, that a result names."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks that were drawn, the latest first; and the last week that is over, with whether it was drawn."""

    items: tuple[Summary, ...]
    last: date
    is_drawn: bool


@dataclass(frozen=True, slots=True)
class WeekResult:
    """What a week comes to: what the marks say, what was counted, where it dead-ended, and what operators said."""

    review: Review
    result: Result
    measures: Measures
    dead_ends: tuple[tuple[Journey, str], ...]
    packets: RatingTally
    notes: tuple[tuple[ConversationId, str | None, str], ...]
    sent_on: tuple[SentOn, ...]


async def weeks(desk: Desk, caller: Caller, *, zone: str) -> Weeks:
    """Which weeks were drawn, and which one is due. Raises Invalid for the zone."""
    require(caller, Role.ADMIN)
    last = _last_over(desk, place(zone))
    items = await desk.store.reviews.latest(caller.tenant_id, WEEKS)
    return Weeks(items, last, any(one.week == last for one in items))


async def begin(desk: Desk, caller: Caller, *, week: str | None, zone: str) -> Review:
    """The week's sample, drawn now where it was not yet: the last week that is over, or the one that begins on `week`.

    Raises Invalid where that is no Monday, or the week is not over.
    """
    require(caller, Role.ADMIN)
    there = place(zone)
    first = _monday(week) if week else _last_over(desk, there)
    if first > _last_over(desk, there):
        raise Invalid(f"The week of {first} is not over yet. Review it from the next Monday on.")
    known = await desk.store.reviews.find(caller.tenant_id, first)
    return known or await _drawn(desk, caller, first, there)


async def find(desk: Desk, caller: Caller, week: str) -> Review:
    """A week's sample with its marks. Raises NotFound where none was drawn."""
    require(caller, Role.ADMIN)
    found = await desk.store.reviews.find(caller.tenant_id, _monday(week))
    if found is None:
        raise NotFound(f"No sample of the week of {week} was drawn.")
    return found


async def mark(
    desk: Desk,
    caller: Caller,
    week: str,
    id: ConversationId,
    *,
    mark: Mark,
    note: str | None = None,
    source_missing: bool = False,
) -> Item:
    """Say what a conversation was. Another mark replaces it; a missing source puts its question among the gaps.

    Raises NotFound, and Invalid for a mark that is not for what was handed over, or not for what the bot kept.
    """
    review = await find(desk, caller, week)
    item = _item(review, id)
    if mark not in (OF_HANDOFFS if item.handed_over else OF_KEPT):
        fits = ", ".join(OF_HANDOFFS if item.handed_over else OF_KEPT)
        was = "was handed over" if item.handed_over else "was never handed over"
        raise Invalid(f"This conversation {was}. Mark it as one of {fits}.")
    words = (note or "").strip()[:MOST_NOTE] or None
    now, by = desk.clock(), caller.actor.name
    marked = replace(item, mark=mark, note=words, source_missing=source_missing, marked_by=by, marked_at=now)
    if not await desk.store.reviews.mark(caller.tenant_id, review.week, marked):
        raise _not_in_sample(id)
    told = {"week": str(review.week), "conversation_id": id, "mark": mark.value, "source_missing": source_missing}
    await desk.store.events.record(caller.tenant_id, Event(EventKind.CONVERSATION_REVIEWED, caller.actor, now, told))
    return replace(marked, gap=await note_missing(desk, caller, id)) if source_missing else marked


async def outcome(desk: Desk, caller: Caller, week: str) -> WeekResult:
    """What a week's review says so far, beside what was counted and what operators said. Raises NotFound."""
    return await _outcome(desk, caller, await find(desk, caller, week))


async def outcome_before(desk: Desk, caller: Caller, week: str) -> WeekResult | None:
    """The same of the week before; None where it was not drawn."""
    require(caller, Role.ADMIN)
    before = await desk.store.reviews.find(caller.tenant_id, _monday(week) - WEEK)
    return await _outcome(desk, caller, before) if before else None


async def _outcome(desk: Desk, caller: Caller, review: Review) -> WeekResult:
    tenant_id, now = caller.tenant_id, desk.clock()
    between = (tenant_id, review.since, review.until)
    journeys = await desk.store.journeys.between(*between, limit=MOST)
    counted = await asyncio.to_thread(measured, journeys, now=now, zone=UTC)
    rated = await desk.store.ratings.since(tenant_id, review.since, limit=MOST_RATINGS)
    within = tuple(one for one in rated if one.at < review.until)
    ends = ((one, one.dead_end(now)) for one in journeys)
    return WeekResult(
        review,
        result(review),
        counted.whole,
        tuple((one, end.value) for one, end in ends if end)[:NAMED],
        tally(within),
        tuple((one.conversation, one.operator_name, one.note) for one in within if one.note)[:NAMED],
        await desk.store.reviews.sent_on(*between, limit=NAMED),
    )


async def _drawn(desk: Desk, caller: Caller, week: date, there: ZoneInfo) -> Review:
    now = desk.clock()
    since, until = midnight(week, there), midnight(week + WEEK, there)
    journeys = await desk.store.journeys.between(caller.tenant_id, since, until, limit=MOST)
    began, items = await asyncio.to_thread(draw, journeys, week, now=now)
    fresh = Review(
        week=week, since=since, until=until, began=began, drawn_at=now, drawn_by=caller.actor.name, items=items
    )
    if await desk.store.reviews.keep(caller.tenant_id, fresh):
        told: Mapping[str, Any] = {"week": str(week), "conversations": len(items)}
        await desk.store.events.record(caller.tenant_id, Event(EventKind.REVIEW_DRAWN, caller.actor, now, told))
    # Whoever drew at the same moment was first: theirs is the sample, with its gaps.
    return await find(desk, caller, str(week))


def _last_over(desk: Desk, there: ZoneInfo) -> date:
    return monday(desk.clock().astimezone(there).date()) - WEEK


def _monday(week: str) -> date:
    try:
        found = date.fromisoformat(week)
    except ValueError:
        found = None
    if found is None or found != monday(found):
        raise Invalid(f"A week goes by the date of its Monday, such as 2026-11-16, not by {week}.")
    return found


def _item(review: Review, id: ConversationId) -> Item:
    for one in review.items:
        if one.conversation == id:
            return one
    raise _not_in_sample(id)


def _not_in_sample(id: ConversationId) -> NotFound:
    return NotFound(f"The conversation {id} is not in this week's sample.")
