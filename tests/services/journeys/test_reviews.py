"""A weekly review: drawn once, read one by one, marked, told; by admins alone."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from fakes import grounded
from stage import Stage

from baton.core.errors import Invalid, NotFound
from baton.core.ids import ConversationId
from baton.core.journeys.measures import monday
from baton.core.journeys.reviews import Mark, Review
from baton.services.conversations import replies, resolution
from baton.services.customers import customers
from baton.services.handoffs import handoff
from baton.services.journeys import reviews
from baton.services.knowledge import gaps

pytestmark = pytest.mark.anyio

UNKNOWN = "Do you engrave brass nameplates?"


async def a_week_later(stage: Stage) -> Review:
    """The sample of the week in which everything on the stage has happened."""
    stage.clock.advance(days=7)
    return await reviews.begin(stage.desk, stage.admin, week=None, zone="UTC")


async def events(stage: Stage, kind: str) -> list[dict[str, Any]]:
    page = await stage.desk.store.events.page(stage.tenant.id, after=None, limit=500)
    return [dict(one.event.data) for one in page if one.event.kind.value == kind]


async def test_a_week_is_drawn_once_and_stays_as_it_was_drawn(stage: Stage) -> None:
    waiting = await stage.waiting()
    kept = await stage.begin()
    await stage.asks(kept, "Thank you")
    review = await a_week_later(stage)
    await stage.waiting()
    again = await reviews.begin(stage.desk, stage.admin, week=str(review.week), zone="UTC")
    assert (again, again.began) == (review, {"customer_request": 1, "kept": 1})
    assert {one.conversation: one.handed_over for one in review.items} == {waiting.id: True, kept.id: False}
    assert [one.reason for one in review.items if one.handed_over] == ["customer_request"]
    assert await events(stage, "review_drawn") == [{"week": str(review.week), "conversations": 2}]


async def test_of_two_leads_who_draw_at_once_the_first_has_drawn(stage: Stage) -> None:
    for _ in range(3):
        await stage.waiting()
    review = await a_week_later(stage)
    other = replace(review, drawn_by="Somebody else", items=review.items[:1])
    assert not await stage.desk.store.reviews.keep(stage.tenant.id, other)
    assert await reviews.find(stage.desk, stage.admin, str(review.week)) == review
    assert len(await events(stage, "review_drawn")) == 1


async def test_a_week_that_goes_on_or_begins_on_another_day_is_not_reviewed(stage: Stage) -> None:
    this = monday(stage.clock().date())
    with pytest.raises(Invalid, match="not over yet"):
        await reviews.begin(stage.desk, stage.admin, week=str(this), zone="UTC")
    for wrong in (str(this - timedelta(days=6)), "last week", "2026-13-01"):
        with pytest.raises(Invalid, match="Monday"):
            await reviews.begin(stage.desk, stage.admin, week=wrong, zone="UTC")
    with pytest.raises(NotFound):
        await reviews.find(stage.desk, stage.admin, str(this - timedelta(days=7)))


async def test_a_mark_fits_what_was_done_and_another_replaces_it(stage: Stage) -> None:
    id = (await stage.waiting()).id
    week = str((await a_week_later(stage)).week)
    with pytest.raises(Invalid, match=r"was handed over\. Mark it as one of necessary, avoidable, late"):
        await reviews.mark(stage.desk, stage.admin, week, id, mark=Mark.RIGHTLY_KEPT)
    with pytest.raises(NotFound):
        await reviews.mark(stage.desk, stage.admin, week, ConversationId("cnv_other"), mark=Mark.LATE)
    await reviews.mark(stage.desk, stage.admin, week, id, mark=Mark.LATE, note="  Asked twice.  ")
    await reviews.mark(stage.desk, stage.admin, week, id, mark=Mark.NECESSARY)
    (item,) = (await reviews.find(stage.desk, stage.admin, week)).items
    assert (item.mark, item.note, item.marked_by) == (Mark.NECESSARY, None, "Admin")
    assert [one["mark"] for one in await events(stage, "conversation_reviewed")] == ["late", "necessary"]
    assert "note" not in (await events(stage, "conversation_reviewed"))[0]
    found = await stage.desk.store.journeys.between(
        stage.tenant.id, stage.clock() - timedelta(days=20), stage.clock(), limit=9
    )
    assert [one.mark for one in found] == ["necessary"]


async def test_a_missing_source_puts_the_question_among_the_gaps(stage: Stage) -> None:
    stage.sources.known["engrave"] = grounded("We engrave brass up to twenty letters.")
    conversation = await stage.begin()
    await stage.asks(conversation, "Can you engrave a nameplate for my grandmother?")
    await handoff.claim(stage.desk, stage.dana, (await stage.waiting()).id)
    week = str((await a_week_later(stage)).week)
    await reviews.mark(stage.desk, stage.admin, week, conversation.id, mark=Mark.RIGHTLY_KEPT)
    assert not [one for gap in await gaps.gather(stage.desk, stage.admin) for one in gap.questions]
    item = await reviews.mark(
        stage.desk, stage.admin, week, conversation.id, mark=Mark.SHOULD_HAVE_STOPPED, source_missing=True
    )
    (gap,) = [one for one in await gaps.gather(stage.desk, stage.admin) if one.id == item.gap]
    assert [one.conversation_id for one in gap.questions] == [conversation.id]
    (kept,) = [one for one in (await reviews.find(stage.desk, stage.admin, week)).items if one.gap]
    assert (kept.conversation, kept.source_missing, kept.gap) == (conversation.id, True, gap.id)


async def test_a_week_tells_its_dead_ends_what_was_sent_on_and_the_week_before(stage: Stage) -> None:
    ignored = await stage.begin()
    await stage.asks(ignored, UNKNOWN)
    first = await a_week_later(stage)
    id = (await stage.waiting()).id
    await handoff.claim(stage.desk, stage.dana, id)
    await handoff.pass_to_queue(stage.desk, stage.dana, id, queue="billing", reason="It is about an invoice")
    await handoff.claim(stage.desk, stage.sam, id)
    await replies.reply(stage.desk, stage.sam, id, text="Here is the invoice of May, it is number 4711.")
    await resolution.end(stage.desk, stage.sam, id)
    await stage.desk.store.ratings.keep(
        stage.tenant.id, id, stage.sam.actor.operator_id, useful=False, lacked=(), note="No number", version=1,
        at=stage.clock(),
    )  # fmt: skip
    second = await a_week_later(stage)
    assert second.week - first.week == timedelta(days=7)
    await reviews.mark(stage.desk, stage.admin, str(second.week), id, mark=Mark.NECESSARY)
    told = await reviews.outcome(stage.desk, stage.admin, str(second.week))
    assert told.result.whole[Mark.NECESSARY].share == 1
    assert [(one.by, one.to, one.why) for one in told.sent_on] == [("Dana", "Billing", "It is about an invoice")]
    assert (told.packets.not_useful, [note for _, _, note in told.notes]) == (1, ["No number"])
    assert (told.measures.handed_over, told.measures.moved, told.dead_ends) == (1, 1, ())
    before = await reviews.outcome_before(stage.desk, stage.admin, str(second.week))
    assert before is not None
    assert [(one.id, kind) for one, kind in before.dead_ends] == [(ignored.id, "offer_ignored")]
    assert await reviews.outcome_before(stage.desk, stage.admin, str(first.week)) is None
    listed = await reviews.weeks(stage.desk, stage.admin, zone="UTC")
    assert [(one.week, one.drawn, one.marked) for one in listed.items] == [(second.week, 1, 1), (first.week, 1, 0)]
    assert (listed.last, listed.is_drawn) == (second.week, True)


async def test_an_erased_conversation_leaves_its_sample(stage: Stage) -> None:
    gone, kept = await stage.waiting(), await stage.waiting()
    await resolution.end(stage.desk, stage.admin, gone.id)
    week = str((await a_week_later(stage)).week)
    await reviews.mark(stage.desk, stage.admin, week, gone.id, mark=Mark.NECESSARY, note="Mara was angry")
    _, told = await customers.export(stage.desk, stage.admin, gone.customer_id, same_address=False)
    assert [one["note"] async for each in told for one in each["reviews"]] == ["Mara was angry"]
    await customers.erase(stage.desk, stage.admin, gone.customer_id, same_address=False)
    review = await reviews.find(stage.desk, stage.admin, week)
    assert [one.conversation for one in review.items] == [kept.id]
    assert (await reviews.outcome(stage.desk, stage.admin, week)).review.marked == 0


async def test_over_http_a_week_is_drawn_marked_told_and_taken_away_as_a_table(
    company: Any, other_company: Any
) -> None:
    _, path = await company.waiting()
    clock = company.served.desk.clock
    clock.advance(days=7)
    try:
        due = await company.admin.get("/v1/reviews?timezone=Europe/Dublin")
        assert (due["items"], due["is_drawn"]) == ([], False)
        drawn = await company.admin.post("/v1/reviews", {"timezone": "Europe/Dublin"}, expect=200)
        assert (drawn["week"], drawn["began"], drawn["marked"], len(drawn["items"])) == (due["last"], 1, 0, 1)
        where = f"/v1/reviews/{drawn['week']}"
        item = f"{where}/conversations/{path.rpartition('/')[2]}"
        said = {"mark": "avoidable", "note": '=HYPERLINK("x")', "source_missing": True}
        marked = (await company.admin.ask("PUT", item, said, expect=200))["item"]
        assert (marked["mark"], marked["note"], marked["source_missing"]) == ("avoidable", said["note"], True)
        await company.admin.ask("PUT", item, {"mark": "rightly_kept"}, expect=422)
        await company.admin.ask("PUT", f"{where}/conversations/none", {"mark": "late"}, expect=404)
        told = await company.admin.get(f"{where}/result")
        assert (told["result"]["whole"]["avoidable"]["share"], told["before"]) == (1.0, None)
        table = await company.admin.http.get(f"{where}/export")
        assert table.headers["content-disposition"] == f'attachment; filename="review-{drawn["week"]}.csv"'
        (row,) = csv.DictReader(io.StringIO(table.text.removeprefix("\ufeff")))
        assert (row["mark"], row["note"], row["category"]) == ("avoidable", "'" + said["note"], "customer_request")
        await other_company.admin.get(where, expect=404)
        await other_company.admin.ask("PUT", item, said, expect=404)
        for caller in (company.dana, company.as_(company.widget_token)):
            await caller.get("/v1/reviews", expect=403)
        assert date.fromisoformat(drawn["week"]).weekday() == 0
    finally:
        clock.advance(days=-7)
