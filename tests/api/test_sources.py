"""The routes of sources and passages, over HTTP as clients see them."""

import uuid
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest

from baton import app

pytestmark = pytest.mark.anyio

PAGE = b"# Gift cards\n\nGift cards are valid for 24 months.\n\n## Balance\n\nSee it online.\n"


@pytest.fixture(scope="module")
def built(opened: app.OpenDesk) -> Any:
    return app.build(opened)


@pytest.fixture
async def client(opened: app.OpenDesk, built: Any) -> AsyncIterator[Any]:
    made = await app.create_tenant(opened, f"Harbour {uuid.uuid4().hex}")
    transport = httpx2.ASGITransport(app=built)
    headers = {"authorization": f"Bearer {made['admin_key']}"}
    async with httpx2.AsyncClient(transport=transport, base_url="http://desk", headers=headers) as client:
        client.widget_token = made["widget_token"]
        yield client


async def test_uploads_are_read_listed_opened_and_removed(client: Any) -> None:
    files = [("files", ("gifts.md", PAGE, "text/markdown")), ("files", ("a.pdf", b"%PDF", "application/pdf"))]
    made = await client.post("/v1/sources", files=files, data={"name": "Help"})
    assert made.status_code == 201
    body = made.json()
    assert body["source"]["name"] == "Help"
    assert body["summary"]["documents"] == 1
    assert body["summary"]["passages"] == 2
    assert [skip["name"] for skip in body["summary"]["skipped"]] == ["a.pdf"]

    listed = (await client.get("/v1/sources")).json()
    assert [(item["name"], item["kind"], item["documents"]) for item in listed["items"]] == [("Help", "files", 1)]
    shown = (await client.get(f"/v1/sources/{body['source']['id']}")).json()
    assert [(d["name"], d["title"], d["passages"], d["version"]) for d in shown["documents"]] == [
        ("gifts.md", "Gift cards", 2, 1)
    ]

    asked = (await client.post("/v1/questions", json={"question": "How long are gift cards valid?"})).json()
    passage = (await client.get(f"/v1/passages/{asked['citations'][0]['passage_id']}")).json()
    assert (passage["text"], passage["before"], passage["after"]) == (
        "Gift cards are valid for 24 months.",
        "",
        "See it online.",
    )

    assert (await client.delete(f"/v1/sources/{body['source']['id']}")).status_code == 200
    assert (await client.get(f"/v1/sources/{body['source']['id']}")).status_code == 404


async def test_documents_and_entries_come_as_json(client: Any) -> None:
    made = await client.post("/v1/sources", json={"name": "Note", "content": "# Hi\n\nWe open at 9."})
    assert (made.status_code, made.json()["summary"]["passages"]) == (201, 1)
    entries = [{"question": "Open on Sunday?", "answer": "No."}, {"question": "", "answer": "x"}]
    made = await client.post("/v1/sources", json={"name": "Answers", "entries": entries})
    assert (made.json()["source"]["kind"], made.json()["summary"]["documents"]) == ("entries", 1)
    assert made.json()["summary"]["skipped"] == [{"name": "entry 2", "why": "It has no question."}]


async def test_a_retry_under_the_same_key_does_nothing_twice(client: Any) -> None:
    headers = {"idempotency-key": "k1"}
    ids = set()
    for _ in range(2):
        made = await client.post("/v1/sources", json={"name": "Note", "content": "We open at 9."}, headers=headers)
        ids.add(made.json()["source"]["id"])
    assert len(ids) == 1
    assert made.headers["idempotent-replay"] == "true"


@pytest.mark.parametrize(
    ("request_", "status", "code"),
    [
        ({"json": {"name": "x"}}, 422, "invalid_request"),
        ({"json": {"name": "x", "content": "a", "entries": []}}, 422, "invalid_request"),
        ({"json": {"name": "x", "entries": []}}, 422, "nothing_readable"),
        ({"json": {"name": "x", "content": "  "}}, 422, "nothing_readable"),
        ({"json": {"content": "a"}}, 422, "invalid_request"),
        ({"json": ["x"]}, 422, "invalid_request"),
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 422, "invalid_request"),
        ({"content": b"x", "headers": {"content-type": "text/plain"}}, 422, "invalid_request"),
        ({"files": [("other", ("a.md", b"x"))]}, 422, "invalid_request"),
        ({"files": [("files", ("a.exe", b"MZ"))]}, 422, "nothing_readable"),
    ],
)
async def test_what_cannot_be_taken_is_refused_with_a_reason(
    client: Any, request_: dict[str, Any], status: int, code: str
) -> None:
    refused = await client.post("/v1/sources", **request_)
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert refused.json()["detail"]
    assert (await client.get("/v1/sources")).json()["items"] == []


async def test_strangers_and_customers_see_no_sources(client: Any) -> None:
    for token, expected in ((client.widget_token, 403), ("btn_wrong", 401)):
        headers = {"authorization": f"Bearer {token}"}
        assert (await client.get("/v1/sources", headers=headers)).status_code == expected
        assert (await client.post("/v1/sources", json={"name": "x", "content": "y"}, headers=headers)).status_code in (
            expected,
            401,
        )


async def test_a_website_is_named_watched_stopped_and_read_again(client: Any) -> None:
    made = await client.post("/v1/sources", json={"url": "https://help.example.com/?utm_source=x", "pages": 20})
    assert made.status_code == 201
    source, website = made.json()["source"], made.json()["website"]
    assert (source["name"], source["kind"]) == ("help.example.com", "website")
    assert (website["url"], website["pages"], website["state"]) == ("https://help.example.com/", 20, "waiting")
    path = f"/v1/sources/{source['id']}"
    assert (await client.get(path)).json()["website"]["counts"]["read"] == 0
    assert (await client.get("/v1/sources")).json()["items"][0]["website"]["state"] == "waiting"
    assert (await client.post(f"{path}/reading")).json()["code"] == "already_reading"
    assert (await client.delete(f"{path}/reading")).json()["website"]["state"] == "stopped"
    assert (await client.delete(f"{path}/reading")).json()["code"] == "not_reading"
    assert (await client.post(f"{path}/reading")).status_code == 202
    refused = await client.post("/v1/sources", json={"url": "file:///etc/passwd"})
    assert (refused.status_code, refused.json()["code"]) == (422, "bad_address")
    assert (await client.post("/v1/sources/src_none/reading")).status_code == 404


async def test_a_reply_cites_what_is_public_and_a_note_what_the_team_may_read(client: Any) -> None:
    for name, audience in (("Gifts", "public"), ("Gifts inside", "operators")):
        body = {"name": name, "content": f"# {name}\n\nGift cards last 24 months.\n", "audience": audience}
        assert (await client.post("/v1/sources", json=body)).status_code == 201
    found = (await client.get("/v1/passages", params={"q": "gift cards last"})).json()["items"]
    ids = {one["title"]: one["id"] for one in found}
    dana = (await client.post("/v1/operators", json={"name": "Dana", "email": "dana@example.com"})).json()
    as_dana = {"authorization": f"Bearer {dana['key']}"}
    widget = {"authorization": f"Bearer {client.widget_token}"}
    opened = (await client.post("/v1/conversations", json={}, headers=widget)).json()
    as_customer = {"authorization": f"Bearer {opened['customer_token']}"}
    path = f"/v1/conversations/{opened['id']}"
    await client.post(f"{path}/takeover", headers=as_dana)

    async def says(to: str, headers: Any, *titles: str) -> Any:
        body = {"text": "They last 24 months.", "cites": [ids[one] for one in titles]}
        return await client.post(f"{path}/{to}", json=body, headers=headers)

    said = await says("messages", as_dana, "Gifts", "Gifts")
    assert [(one["n"], one["title"]) for one in said.json()["message"]["citations"]] == [(1, "Gifts")]
    seen = (await client.get(f"{path}/messages", headers=as_customer)).json()["items"][-1]["citations"]
    assert (await client.get(f"/v1/passages/{seen[0]['passage_id']}", headers=as_customer)).status_code == 200
    refused = await says("messages", as_dana, "Gifts inside")
    assert (refused.status_code, refused.json()["code"]) == (422, "cannot_cite")
    assert (await says("notes", as_dana, "Gifts inside")).json()["message"]["citations"][0]["title"] == "Gifts inside"
    assert (await says("messages", as_customer, "Gifts")).status_code == 403
