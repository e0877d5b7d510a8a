"""What callers may try who mean no good: nothing leaks, nothing falls over, and each gets a clear answer."""

import asyncio

import msgspec
import pytest

from baton.api import events
from baton.services.secrets import read_customer_token

pytestmark = pytest.mark.anyio

ZERO = "\x00"


async def test_a_zero_character_is_refused_and_not_a_failure_of_ours(company):
    customer, path = await company.customer()
    for refused in (
        await company.admin.ask("GET", "/v1/conversations/%00", expect=422),
        await company.admin.post("/v1/conversations", {"customer": {"name": ZERO}}, expect=422),
        await company.admin.post("/v1/conversations", {"customer": {"attributes": {"plan": ZERO}}}, expect=422),
        await customer.post(f"{path}/messages", {"text": "Hello", "client_id": ZERO}, expect=422),
        await customer.post(f"{path}/handoffs", {"reason": ZERO}, expect=422),
    ):
        assert refused["code"] == "unfit_value", refused


async def test_a_number_that_no_column_holds_is_a_bad_cursor_and_no_lost_database(company):
    assert (await company.admin.get("/v1/events?after=99999999999-1-1", expect=422))["code"] == "unfit_value"


async def test_an_attribute_is_a_short_value(company):
    body = {"customer": {"attributes": {"plan": "x" * 1001}}}
    assert (await company.admin.post("/v1/conversations", body, expect=422))["code"] == "invalid"
    await company.admin.post("/v1/conversations", {"customer": {"attributes": {"plan": 10**30}}}, expect=201)


async def test_a_customer_token_with_letters_of_no_signature_is_refused(company):
    customer, path = await company.customer()
    said = customer.secret.rpartition(".")[0]
    sent = f"Bearer {said}.é".encode("latin-1")
    answer = await company.as_(None).http.get(path, headers=[(b"authorization", sent)])
    assert answer.status_code == 401


async def test_a_widget_token_reads_nothing(company):
    widget = company.as_(company.widget_token)
    assert (await widget.get("/v1/passages/psg_any", expect=403))["code"] == "forbidden"


async def test_only_an_admin_may_send_a_large_upload(company):
    """Refused by the role, before the body is read: the form below is broken and nobody finds out."""
    widget = company.as_(company.widget_token)
    headers = {"content-type": "multipart/form-data; boundary=x"}
    answer = await widget.http.post("/v1/sources", content=b"broken", headers=headers)
    assert answer.status_code == 403


async def test_the_same_idempotency_key_from_another_browser_does_not_open_its_conversation(company):
    one, two = company.as_(company.widget_token), company.as_(company.widget_token)
    refused = await one.post("/v1/conversations", {}, expect=422, idempotency_key="open-1")
    assert refused["code"] == "bad_idempotency_key"
    mine = await one.post("/v1/conversations", {}, expect=201, idempotency_key="6b1f6f5e-3a1f-4c3e-9d0a-0d9b8a6f1c11")
    other = await two.post("/v1/conversations", {}, expect=201, idempotency_key="6b1f6f5e-3a1f-4c3e-9d0a-0d9b8a6f1c12")
    assert mine["id"] != other["id"]


async def test_a_customers_token_is_not_kept_with_the_receipt_and_a_retry_still_gets_one(company):
    key = "6b1f6f5e-3a1f-4c3e-9d0a-0d9b8a6f1c13"
    made = await company.admin.post("/v1/conversations", {}, expect=201, idempotency_key=key)
    again = await company.admin.post("/v1/conversations", {}, expect=201, idempotency_key=key)
    assert again == made
    desk = company.served.desk
    tenant_id, _, _ = read_customer_token(desk.store.secret, made["customer_token"])
    async with desk.store.database.tenant(tenant_id) as connection:
        kept = await connection.fetchval("SELECT body::text FROM receipts WHERE key = $1", key)
    assert made["id"] in kept
    assert "bct_" not in kept


async def test_answers_with_secrets_or_personal_data_are_never_kept_by_caches(company):
    customer, path = await company.customer()
    for caller, place in ((customer, path), (company.admin, "/v1/keys"), (company.as_(None), "/v1/keys")):
        answer = await caller.http.get(place)
        assert answer.headers["cache-control"] == "no-store"


async def test_customers_see_that_the_company_acted_and_not_by_which_key(company):
    customer, path = await company.customer()
    await company.admin.post(f"{path}/resolution", expect=200)
    seen = (await customer.get(f"{path}/events"))["items"]
    assert [one["actor"] for one in seen if one["kind"] == "resolved"] == [{"kind": "admin"}]
    assert b"admin key" not in msgspec.json.encode(seen)


async def test_a_customer_does_not_choose_the_queue_and_is_not_told_their_names(company):
    customer, path = await company.customer()
    for queue in ("fraud-team", "billing"):
        refused = await customer.post(f"{path}/handoffs", {"queue": queue}, expect=403)
        assert "The policy has" not in refused["detail"]


async def test_a_host_that_is_no_host_does_not_reach_the_content_security_policy(company):
    answer = await company.as_(None).http.get("/inbox", headers={"host": "x; script-src *"})
    assert "script-src *" not in answer.headers["content-security-policy"]


async def test_a_busy_stream_ends_with_the_key_that_opened_it(company, monkeypatch):
    monkeypatch.setattr(events, "QUIET_SECONDS", 0.05)
    key = await company.admin.post("/v1/keys", {"role": "readonly"}, expect=201)
    stop = asyncio.Event()

    async def keep_busy() -> None:
        while not stop.is_set():
            await company.customer()

    busy = asyncio.create_task(keep_busy())
    async with asyncio.timeout(20), company.as_(key["key"]).http.stream("GET", "/v1/events/stream") as stream:
        lines = stream.aiter_lines()
        assert await anext(lines) == ": connected"
        await company.admin.ask("DELETE", f"/v1/keys/{key['id']}", expect=200)
        seen = [line async for line in lines]
    stop.set()
    await busy
    assert "event: ended" in seen
