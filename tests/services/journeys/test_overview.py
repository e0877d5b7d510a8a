"""The overview: what began, where it went, how it ended, each conversation counted once."""

from typing import Any

import pytest
from fakes import grounded
from stage import Stage

from baton.services.conversations.closing import close_left
from baton.services.journeys.overview import report

pytestmark = pytest.mark.anyio


async def overview(company: Any, query: str = "") -> Any:
    return await company.dana.get(f"/v1/reports/overview{query}")


async def wrote(company: Any, text: str = "Where is it?", **claims: Any) -> tuple[Any, str]:
    customer, path = await company.customer(**claims)
    await customer.post(f"{path}/messages?wait=30", {"text": text}, expect=201)
    return customer, path


async def test_a_desk_at_which_nobody_wrote_has_nothing_to_tell(company: Any) -> None:
    await company.customer()
    told = await overview(company, "?days=7")
    assert (told["conversations"], told["handed_over"], told["reasons"]) == (0, 0, [])
    assert told["first_reply"] == {"count": 0, "median_s": None, "ninetieth_s": None}
    assert [(one["conversations"], one["handed_over"]) for one in told["days"]] == [(0, 0)] * 7


async def test_each_conversation_ended_in_one_way(company: Any) -> None:
    _, with_the_bot = await wrote(company)
    await company.admin.post(f"{with_the_bot}/resolution", {}, expect=200)
    _, with_a_person = await company.waiting()
    await company.dana.post(f"{with_a_person}/claim", expect=200)
    await company.dana.post(f"{with_a_person}/notes", {"text": "Hm"}, expect=201)
    await company.dana.post(f"{with_a_person}/messages", {"text": "Here I am."}, expect=201)
    await company.dana.post(f"{with_a_person}/resolution", {}, expect=200)
    _, with_nobody = await company.waiting()
    await company.admin.post(f"{with_nobody}/resolution", {}, expect=200)
    await company.waiting()
    told = await overview(company)
    assert (told["conversations"], told["handed_over"]) == (4, 3)
    assert told["ended"] == {"by_bot": 1, "left": 0, "by_person": 1, "unanswered": 1, "open": 1}
    assert told["reasons"] == [{"reason": "customer_request", "count": 3}]
    assert told["first_reply"]["count"] == 1
    assert 0 <= told["first_reply"]["median_s"] <= told["first_reply"]["ninetieth_s"] < 60
    assert told["now"] == {"bot": 0, "queued": 1, "human": 0}
    assert (told["days"][-1]["conversations"], told["days"][-1]["handed_over"]) == (4, 3)


async def test_what_the_customer_left_is_told_apart_from_what_was_solved(stage: Stage) -> None:
    stage.sources.known["deliver"] = grounded("Delivery takes three working days.")
    await stage.asks(await stage.begin(), "When do you deliver?")
    stage.clock.advance(hours=25)
    await close_left(stage.desk)
    told = (await report(stage.desk, stage.dana, days=3, zone="UTC")).overview
    assert (told.total("by_bot"), told.total("left"), told.total("open")) == (1, 1, 0)


async def test_what_was_merged_is_counted_where_it_goes_on(company: Any) -> None:
    (_, duplicate), (_, path) = [await wrote(company, external_id="u-9") for _ in range(2)]
    for one in (duplicate, path):
        await company.dana.post(f"{one}/takeover", {"reason": "theirs"}, expect=200)
    await company.dana.post(f"{duplicate}/merge", {"into": path.rpartition("/")[2]}, expect=200)
    assert (await overview(company))["conversations"] == 1


async def test_a_day_begins_where_the_reader_is(company: Any, other_company: Any) -> None:
    await wrote(company)
    found = [await overview(company, f"?days=3&timezone={zone}") for zone in ("Pacific/Kiritimati", "Pacific/Niue")]
    east, west = ([one["day"] for one in told["days"] if one["conversations"]] for told in found)
    assert east > west
    assert (await overview(other_company))["conversations"] == 0
    refused = await company.dana.ask("GET", "/v1/reports/overview?timezone=Nowhere", expect=422)
    assert refused["code"] == "invalid"
