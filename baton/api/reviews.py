"""Weekly reviews: the weeks, a week's sample, a mark on each conversation, and what comes of it."""

import csv
from dataclasses import asdict
from io import StringIO
from typing import Annotated, Any

from fastapi import Query
from pydantic import Field
from starlette.responses import Response

from baton.api.auth import Calling, OurDesk
from baton.api.journeys import measures_view
from baton.api.json import Json
from baton.api.schemas import Body
from baton.core.ids import ConversationId
from baton.core.journeys.reviews import MOST_NOTE, CategoryResult, Item, Mark, Review
from baton.services.journeys import reviews
from baton.services.journeys.reviews import WeekResult

Zone = Annotated[str, Query(max_length=60)]

_COLUMNS = ("week", "place", "conversation_id", "category", "handed_over", "reason", "queue", "mark", "source_missing")
_WORDS = ("note", "marked_by", "marked_at")


class ReviewIn(Body):
    """`POST /v1/reviews`"""

    week: Annotated[str, Field(max_length=10)] | None = None
    timezone: Annotated[str, Field(max_length=60)] = "UTC"


class MarkIn(Body):
    """`PUT /v1/reviews/{week}/conversations/{id}`"""

    mark: Mark
    note: Annotated[str, Field(max_length=MOST_NOTE)] | None = None
    source_missing: bool = False


async def index(caller: Calling, desk: OurDesk, timezone: Zone = "UTC") -> Json:
    """The weeks that were drawn, the latest first, and the last week that is over."""
    found = await reviews.weeks(desk, caller, zone=timezone)
    return Json({"items": [asdict(one) for one in found.items], "last": found.last, "is_drawn": found.is_drawn})


async def create(body: ReviewIn, caller: Calling, desk: OurDesk) -> Json:
    """Draw a week's sample; one that was drawn stays as it is."""
    return Json(_review(await reviews.begin(desk, caller, week=body.week, zone=body.timezone)))


async def show(week: str, caller: Calling, desk: OurDesk) -> Json:
    """A week's sample, with the marks that were given."""
    return Json(_review(await reviews.find(desk, caller, week)))


async def mark(week: str, id: str, body: MarkIn, caller: Calling, desk: OurDesk) -> Json:
    """Say what a conversation was. Another mark replaces it."""
    said = {"mark": body.mark, "note": body.note, "source_missing": body.source_missing}
    return Json({"item": _item(await reviews.mark(desk, caller, week, ConversationId(id), **said))})


async def result(week: str, caller: Calling, desk: OurDesk) -> Json:
    """What a week's marks say, beside what was counted and what operators said; and the same of the week before."""
    found = await reviews.outcome(desk, caller, week)
    before = await reviews.outcome_before(desk, caller, week)
    return Json({"result": _result(found), "before": _result(before) if before else None})


async def export(week: str, caller: Calling, desk: OurDesk) -> Response:
    """A week's sample with its marks, as a table for a spreadsheet."""
    found = await reviews.find(desk, caller, week)
    named = {
        "cache-control": "no-store",
        "content-disposition": f'attachment; filename="review-{found.week}.csv"',
    }
    # The mark of order tells spreadsheets that it is UTF-8.
    return Response("\ufeff" + _table(found), media_type="text/csv; charset=utf-8", headers=named)


def _table(review: Review) -> str:
    written = StringIO()
    table = csv.writer(written)
    table.writerow((*_COLUMNS, *_WORDS))
    for one in review.items:
        values = {"week": str(review.week)} | _item(one)
        table.writerow([_cell(values[name]) for name in (*_COLUMNS, *_WORDS)])
    return written.getvalue()


def _cell(value: Any) -> str:
    """What stands in a cell; what a spreadsheet would take for a formula is kept from being one."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _review(one: Review) -> dict[str, Any]:
    return {
        "week": one.week,
        "since": one.since,
        "until": one.until,
        "began": sum(one.began.values()),
        "drawn_at": one.drawn_at,
        "drawn_by": one.drawn_by,
        "marked": one.marked,
        "items": [_item(item) for item in one.items],
    }


def _item(one: Item) -> dict[str, Any]:
    values = asdict(one)
    return {"conversation_id": values.pop("conversation"), "gap_id": values.pop("gap")} | values


def _result(one: WeekResult) -> dict[str, Any]:
    said = one.result
    return {
        "week": one.review.week,
        "began": sum(one.review.began.values()),
        "drawn": len(one.review.items),
        "marked": one.review.marked,
        "whole": {mark.value: asdict(estimate) for mark, estimate in said.whole.items()},
        "source_missing": asdict(said.missing),
        "categories": [_category(each) for each in said.categories],
        "measures": measures_view(one.measures),
        "dead_ends": [
            {"conversation_id": each.id, "customer": each.customer, "began": each.began, "kind": kind}
            for each, kind in one.dead_ends
        ],
        "packets": {
            "useful": one.packets.useful,
            "not_useful": one.packets.not_useful,
            "lacked": {kind.value: count for kind, count in one.packets.lacked.items()},
            "notes": [{"conversation_id": id, "by": by, "note": note} for id, by, note in one.notes],
        },
        "sent_on": [
            {"conversation_id": each.conversation} | {name: getattr(each, name) for name in _SENT_ON}
            for each in one.sent_on
        ],
    }


_SENT_ON = ("kind", "by", "to", "why", "at")


def _category(one: CategoryResult) -> dict[str, Any]:
    return {
        "category": one.category,
        "began": one.began,
        "drawn": one.drawn,
        "marked": one.read,
        "source_missing": one.missing,
        "marks": {mark.value: {"count": count} | asdict(one.estimates[mark]) for mark, count in one.marks.items()},
    }
