"""A reply for later over HTTP: what a program may ask, what it is refused, and that its customer sees none of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

pytestmark = pytest.mark.anyio


def in_hours(hours: float) -> str:
    return (datetime.now(UTC) + timedelta(hours=hours)).isoformat()


async def claimed(company: Any) -> tuple[Any, str, int]:
    customer, path = await company.waiting()
    taken = await company.dana.post(f"{path}/claim", expect=200)
    said = await company.dana.post(
        f"{path}/messages", {"text": "On it", "version": taken["conversation"]["version"]}, expect=201
    )
    return customer, path, said["conversation"]["version"]


async def test_it_is_written_once_changed_sent_and_its_customer_sees_only_the_message(company):
    customer, path, version = await claimed(company)
    body = {"text": "Later", "due": in_hours(3), "version": version}
    key = {"Idempotency-Key": "write-later-once"}
    first = (await company.dana.http.post(f"{path}/scheduled", json=body, headers=key)).json()
    again = (await company.dana.http.post(f"{path}/scheduled", json=body, headers=key)).json()
    assert first == again
    one = first["scheduled"]
    assert (one["state"], one["version"], first["conversation"]["scheduled_for"]) == ("waiting", version, one["due"])
    found = await company.sam.get(f"{path}/scheduled?timezone=Asia/Tokyo")
    assert ([item["id"] for item in found["items"]], found["items"][0]["author"]["name"]) == ([one["id"]], "Dana")
    assert {"in_an_hour", "tomorrow_morning"} <= {time["name"] for time in found["times"]}
    assert [item["customer"] for item in (await company.dana.get("/v1/me/scheduled"))["items"]]
    assert "scheduled_for" not in await customer.get(path)
    assert (await customer.http.get(f"{path}/scheduled")).status_code == 403
    changed = await company.dana.ask(
        "PATCH", f"{path}/scheduled/{one['id']}", {"version": version, "text": "Sooner"}, expect=200
    )
    assert (changed["scheduled"]["text"], changed["scheduled"]["due"]) == ("Sooner", one["due"])
    said = await company.dana.post(f"{path}/scheduled/{one['id']}/send", expect=201)
    assert (said["message"]["id"], said["message"]["text"]) == (one["id"], "Sooner")
    events = (await customer.get(f"{path}/events"))["items"]
    assert "Sooner" in str(events)
    assert "scheduled" not in str(events)
    assert (await company.dana.get(f"{path}/scheduled"))["items"] == []


async def test_a_file_waits_with_it_unseen_and_is_the_customers_once_it_is_sent(company):
    customer, path, version = await claimed(company)
    up = await company.dana.http.post("/v1/attachments", content=b"North gate", headers={"x-file-name": "plan.txt"})
    file = up.json()
    body = {"text": "The plan", "due": in_hours(3), "version": version, "attachments": [file["id"]]}
    one = (await company.dana.post(f"{path}/scheduled", body, expect=201))["scheduled"]
    assert [item["id"] for item in one["attachments"]] == [file["id"]]
    assert (await customer.http.get(file["url"])).status_code == 404
    await company.dana.ask("DELETE", f"{path}/scheduled/{one['id']}", expect=200)
    one = (await company.dana.post(f"{path}/scheduled", body, expect=201))["scheduled"]
    await company.dana.post(f"{path}/scheduled/{one['id']}/send", expect=201)
    assert (await customer.http.get(file["url"])).content == b"North gate"


async def test_what_can_not_be_says_why(company):
    _, path, version = await claimed(company)
    body = {"text": "Later", "due": in_hours(3), "version": version}
    for wrong, status, code in (
        ({"due": in_hours(-1)}, 422, "time_is_over"),
        ({"due": in_hours(24 * 91)}, 422, "too_far_ahead"),
        ({"due": "tomorrow"}, 422, "invalid"),
        ({"due": "2030-01-01T09:00:00"}, 422, "invalid"),
        ({"text": " "}, 422, "empty_message"),
        ({"version": version - 1}, 409, "stale_version"),
    ):
        refused = await company.dana.http.post(f"{path}/scheduled", json=body | wrong)
        assert (refused.status_code, refused.json()["code"]) == (status, code)
    stale = (await company.dana.http.post(f"{path}/scheduled", json=body | {"version": version - 1})).json()
    assert stale["owner"]["name"] == "Dana"
    missing = await company.dana.http.post(f"{path}/scheduled", json={"text": "Later", "due": in_hours(3)})
    assert missing.status_code == 422
    await company.dana.post(f"{path}/scheduled", body, expect=201)
    assert (await company.dana.http.post(f"{path}/scheduled", json=body)).json()["code"] == "already_scheduled"
    assert (await company.admin.http.post(f"{path}/scheduled", json=body)).status_code == 403
