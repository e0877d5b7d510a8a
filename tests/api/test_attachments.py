"""Files: uploaded, sent with one message, given out so that they can do nothing, and to nobody else."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sample_files import PDF, png

from baton.services.sweeps import forget_old

pytestmark = pytest.mark.anyio

HELLO = {"text": "Here it is"}


async def upload(caller, body: bytes = PDF, name: str = "invoice.pdf", *, expect: int = 201):
    answer = await caller.http.post("/v1/attachments", content=body, headers={"x-file-name": name})
    assert answer.status_code == expect, answer.text
    return answer.json()


async def test_a_file_goes_with_a_message_and_comes_back_as_a_download(company):
    customer, path = await company.customer()
    file = await upload(customer, PDF + b"x" * 600_000, "Rechnung%20%E2%82%AC.pdf")
    assert (file["name"], file["bytes"], file["image"], file["state"]) == ("Rechnung €.pdf", 600_015, False, "ready")
    sent = await customer.post(f"{path}/messages", {**HELLO, "attachments": [file["id"]]}, expect=201)
    assert [one["id"] for one in sent["message"]["attachments"]] == [file["id"]]
    for reader in (customer, company.dana, company.admin):
        said = (await reader.get(f"{path}/messages"))["items"][0]
        answer = await reader.http.get(said["attachments"][0]["url"])
        assert answer.content == PDF + b"x" * 600_000
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith('attachment; filename="Rechnung _.pdf"; filename*=UTF-8')
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert "no-cache" in answer.headers["cache-control"]


async def test_only_a_picture_is_shown_in_place_and_is_not_sent_twice_to_one_browser(company):
    customer, _ = await company.customer()
    file = await upload(customer, png(30, 20), "photo.png")
    assert (file["image"], file["width"], file["height"]) == (True, 30, 20)
    answer = await customer.http.get(file["url"])
    assert answer.headers["content-disposition"].startswith("inline")
    again = await customer.http.get(file["url"], headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


async def test_a_message_may_be_a_file_alone(company):
    customer, path = await company.customer()
    file = await upload(customer)
    await customer.post(f"{path}/messages", {"text": " ", "attachments": [file["id"]]}, expect=201)
    assert (await company.admin.get(f"{path}/messages"))["items"][0]["text"] == ""
    assert (await customer.post(f"{path}/messages", {"text": " "}, expect=422))["code"] == "empty_message"


async def test_a_file_is_sent_once_and_a_retry_of_its_message_is_the_same_message(company):
    customer, path = await company.customer()
    file = await upload(customer)
    body = {**HELLO, "attachments": [file["id"]], "client_id": "one"}
    first = await customer.post(f"{path}/messages", body, expect=201)
    assert (await customer.post(f"{path}/messages", body, expect=200))["message"]["id"] == first["message"]["id"]
    refused = await customer.post(f"{path}/messages", {**body, "client_id": "two"}, expect=409)
    assert refused["code"] == "attachment_not_yours"
    other = await customer.post(f"{path}/messages", {**HELLO, "client_id": "one"}, expect=409)
    assert other["code"] == "client_id_reused"


async def test_a_file_that_two_messages_want_at_once_goes_with_one_of_them(company):
    customer, path = await company.customer()
    file = await upload(customer)
    bodies = [{**HELLO, "attachments": [file["id"]], "client_id": f"{n}"} for n in range(6)]
    answers = await asyncio.gather(*(customer.post(f"{path}/messages", body) for body in bodies))
    assert sorted("message" in one for one in answers) == [False] * 5 + [True]


async def test_nobody_sends_or_reads_a_file_of_somebody_else(company, other_company):
    customer, path = await company.customer()
    stranger, elsewhere = await company.customer()
    foreign, abroad = await other_company.customer()
    file = await upload(customer)
    for caller, place in ((stranger, elsewhere), (foreign, abroad), (company.dana, path)):
        body = {**HELLO, "attachments": [file["id"]]}
        where = f"{place}/notes" if caller is company.dana else f"{place}/messages"
        assert (await caller.post(where, body, expect=409))["code"] == "attachment_not_yours"
    for caller in (stranger, foreign, other_company.admin, company.dana, company.as_(None)):
        assert (await caller.http.get(file["url"])).status_code in (401, 404)
    await customer.post(f"{path}/messages", {**HELLO, "attachments": [file["id"]]}, expect=201)
    assert (await company.dana.http.get(file["url"])).status_code == 200
    for caller in (stranger, foreign, other_company.admin):
        assert (await caller.http.get(file["url"])).status_code == 404


async def test_a_file_of_a_note_stays_with_the_team(company):
    customer, path = await company.customer()
    file = await upload(company.dana)
    await company.dana.post(f"{path}/notes", {**HELLO, "attachments": [file["id"]]}, expect=201)
    assert (await company.sam.http.get(file["url"])).status_code == 200
    assert (await customer.http.get(file["url"])).status_code == 404


async def test_a_reply_that_is_refused_leaves_its_file_to_be_sent_again(company):
    _, path = await company.waiting()
    file = await upload(company.dana)
    reply = {**HELLO, "attachments": [file["id"]]}
    await company.dana.post(f"{path}/messages", reply, expect=409)
    await company.dana.post(f"{path}/claim", expect=200)
    await company.dana.post(f"{path}/messages", reply, expect=201)


async def test_what_is_uploaded_can_be_taken_back_until_it_is_sent(company):
    customer, path = await company.customer()
    kept, gone = await upload(customer), await upload(customer)
    await customer.ask("DELETE", gone["url"], expect=200)
    assert (await customer.http.get(gone["url"])).status_code == 404
    await customer.post(f"{path}/messages", {**HELLO, "attachments": [kept["id"]]}, expect=201)
    await customer.ask("DELETE", kept["url"], expect=404)


async def test_a_widget_token_and_an_admin_key_upload_nothing(company):
    for caller in (company.as_(company.widget_token), company.admin):
        await upload(caller, expect=403)


async def test_what_is_too_large_or_empty_or_of_no_known_type_is_refused_in_words(company):
    customer, _ = await company.customer()
    most = company.served.desk.limits.attachment_bytes

    async def unannounced():
        for _ in range(most // 500_000 + 2):
            yield PDF + b"x" * 500_000

    assert (await upload(customer, PDF + b"x" * most, expect=413))["code"] == "file_too_large"
    assert (await upload(customer, unannounced(), expect=413))["code"] == "file_too_large"
    assert (await upload(customer, b"", expect=422))["code"] == "file_empty"
    assert (await upload(customer, b"<svg onload=alert(1)>", "a.png", expect=422))["code"] == "file_type"
    assert (await upload(customer, b"a" * 300_000 + b"\x00", "a.txt", expect=422))["code"] == "file_type"
    async with company.served.desk.store.database.tenant(company.tenant.id) as connection:
        assert (
            await connection.fetchval(
                "SELECT count(*) FROM attachment_portions WHERE tenant_id = $1", company.tenant.id
            )
            == 0
        )


async def test_twenty_files_wait_and_no_more(company):
    customer, path = await company.customer()
    files = await asyncio.gather(*(upload(customer) for _ in range(20)))
    assert (await upload(customer, expect=422))["code"] == "too_many_files"
    many = await customer.post(f"{path}/messages", {**HELLO, "attachments": [one["id"] for one in files]}, expect=422)
    assert many["code"] == "too_many_files"


async def test_a_file_that_nobody_sends_is_gone_after_a_day(company, monkeypatch):
    desk = company.served.desk
    customer, path = await company.customer()
    sent, left = await upload(customer), await upload(customer)
    await customer.post(f"{path}/messages", {**HELLO, "attachments": [sent["id"]]}, expect=201)
    await forget_old(desk)
    assert (await customer.http.get(left["url"])).status_code == 200
    later = replace(desk, clock=lambda: desk.clock() + timedelta(hours=25))
    await forget_old(later)
    assert (await customer.http.get(left["url"])).status_code == 404
    assert (await customer.http.get(sent["url"])).status_code == 200
