"""Customers find their own conversations again, and nobody else's."""

import hmac
from typing import Any

import pytest

pytestmark = pytest.mark.anyio


async def listed(company: Any, *, expect: int = 200, **asked: Any) -> Any:
    widget = company.as_(company.widget_token)
    found = await widget.post("/v1/past-conversations", asked, expect=expect)
    return found["items"] if expect == 200 else found


async def begun(company: Any, *texts: str, **claims: Any) -> Any:
    widget = company.as_(company.widget_token)
    made = await widget.post("/v1/conversations", {"customer": claims}, expect=201)
    customer = company.as_(made["customer_token"])
    for text in texts:
        await customer.post(f"/v1/conversations/{made['id']}/messages?wait=10", {"text": text}, expect=201)
    return made


@pytest.fixture
async def prove(company: Any) -> Any:
    key = (await company.admin.post("/v1/widget/identity-key", expect=201))["identity_key"]
    return lambda id: {"external_id": id, "proof": hmac.new(key.encode(), id.encode(), "sha256").hexdigest()}


async def test_a_browser_finds_those_it_has_a_token_of_the_latest_first(company: Any) -> None:
    older = await begun(company, "Where is my order?")
    newer = await begun(company, "I want to talk to a person")
    await begun(company, "Somebody else's")
    found = await listed(company, tokens=[older["customer_token"], newer["customer_token"]])
    assert [one["id"] for one in found] == [newer["id"], older["id"]]
    assert [one["customer_token"] for one in found] == [newer["customer_token"], older["customer_token"]]
    assert (found[0]["state"], found[0]["owner"]["kind"]) == ("queued", "queue")


async def test_the_last_line_is_one_that_the_customer_may_see(company: Any) -> None:
    made = await begun(company, "I want to talk to a person")
    path = f"/v1/conversations/{made['id']}"
    await company.dana.post(f"{path}/claim", expect=200)
    await company.dana.post(f"{path}/messages", {"text": "A" * 200}, expect=201)
    await company.dana.post(f"{path}/notes", {"text": "Looks like fraud."}, expect=201)
    (one,) = await listed(company, tokens=[made["customer_token"]])
    assert one["last"]["text"] == "A" * 160
    assert one["last"]["author"] == {"kind": "operator", "id": one["owner"]["id"], "name": "Dana"}


async def test_a_vouched_for_customer_finds_theirs_without_a_token_and_a_name_alone_finds_none(
    company: Any, prove: Any
) -> None:
    mine = await begun(company, "Hello", **prove("u-1"))
    await begun(company, "Hello", **prove("u-2"))
    await begun(company, "Hello", external_id="u-1")
    assert [one["id"] for one in await listed(company, **prove("u-1"))] == [mine["id"]]
    assert await listed(company, external_id="u-1") == []
    refused = await listed(company, external_id="u-1", proof="0" * 64, expect=401)
    assert refused["code"] == "identity_not_proved"


async def test_what_this_desk_has_not_signed_opens_nothing(company: Any, other_company: Any) -> None:
    theirs = await begun(other_company, "Hello")
    mine = await begun(company, "Hello")
    forged = mine["customer_token"][:-2] + "xx"
    assert await listed(company, tokens=[theirs["customer_token"], forged, "bct_", "", "é.é.é.é"]) == []


async def test_one_in_which_nothing_was_said_is_left_out(company: Any) -> None:
    assert await listed(company, tokens=[(await begun(company))["customer_token"]]) == []
