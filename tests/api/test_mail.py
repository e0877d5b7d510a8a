"""Mail that a mail service posts, over HTTP as services do it."""

import base64
from typing import Any

import pytest
from channels.email.letters import mail

pytestmark = pytest.mark.anyio


def posted(n: int) -> bytes:
    return mail("When do you deliver?", Message_ID=f"<posted{n}@example.com>", From=f"p{n}@example.com")


@pytest.mark.parametrize("how", ["raw", "json", "base64", "form", "field"])
async def test_a_mail_is_taken_in_each_way_that_services_send_it(company: Any, how: str) -> None:
    raw = mail("When do you deliver?", Message_ID=f"<{how}@example.com>", From=f"{how}@example.com")
    given: dict[str, Any] = {
        "raw": {"content": raw, "headers": {"content-type": "message/rfc822"}},
        "json": {"json": {"RawEmail": raw.decode(), "From": "ignored@example.com"}},
        "base64": {"json": {"raw": base64.b64encode(raw).decode()}},
        "form": {"files": {"email": (None, raw.decode())}},
        "field": {"data": {"body-mime": raw.decode()}},
    }[how]
    answer = await company.admin.http.post("/v1/inbound/email", **given)
    assert answer.status_code == 202, answer.text
    body = answer.json()
    assert body["outcome"] == "taken"
    shown = await company.admin.get(f"/v1/conversations/{body['conversation_id']}")
    assert shown["channel"] == "email"
    assert shown["customer"]["email"] == f"{how}@example.com"
    assert not shown["customer"]["verified"]
    again = await company.admin.http.post("/v1/inbound/email", **given)
    assert again.json() == body, "the same mail again does nothing"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"json": {"subject": "no mail"}}, "invalid"),
        ({"json": ["no", "mail"]}, "invalid"),
        ({"content": b"{", "headers": {"content-type": "application/json"}}, "invalid"),
        ({"content": b"hello", "headers": {"content-type": "message/rfc822"}}, "unreadable_mail"),
        ({"content": b"", "headers": {"content-type": "message/rfc822"}}, "unreadable_mail"),
        ({"data": {"subject": "no mail"}}, "invalid"),
    ],
)
async def test_what_is_no_mail_is_refused_in_plain_words(company: Any, given: dict[str, Any], code: str) -> None:
    answer = await company.admin.http.post("/v1/inbound/email", **given)
    assert answer.status_code == 422, answer.text
    assert answer.json()["code"] == code


async def test_a_customer_cannot_post_mail(company: Any) -> None:
    answer = await company.dana.http.post("/v1/inbound/email", content=posted(1))
    assert answer.status_code == 403
