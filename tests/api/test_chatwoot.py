"""Chatwoot over HTTP: connections are an admin's, deliveries need no credential but a signature."""

from typing import Any

import pytest
from chatwoots import SECRET, TOKEN, Fake, signed

pytestmark = pytest.mark.anyio

CONNECTION = {"url": "https://app.chatwoot.com", "account_id": 1, "token": TOKEN, "secret": SECRET}


async def test_a_connection_is_made_changed_and_removed_and_its_secrets_are_in_no_answer(company: Any) -> None:
    made = (await company.admin.post("/v1/chatwoot", CONNECTION, expect=201))["connection"]
    assert made["address"].endswith(f"/v1/inbound/chatwoot/{made['id']}")
    assert (made["state"], made["places"], made["heard_at"]) == ("on", {}, None)
    place = {"support": {"team_id": 4, "labels": ["vip", "vip"], "priority": "high"}}
    path = f"/v1/chatwoot/{made['id']}"
    changed = await company.admin.ask("PATCH", path, {"places": place, "token": "", "secret": None}, expect=200)
    assert changed["connection"]["places"] == {"support": {"team_id": 4, "labels": ["vip"], "priority": "high"}}
    events = (await company.admin.get("/v1/events?limit=500"))["items"]
    told = [one["data"] for one in events if one["kind"].startswith("chatwoot_")]
    assert [one.get("changed") for one in told] == [None, ["places"]]
    everything = str([made, changed, await company.admin.get("/v1/chatwoot"), events])
    assert TOKEN not in everything
    assert SECRET not in everything
    await company.admin.ask("DELETE", path, None, expect=200)
    assert (await company.admin.get("/v1/chatwoot"))["items"] == []
    await company.admin.ask("PATCH", path, {}, expect=404)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"url": "chatwoot"}, "bad_connection"),
        ({"url": "https://app.chatwoot.com/?a=b"}, "bad_connection"),
        ({"token": " "}, "bad_connection"),
        ({"secret": ""}, "bad_connection"),
        ({"account_id": 0}, "invalid"),
        ({"places": {"support": {"priority": "soon"}}}, "bad_connection"),
        ({"places": {"nowhere": {}}}, "unknown_queue"),
    ],
)
async def test_what_cannot_be_right_is_refused(company: Any, wrong: dict[str, Any], code: str) -> None:
    refused = await company.admin.post("/v1/chatwoot", CONNECTION | wrong, expect=422)
    assert refused["code"] == code


async def test_a_delivery_is_known_by_its_signature_alone_and_is_answered_when_it_is_stored(company: Any) -> None:
    made = (await company.admin.post("/v1/chatwoot", CONNECTION, expect=201))["connection"]
    fake, nobody, path = Fake(), company.as_(None), f"/v1/inbound/chatwoot/{made['id']}"
    fake.begin(77)
    sent = signed(fake.customer(77, "Hello"), id="d1")
    headers = {
        "x-chatwoot-signature": sent.signature,
        "x-chatwoot-timestamp": sent.timestamp,
        "x-chatwoot-delivery": "d1",
    }
    for outcome in ("taken", "again"):
        answer = await nobody.http.post(path, content=sent.body, headers=headers)
        assert (answer.status_code, answer.json()) == (200, {"outcome": outcome})
    items = (await company.admin.get("/v1/conversations?channel=chatwoot"))["items"]
    assert [(one["channel"], one["customer"]["name"]) for one in items] == [("chatwoot", "Ann Lee")]
    forged = await nobody.http.post(path, content=sent.body + b" ", headers=headers)
    assert forged.status_code == 401
    elsewhere = await nobody.http.post("/v1/inbound/chatwoot/cwt_none", content=sent.body, headers=headers)
    assert elsewhere.status_code == 401


async def test_nobody_else_opens_a_conversation_of_that_channel(company: Any) -> None:
    await company.admin.post("/v1/conversations", {"channel": "chatwoot"}, expect=422)


async def test_removing_a_connection_resolves_what_is_open_in_it(company: Any) -> None:
    made = (await company.admin.post("/v1/chatwoot", CONNECTION, expect=201))["connection"]
    fake, path = Fake(), f"/v1/inbound/chatwoot/{made['id']}"
    fake.begin(77)
    for payload in (fake.customer(77, "Hello"), fake.agent(77, "Hi")):
        sent = signed(payload)
        headers = {"x-chatwoot-signature": sent.signature, "x-chatwoot-timestamp": sent.timestamp}
        assert (await company.as_(None).http.post(path, content=sent.body, headers=headers)).status_code == 200
    await company.admin.ask("DELETE", f"/v1/chatwoot/{made['id']}", None, expect=200)
    items = (await company.admin.get("/v1/conversations?channel=chatwoot"))["items"]
    assert [one["state"] for one in items] == ["resolved"]


async def test_a_long_mail_that_chatwoot_passes_on_is_taken_whole(company: Any) -> None:
    made = (await company.admin.post("/v1/chatwoot", CONNECTION, expect=201))["connection"]
    fake, path = Fake(), f"/v1/inbound/chatwoot/{made['id']}"
    fake.begin(77)
    html = {"email": {"html_content": {"full": "<p>lamp</p>" * 60_000}}}
    sent = signed(fake.customer(77, "My lamp is broken", content_attributes=html))
    headers = {"x-chatwoot-signature": sent.signature, "x-chatwoot-timestamp": sent.timestamp}
    assert (await company.as_(None).http.post(path, content=sent.body, headers=headers)).status_code == 200
    refused = await company.as_(None).http.post(path, content=b"x" * (4 * 1024 * 1024 + 1), headers=headers)
    assert refused.status_code == 413
